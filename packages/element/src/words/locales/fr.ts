import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'Essayage virtuel',
  title: 'Voyez-le sur vous',
  photoAdvice: 'Une photo de face, où l’on voit bien vos vêtements, donne le meilleur résultat.',
  choosePhoto: 'Choisir une photo',
  takePhoto: 'Prendre une photo',
  dropOrPaste: 'ou déposez-la ou collez-la ici',
  dropHere: 'Déposez votre photo ici',
  privacy: 'Votre photo reste sur cet appareil',
  disclaimer: 'Un aperçu du style, sans indication de taille ni de coupe',
  tryOn: 'Essayer',
  noGarment: 'Choisissez un vêtement à essayer.',
  cancel: 'Annuler',
  retry: 'Réessayer',
  chooseAnother: 'Choisir une autre photo',
  sampleModels: 'Pas de photo sous la main ? Essayez sur l’un de ces modèles',
  clear: 'Retirer la photo',
  dismiss: 'Masquer',
  before: 'Avant',
  after: 'Aperçu IA',
  compareLabel: 'Comparer avant et après',
  compareValue: (beforePercent) => `${beforePercent}\u202f% avant, ${100 - beforePercent}\u202f% après`,
  photoAlt: 'Votre photo',
  resultAlt: 'Votre photo avec le vêtement',
  loadedOf: (loaded, total) => `${loaded} sur ${total}`,
  announceBusy: 'Votre essayage se prépare.',
  announceDone: 'Votre essayage est prêt.',
  checking: 'Vérification de votre photo',
  unavailable: 'Impossible d’ouvrir ceci. Vérifiez votre connexion et réessayez.',
  offline: {
    message: 'Vous êtes hors ligne.',
    advice: 'La cabine s’ouvrira d’elle-même au retour de la connexion.',
  },
  more: 'Plus',
  save: 'Enregistrer l’image',
  share: 'Partager',
  wearWith: 'Porter avec',
  kinds: { auto: 'Vêtement', top: 'Haut', outerwear: 'Veste', bottom: 'Pantalon ou jupe', dress: 'Robe' },
  strength: 'Intensité',
  mix: (one, other) => `Entre ${one} et ${other}`,
  addToBag: (name) => (name ? `Ajouter ${name} au panier` : 'Ajouter au panier'),
  consent: {
    title: 'Avant de commencer',
    text: 'L’essayage se passe dans votre navigateur. Votre photo n’est pas envoyée et elle est oubliée quand vous quittez cette page. Pouvons-nous l’ouvrir ici ?',
    agree: 'D’accord',
    decline: 'Pas maintenant',
  },
  stages: {
    load: 'Ouverture de la cabine d’essayage',
    decode: 'Lecture de l’image',
    segment: 'Recherche des vêtements',
    mask: 'Tracé du vêtement',
    encode: 'Étude des formes et de la lumière',
    align: 'Ajustement du vêtement',
    transfer: 'Pose du tissu',
    composite: 'Finition de l’image',
  },
  errors: {
    'not-an-image': {
      message: 'Ce fichier n’est pas une image lisible.',
      advice: 'Choisissez une photo au format JPEG, PNG ou WebP.',
    },
    'image-too-large': {
      message: 'Cette photo est trop grande.',
      advice: 'Choisissez-en une plus petite ou enregistrez-la dans une résolution inférieure.',
    },
    'image-too-small': {
      message: 'Cette photo est trop petite.',
      advice: 'Choisissez-en une plus détaillée ; une vignette ne suffit pas.',
    },
    'image-unavailable': {
      message: 'L’image n’a pas pu être chargée.',
      advice: 'Vérifiez votre connexion et réessayez.',
    },
    'no-person': {
      message: 'Nous n’avons trouvé personne sur cette photo.',
      advice: 'Choisissez-en une où l’on vous voit de face, sous une bonne lumière.',
    },
    'no-garment': {
      message: 'Nous n’avons pas trouvé sur vous de vêtement correspondant.',
      advice: 'Choisissez une photo où l’on voit la partie de votre tenue à changer.',
    },
    'no-product': {
      message: 'Cet article ne peut pas encore être essayé.',
      advice: 'Son image ne montre pas assez clairement le vêtement. Essayez un autre article.',
    },
    'model-unavailable': {
      message: 'La cabine d’essayage n’a pas pu être chargée.',
      advice: 'Vérifiez votre connexion et réessayez.',
    },
    'model-corrupt': {
      message: 'Un fichier de la cabine d’essayage est arrivé endommagé.',
      advice: 'Réessayez ; si cela se reproduit, rechargez la page.',
    },
    unsupported: {
      message: 'Ce navigateur ne permet pas l’essayage.',
      advice: 'Utilisez une version récente de Chrome, Edge, Firefox ou Safari.',
    },
    'out-of-memory': {
      message: 'La mémoire de cet appareil ne suffit pas.',
      advice: 'Fermez d’autres onglets ou choisissez une photo plus petite.',
    },
    'engine-lost': {
      message: 'L’essayage a été interrompu.',
      advice: 'Réessayez.',
    },
    internal: {
      message: 'Une erreur s’est produite de notre côté.',
      advice: 'Réessayez ou choisissez une autre photo.',
    },
  },
  productPicture: {
    message: 'L’image de cet article n’a pas pu être utilisée.',
    advice: 'Réessayez ou essayez un autre article.',
  },
  warnings: {
    'several-people': 'Il y a plusieurs personnes sur la photo ; celle du premier plan est habillée.',
    'garment-cropped': 'Une partie du vêtement se trouve hors de la photo.',
    'other-garment-worn': 'Vous portez un autre type de vêtement sur la photo ; la forme peut différer.',
    'garment-small': 'Vous êtes loin sur la photo ; rapprochez-vous pour plus de détails.',
    'garment-hidden': 'L’un des vêtements est caché sous un autre.',
    'product-cut-out-rough': 'Le fond de l’image de l’article est chargé ; les contours peuvent être imprécis.',
    'several-products': 'L’image montre plusieurs vêtements ; un seul est essayé.',
    'backend-fallback': 'La puce graphique n’a pas pu être utilisée ; cela a pris un peu plus de temps.',
  },
};

export const shelf: ShelfStrings = {
  show: 'Voir sur ma photo',
  shown: (shown, total) => `${shown} sur ${total} affichés`,
  onPhoto: (alt) => (alt ? `${alt}, sur votre photo` : 'sur votre photo'),
};
