import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'Probador virtual',
  title: 'Míralo en ti',
  photoAdvice: 'Lo mejor es una foto de frente en la que se vea bien tu ropa.',
  choosePhoto: 'Elegir una foto',
  takePhoto: 'Hacer una foto',
  dropOrPaste: 'o arrástrala o pégala aquí',
  dropHere: 'Suelta aquí tu foto',
  privacy: 'Tu foto no sale de este dispositivo',
  disclaimer: 'Una vista previa del estilo, no de la talla ni del ajuste',
  tryOn: 'Probar',
  noGarment: 'Elige una prenda para probártela.',
  cancel: 'Cancelar',
  retry: 'Volver a intentarlo',
  chooseAnother: 'Elegir otra foto',
  sampleModels: '¿Sin foto a mano? Pruébalo en uno de estos modelos',
  clear: 'Quitar la foto',
  dismiss: 'Ocultar',
  before: 'Antes',
  after: 'Vista previa de IA',
  compareLabel: 'Comparar antes y después',
  compareValue: (beforePercent) => `${beforePercent}\u00a0% antes, ${100 - beforePercent}\u00a0% después`,
  photoAlt: 'Tu foto',
  resultAlt: 'Tu foto con la prenda puesta',
  loadedOf: (loaded, total) => `${loaded} de ${total}`,
  announceBusy: 'Se está preparando tu prueba.',
  announceDone: 'Tu prueba está lista.',
  checking: 'Revisando tu foto',
  unavailable: 'No se pudo abrir. Comprueba la conexión e inténtalo de nuevo.',
  offline: {
    message: 'No tienes conexión.',
    advice: 'El probador se abrirá solo cuando vuelva la conexión.',
  },
  more: 'Más',
  save: 'Guardar imagen',
  share: 'Compartir',
  wearWith: 'Llevar con',
  kinds: { auto: 'Prenda', top: 'Parte de arriba', outerwear: 'Chaqueta', bottom: 'Pantalón o falda', dress: 'Vestido' },
  strength: 'Intensidad',
  mix: (one, other) => `Entre ${one} y ${other}`,
  addToBag: (name) => (name ? `Añadir ${name} a la bolsa` : 'Añadir a la bolsa'),
  consent: {
    title: 'Antes de empezar',
    text: 'La prueba ocurre en tu navegador. Tu foto no se sube y se olvida al salir de esta página. ¿Podemos abrirla aquí?',
    agree: 'De acuerdo',
    decline: 'Ahora no',
  },
  stages: {
    load: 'Abriendo el probador',
    decode: 'Leyendo la imagen',
    segment: 'Buscando la ropa',
    mask: 'Trazando la prenda',
    encode: 'Estudiando la forma y la luz',
    align: 'Ajustando la prenda',
    transfer: 'Colocando la tela',
    composite: 'Terminando la imagen',
  },
  errors: {
    'not-an-image': {
      message: 'Este archivo no es una imagen que podamos leer.',
      advice: 'Elige una foto en formato JPEG, PNG o WebP.',
    },
    'image-too-large': {
      message: 'Esta foto es demasiado grande.',
      advice: 'Elige una más pequeña o guárdala con menor resolución.',
    },
    'image-too-small': {
      message: 'Esta foto es demasiado pequeña.',
      advice: 'Elige una con más detalle; una miniatura no basta.',
    },
    'image-unavailable': {
      message: 'No se pudo cargar la imagen.',
      advice: 'Comprueba tu conexión y vuelve a intentarlo.',
    },
    'no-person': {
      message: 'No hemos encontrado a nadie en esta foto.',
      advice: 'Elige una en la que se te vea de frente y con buena luz.',
    },
    'no-garment': {
      message: 'No hemos encontrado en ti una prenda que corresponda.',
      advice: 'Elige una foto en la que se vea la parte de tu ropa que va a cambiar.',
    },
    'no-product': {
      message: 'Este artículo todavía no se puede probar.',
      advice: 'Su imagen no muestra la prenda con suficiente claridad. Prueba con otro artículo.',
    },
    'model-unavailable': {
      message: 'No se pudo cargar el probador.',
      advice: 'Comprueba tu conexión y vuelve a intentarlo.',
    },
    'model-corrupt': {
      message: 'Un archivo del probador llegó dañado.',
      advice: 'Vuelve a intentarlo; si se repite, recarga la página.',
    },
    unsupported: {
      message: 'Este navegador no puede ejecutar el probador.',
      advice: 'Usa una versión actual de Chrome, Edge, Firefox o Safari.',
    },
    'out-of-memory': {
      message: 'Este dispositivo se ha quedado sin memoria.',
      advice: 'Cierra otras pestañas o elige una foto más pequeña.',
    },
    'engine-lost': {
      message: 'La prueba se ha interrumpido.',
      advice: 'Vuelve a intentarlo.',
    },
    internal: {
      message: 'Algo ha fallado por nuestra parte.',
      advice: 'Vuelve a intentarlo o elige otra foto.',
    },
  },
  productPicture: {
    message: 'No se pudo usar la imagen de este artículo.',
    advice: 'Vuelve a intentarlo o prueba con otro artículo.',
  },
  warnings: {
    'several-people': 'Hay varias personas en la foto; se viste a la que está delante.',
    'garment-cropped': 'Parte de la prenda queda fuera de la foto.',
    'other-garment-worn': 'En la foto llevas otro tipo de prenda, así que la forma puede variar.',
    'garment-small': 'Se te ve de lejos en la foto; acércate para ganar detalle.',
    'garment-hidden': 'Una de las prendas queda oculta bajo otra.',
    'product-cut-out-rough': 'La imagen del artículo tiene un fondo recargado y los bordes pueden quedar imprecisos.',
    'several-products': 'La imagen muestra varias prendas; se prueba una de ellas.',
    'backend-fallback': 'No se pudo usar el chip gráfico; ha tardado un poco más.',
  },
};

export const shelf: ShelfStrings = {
  show: 'Ver en mi foto',
  shown: (shown, total) => `${shown} de ${total} en pantalla`,
  onPhoto: (alt) => (alt ? `${alt}, en tu foto` : 'en tu foto'),
};
