import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'מדידה וירטואלית',
  title: 'לראות את זה עליך',
  photoAdvice: 'הכי טוב צילום מלפנים שבו רואים היטב את הבגדים.',
  choosePhoto: 'בחירת תמונה',
  takePhoto: 'צילום תמונה',
  dropOrPaste: 'או גרירה או הדבקה לכאן',
  dropHere: 'שחררו את התמונה כאן',
  privacy: 'התמונה נשארת במכשיר הזה',
  disclaimer: 'תצוגה מקדימה של הסגנון, לא של המידה או הגזרה',
  tryOn: 'מדידה',
  noGarment: 'בחרו פריט למדידה.',
  cancel: 'ביטול',
  retry: 'ניסיון נוסף',
  chooseAnother: 'בחירת תמונה אחרת',
  sampleModels: 'אין תמונה בהישג יד? אפשר למדוד על אחד מאלה',
  clear: 'הסרת התמונה',
  dismiss: 'הסתרה',
  before: 'לפני',
  after: 'הדמיית AI',
  compareLabel: 'השוואה בין לפני לאחרי',
  compareValue: (beforePercent) => `${beforePercent}% לפני, ${100 - beforePercent}% אחרי`,
  photoAlt: 'התמונה שלך',
  resultAlt: 'התמונה שלך עם הפריט',
  loadedOf: (loaded, total) => `${loaded} מתוך ${total}`,
  announceBusy: 'המדידה בהכנה.',
  announceDone: 'המדידה מוכנה.',
  checking: 'בודקים את התמונה',
  unavailable: 'לא ניתן לפתוח. בדקו את החיבור ונסו שוב.',
  offline: {
    message: 'אין חיבור לאינטרנט.',
    advice: 'תא המדידה ייפתח מעצמו כשהחיבור יחזור.',
  },
  more: 'עוד',
  save: 'שמירת התמונה',
  share: 'שיתוף',
  wearWith: 'ללבוש עם',
  kinds: { auto: 'פריט', top: 'חולצה', outerwear: 'ז׳קט', bottom: 'מכנסיים או חצאית', dress: 'שמלה' },
  strength: 'עוצמה',
  mix: (one, other) => `בין ${one} ל־${other}`,
  addToBag: (name) => (name ? `הוספת ${name} לסל` : 'הוספה לסל'),
  consent: {
    title: 'לפני שמתחילים',
    text: 'המדידה מתבצעת בדפדפן שלך. התמונה לא מועלית ונשכחת כשעוזבים את הדף. אפשר לפתוח אותה כאן?',
    agree: 'מסכימים',
    decline: 'לא עכשיו',
  },
  stages: {
    load: 'פותחים את תא המדידה',
    decode: 'קוראים את התמונה',
    segment: 'מחפשים את הבגדים',
    mask: 'מסמנים את הפריט',
    encode: 'לומדים צורה ואור',
    align: 'מתאימים את הפריט',
    transfer: 'מניחים את הבד',
    composite: 'משלימים את התמונה',
  },
  errors: {
    'not-an-image': {
      message: 'הקובץ הזה אינו תמונה שאפשר לקרוא.',
      advice: 'בחרו תמונת JPEG, PNG או WebP.',
    },
    'image-too-large': {
      message: 'התמונה גדולה מדי.',
      advice: 'בחרו תמונה קטנה יותר או שמרו אותה ברזולוציה נמוכה יותר.',
    },
    'image-too-small': {
      message: 'התמונה קטנה מדי.',
      advice: 'בחרו תמונה מפורטת יותר; תמונה ממוזערת לא מספיקה.',
    },
    'image-unavailable': {
      message: 'לא ניתן לטעון את התמונה.',
      advice: 'בדקו את החיבור ונסו שוב.',
    },
    'no-person': {
      message: 'לא מצאנו אף אחד בתמונה הזאת.',
      advice: 'בחרו תמונה שמראה אתכם מלפנים ובאור טוב.',
    },
    'no-garment': {
      message: 'לא מצאנו עליך פריט מתאים.',
      advice: 'בחרו תמונה שרואים בה את החלק שמשתנה.',
    },
    'no-product': {
      message: 'עדיין אי אפשר למדוד את המוצר הזה.',
      advice: 'התמונה שלו לא מראה את הפריט בבירור. נסו מוצר אחר.',
    },
    'model-unavailable': {
      message: 'לא ניתן לטעון את תא המדידה.',
      advice: 'בדקו את החיבור ונסו שוב.',
    },
    'model-corrupt': {
      message: 'קובץ של תא המדידה הגיע פגום.',
      advice: 'נסו שוב; אם זה חוזר, טענו מחדש את הדף.',
    },
    unsupported: {
      message: 'הדפדפן הזה לא תומך במדידה.',
      advice: 'השתמשו בגרסה עדכנית של Chrome, Edge, Firefox או Safari.',
    },
    'out-of-memory': {
      message: 'נגמר הזיכרון במכשיר הזה.',
      advice: 'סגרו כרטיסיות אחרות או בחרו תמונה קטנה יותר.',
    },
    'engine-lost': {
      message: 'המדידה הופסקה.',
      advice: 'נסו שוב.',
    },
    internal: {
      message: 'משהו השתבש אצלנו.',
      advice: 'נסו שוב או בחרו תמונה אחרת.',
    },
  },
  productPicture: {
    message: 'לא ניתן להשתמש בתמונה של המוצר הזה.',
    advice: 'נסו שוב או נסו מוצר אחר.',
  },
  warnings: {
    'several-people': 'יש בתמונה כמה אנשים; מי שמלפנים מקבל את הבגד.',
    'garment-cropped': 'חלק מהפריט נמצא מחוץ לתמונה.',
    'other-garment-worn': 'בתמונה לבשת סוג אחר של בגד, ולכן הצורה עשויה להיות שונה.',
    'garment-small': 'הדמות קטנה בתמונה; התקרבו כדי לראות יותר פרטים.',
    'garment-hidden': 'אחד הפריטים מוסתר מתחת לאחר.',
    'product-cut-out-rough': 'הרקע בתמונת המוצר עמוס, ולכן השוליים עלולים לא להיות מדויקים.',
    'several-products': 'בתמונת המוצר יש כמה פריטים; אחד מהם נמדד.',
    'backend-fallback': 'לא ניתן היה להשתמש בשבב הגרפי; זה נמשך קצת יותר.',
  },
};

export const shelf: ShelfStrings = {
  show: 'הצגה על התמונה שלי',
  shown: (shown, total) => `מוצגים ${shown} מתוך ${total}`,
  onPhoto: (alt) => (alt ? `${alt}, על התמונה שלך` : 'על התמונה שלך'),
};
