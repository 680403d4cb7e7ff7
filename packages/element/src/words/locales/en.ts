import type { InvitationStrings, Strings } from '../strings.js';

/** The words of the loader. */
export const enInvitation: InvitationStrings = {
  label: 'Virtual try-on',
  title: 'See it on you',
  photoAdvice: 'A photo from the front, with your clothes in view, works best.',
  choosePhoto: 'Choose a photo',
  takePhoto: 'Take a photo',
  dropOrPaste: 'or drop or paste one here',
  dropHere: 'Drop your photo here',
  privacy: 'Your photo stays on this device',
  disclaimer: 'A style preview, not a size or fit prediction',
};

export const en: Strings = {
  ...enInvitation,
  tryOn: 'Try it on',
  noGarment: 'Pick a garment to try it on.',
  cancel: 'Cancel',
  retry: 'Try again',
  chooseAnother: 'Choose another photo',
  sampleModels: 'No photo at hand? Try it on one of these',
  clear: 'Remove photo',
  dismiss: 'Dismiss',
  before: 'Before',
  after: 'AI preview',
  compareLabel: 'Compare before and after',
  compareValue: (beforePercent) => `${beforePercent}% before, ${100 - beforePercent}% after`,
  photoAlt: 'Your photo',
  resultAlt: 'Your photo with the garment on',
  loadedOf: (loaded, total) => `${loaded} of ${total}`,
  announceBusy: 'Preparing your try-on.',
  announceDone: 'Your try-on is ready.',
  checking: 'Checking your photo',
  unavailable: 'This could not be opened. Check your connection and try again.',
  offline: {
    message: 'You are offline.',
    advice: 'The fitting room opens by itself once the connection is back.',
  },
  viewer: { open: 'Look closer', zoomIn: 'Zoom in', zoomOut: 'Zoom out', close: 'Close', value: (percent) => `Zoom ${percent}%` },
  more: 'More',
  save: 'Save picture',
  share: 'Share',
  wearWith: 'Wear with',
  kinds: { auto: 'Garment', top: 'Top', outerwear: 'Jacket', bottom: 'Trousers or skirt', dress: 'Dress' },
  strength: 'Strength',
  mix: (one, other) => `Between ${one} and ${other}`,
  addToBag: (name) => (name ? `Add ${name} to bag` : 'Add to bag'),
  consent: {
    title: 'Before you begin',
    text: 'The try-on happens in your browser. Your photo is not uploaded, and it is forgotten when you leave this page. May we open it here?',
    agree: 'Agree',
    decline: 'Not now',
  },
  stages: {
    load: 'Opening the fitting room',
    decode: 'Reading the picture',
    segment: 'Finding the clothes',
    mask: 'Tracing the garment',
    encode: 'Studying shape and light',
    align: 'Fitting the garment',
    transfer: 'Laying on the fabric',
    composite: 'Finishing the picture',
  },
  errors: {
    'not-an-image': {
      message: 'This file is not a picture we can read.',
      advice: 'Choose a JPEG, PNG or WebP photo.',
    },
    'image-too-large': {
      message: 'This photo is too large.',
      advice: 'Choose a smaller one, or save it at a lower resolution.',
    },
    'image-too-small': {
      message: 'This photo is too small.',
      advice: 'Choose one with more detail; thumbnails do not work.',
    },
    'image-unavailable': {
      message: 'The picture could not be fetched.',
      advice: 'Check your connection and try again.',
    },
    'no-person': {
      message: 'We could not find anyone in this photo.',
      advice: 'Choose one that shows you from the front, in good light.',
    },
    'no-garment': {
      message: 'We could not find a matching garment on you.',
      advice: 'Choose a photo in which the part of your outfit that changes is in view.',
    },
    'no-product': {
      message: 'This product cannot be tried on yet.',
      advice: 'Its picture does not show the garment clearly enough. Try another product.',
    },
    'model-unavailable': {
      message: 'The fitting room could not be loaded.',
      advice: 'Check your connection and try again.',
    },
    'model-corrupt': {
      message: 'A file of the fitting room arrived damaged.',
      advice: 'Try again; if it happens once more, reload the page.',
    },
    unsupported: {
      message: 'This browser cannot run the try-on.',
      advice: 'Use a current version of Chrome, Edge, Firefox or Safari.',
    },
    'out-of-memory': {
      message: 'This device ran out of memory.',
      advice: 'Close other tabs, or choose a smaller photo.',
    },
    'engine-lost': {
      message: 'The try-on was interrupted.',
      advice: 'Try again.',
    },
    internal: {
      message: 'Something went wrong on our side.',
      advice: 'Try again, or choose another photo.',
    },
  },
  productPicture: {
    message: 'The picture of this product could not be used.',
    advice: 'Try again, or try another product.',
  },
  warnings: {
    'several-people': 'The photo shows several people; the one in front is dressed.',
    'garment-cropped': 'Part of the garment lies outside the photo.',
    'other-garment-worn': 'You wear another kind of garment in the photo, so the shape may differ.',
    'garment-small': 'You are small in the photo; come closer for more detail.',
    'garment-hidden': 'One garment is hidden under another.',
    'shape-kept': 'Sleeves, length or neckline are as worn.',
    'product-cut-out-rough': 'The product picture is busy; edges may be rough.',
    'product-kind-unsure': 'The garment type is a guess.',
    'several-products': 'The product picture shows several garments.',
    'backend-fallback': 'Your graphics chip could not be used; this took longer.',
  },
};
