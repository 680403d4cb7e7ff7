import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'قياس افتراضي',
  title: 'شاهدها عليك',
  photoAdvice: 'الأفضل صورة من الأمام تظهر فيها ملابسك بوضوح.',
  choosePhoto: 'اختيار صورة',
  takePhoto: 'التقاط صورة',
  dropOrPaste: 'أو اسحبها أو ألصقها هنا',
  dropHere: 'أفلت صورتك هنا',
  privacy: 'تبقى صورتك على هذا الجهاز',
  disclaimer: 'معاينة للمظهر، وليست للمقاس أو القَصّة',
  tryOn: 'قياس',
  noGarment: 'اختر قطعة لقياسها.',
  cancel: 'إلغاء',
  retry: 'إعادة المحاولة',
  chooseAnother: 'اختيار صورة أخرى',
  sampleModels: 'لا توجد صورة لديك؟ جرّبها على أحد هؤلاء',
  clear: 'إزالة الصورة',
  dismiss: 'إخفاء',
  before: 'قبل',
  after: 'معاينة بالذكاء الاصطناعي',
  compareLabel: 'مقارنة قبل وبعد',
  compareValue: (beforePercent) => `${beforePercent}% قبل، ${100 - beforePercent}% بعد`,
  photoAlt: 'صورتك',
  resultAlt: 'صورتك بعد ارتداء القطعة',
  loadedOf: (loaded, total) => `${loaded} من ${total}`,
  announceBusy: 'يجري تجهيز القياس.',
  announceDone: 'القياس جاهز.',
  checking: 'فحص الصورة',
  unavailable: 'تعذّر الفتح. تحقق من الاتصال وحاول مجددًا.',
  offline: {
    message: 'لا يوجد اتصال بالإنترنت.',
    advice: 'ستُفتح غرفة القياس تلقائيًا عند عودة الاتصال.',
  },
  more: 'المزيد',
  save: 'حفظ الصورة',
  share: 'مشاركة',
  wearWith: 'نسّقها مع',
  kinds: { auto: 'قطعة', top: 'قطعة علوية', outerwear: 'سترة', bottom: 'بنطال أو تنورة', dress: 'فستان' },
  strength: 'القوة',
  mix: (one, other) => `بين ${one} و${other}`,
  addToBag: (name) => (name ? `إضافة ${name} إلى الحقيبة` : 'إضافة إلى الحقيبة'),
  consent: {
    title: 'قبل أن تبدأ',
    text: 'يتم القياس داخل متصفحك. لا تُرفع صورتك، وتُنسى عند مغادرة هذه الصفحة. هل يمكننا فتحها هنا؟',
    agree: 'موافقة',
    decline: 'ليس الآن',
  },
  stages: {
    load: 'فتح غرفة القياس',
    decode: 'قراءة الصورة',
    segment: 'البحث عن الملابس',
    mask: 'تحديد القطعة',
    encode: 'دراسة الشكل والضوء',
    align: 'ضبط القطعة',
    transfer: 'وضع القماش',
    composite: 'إنهاء الصورة',
  },
  errors: {
    'not-an-image': {
      message: 'هذا الملف ليس صورة يمكننا قراءتها.',
      advice: 'اختر صورة JPEG أو PNG أو WebP.',
    },
    'image-too-large': {
      message: 'هذه الصورة كبيرة جدًا.',
      advice: 'اختر صورة أصغر أو احفظها بدقة أقل.',
    },
    'image-too-small': {
      message: 'هذه الصورة صغيرة جدًا.',
      advice: 'اختر صورة أوضح؛ الصور المصغّرة لا تكفي.',
    },
    'image-unavailable': {
      message: 'تعذّر تحميل الصورة.',
      advice: 'تحقق من الاتصال وحاول مجددًا.',
    },
    'no-person': {
      message: 'لم نجد أحدًا في هذه الصورة.',
      advice: 'اختر صورة تظهر فيها من الأمام وبإضاءة جيدة.',
    },
    'no-garment': {
      message: 'لم نجد عليك قطعة مطابقة.',
      advice: 'اختر صورة يظهر فيها الجزء الذي سيتغير.',
    },
    'no-product': {
      message: 'لا يمكن قياس هذا المنتج بعد.',
      advice: 'صورته لا تُظهر القطعة بوضوح. جرّب منتجًا آخر.',
    },
    'model-unavailable': {
      message: 'تعذّر تحميل غرفة القياس.',
      advice: 'تحقق من الاتصال وحاول مجددًا.',
    },
    'model-corrupt': {
      message: 'وصل أحد ملفات غرفة القياس تالفًا.',
      advice: 'حاول مجددًا؛ وإن تكرر ذلك فأعد تحميل الصفحة.',
    },
    unsupported: {
      message: 'هذا المتصفح لا يدعم القياس.',
      advice: 'استخدم إصدارًا حديثًا من Chrome أو Edge أو Firefox أو Safari.',
    },
    'out-of-memory': {
      message: 'نفدت ذاكرة هذا الجهاز.',
      advice: 'أغلق علامات تبويب أخرى أو اختر صورة أصغر.',
    },
    'engine-lost': {
      message: 'انقطع القياس.',
      advice: 'حاول مجددًا.',
    },
    internal: {
      message: 'حدث خطأ من جانبنا.',
      advice: 'حاول مجددًا أو اختر صورة أخرى.',
    },
  },
  productPicture: {
    message: 'تعذّر استخدام صورة هذا المنتج.',
    advice: 'حاول مجددًا أو جرّب منتجًا آخر.',
  },
  warnings: {
    'several-people': 'في الصورة عدة أشخاص؛ أُلبست القطعة لمن في الأمام.',
    'garment-cropped': 'جزء من القطعة خارج الصورة.',
    'other-garment-worn': 'ترتدي في الصورة نوعًا آخر من الملابس، فقد يختلف الشكل.',
    'garment-small': 'حجمك صغير في الصورة؛ التقطها من مسافة أقرب لمزيد من التفاصيل.',
    'garment-hidden': 'إحدى القطع مخفية تحت أخرى.',
    'product-cut-out-rough': 'خلفية صورة المنتج مزدحمة، فقد تكون الحواف غير دقيقة.',
    'several-products': 'تظهر في صورة المنتج عدة قطع؛ جُرّبت واحدة منها.',
    'backend-fallback': 'تعذّر استخدام شريحة الرسوميات؛ استغرق ذلك وقتًا أطول قليلًا.',
  },
};

export const shelf: ShelfStrings = {
  show: 'عرض على صورتي',
  shown: (shown, total) => `عُرض ${shown} من ${total}`,
  onPhoto: (alt) => (alt ? `${alt}، على صورتك` : 'على صورتك'),
};
