import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'Prova virtuale',
  title: 'Guardalo su di te',
  photoAdvice: 'L’ideale è una foto di fronte, con i vestiti ben visibili.',
  choosePhoto: 'Scegli una foto',
  takePhoto: 'Scatta una foto',
  dropOrPaste: 'o trascinala o incollala qui',
  dropHere: 'Rilascia qui la tua foto',
  privacy: 'La tua foto resta su questo dispositivo',
  disclaimer: 'Un’anteprima dello stile, non della taglia o della vestibilità',
  tryOn: 'Prova',
  noGarment: 'Scegli un capo da provare.',
  cancel: 'Annulla',
  retry: 'Riprova',
  chooseAnother: 'Scegli un’altra foto',
  sampleModels: 'Nessuna foto a portata di mano? Prova su uno di questi modelli',
  clear: 'Rimuovi la foto',
  dismiss: 'Nascondi',
  before: 'Prima',
  after: 'Anteprima IA',
  compareLabel: 'Confronta prima e dopo',
  compareValue: (beforePercent) => `${beforePercent}% prima, ${100 - beforePercent}% dopo`,
  photoAlt: 'La tua foto',
  resultAlt: 'La tua foto con il capo indossato',
  loadedOf: (loaded, total) => `${loaded} di ${total}`,
  announceBusy: 'La prova è in preparazione.',
  announceDone: 'La prova è pronta.',
  checking: 'Controllo della foto',
  unavailable: 'Impossibile aprire. Controlla la connessione e riprova.',
  offline: {
    message: 'Sei offline.',
    advice: 'Il camerino si aprirà da solo al ritorno della connessione.',
  },
  more: 'Altro',
  save: 'Salva immagine',
  share: 'Condividi',
  wearWith: 'Abbina con',
  kinds: { auto: 'Capo', top: 'Maglia', outerwear: 'Giacca', bottom: 'Pantaloni o gonna', dress: 'Vestito' },
  strength: 'Intensità',
  mix: (one, other) => `Tra ${one} e ${other}`,
  addToBag: (name) => (name ? `Aggiungi ${name} al carrello` : 'Aggiungi al carrello'),
  consent: {
    title: 'Prima di iniziare',
    text: 'La prova avviene nel tuo browser. La tua foto non viene caricata e viene dimenticata quando lasci la pagina. Possiamo aprirla qui?',
    agree: 'Accetto',
    decline: 'Non ora',
  },
  stages: {
    load: 'Apertura del camerino',
    decode: 'Lettura dell’immagine',
    segment: 'Ricerca dei vestiti',
    mask: 'Contorno del capo',
    encode: 'Studio di forma e luce',
    align: 'Adattamento del capo',
    transfer: 'Stesura del tessuto',
    composite: 'Ultimi ritocchi',
  },
  errors: {
    'not-an-image': {
      message: 'Questo file non è un’immagine leggibile.',
      advice: 'Scegli una foto JPEG, PNG o WebP.',
    },
    'image-too-large': {
      message: 'Questa foto è troppo grande.',
      advice: 'Scegline una più piccola o salvala a risoluzione inferiore.',
    },
    'image-too-small': {
      message: 'Questa foto è troppo piccola.',
      advice: 'Scegline una più dettagliata; una miniatura non basta.',
    },
    'image-unavailable': {
      message: 'Impossibile caricare l’immagine.',
      advice: 'Controlla la connessione e riprova.',
    },
    'no-person': {
      message: 'In questa foto non abbiamo trovato nessuno.',
      advice: 'Scegline una in cui ti si veda di fronte, con buona luce.',
    },
    'no-garment': {
      message: 'Non abbiamo trovato su di te un capo corrispondente.',
      advice: 'Scegli una foto in cui si veda la parte da cambiare.',
    },
    'no-product': {
      message: 'Questo articolo non si può ancora provare.',
      advice: 'La sua immagine non mostra bene il capo. Prova un altro articolo.',
    },
    'model-unavailable': {
      message: 'Impossibile caricare il camerino.',
      advice: 'Controlla la connessione e riprova.',
    },
    'model-corrupt': {
      message: 'Un file del camerino è arrivato danneggiato.',
      advice: 'Riprova; se succede ancora, ricarica la pagina.',
    },
    unsupported: {
      message: 'Questo browser non supporta la prova.',
      advice: 'Usa una versione recente di Chrome, Edge, Firefox o Safari.',
    },
    'out-of-memory': {
      message: 'Questo dispositivo ha esaurito la memoria.',
      advice: 'Chiudi altre schede o scegli una foto più piccola.',
    },
    'engine-lost': {
      message: 'La prova si è interrotta.',
      advice: 'Riprova.',
    },
    internal: {
      message: 'Qualcosa è andato storto da parte nostra.',
      advice: 'Riprova o scegli un’altra foto.',
    },
  },
  productPicture: {
    message: 'Impossibile usare l’immagine di questo articolo.',
    advice: 'Riprova o prova un altro articolo.',
  },
  warnings: {
    'several-people': 'Nella foto ci sono più persone; viene vestita quella davanti.',
    'garment-cropped': 'Una parte del capo è fuori dalla foto.',
    'other-garment-worn': 'Nella foto indossi un altro tipo di capo, la forma può variare.',
    'garment-small': 'Nella foto appari in lontananza; avvicinati per più dettagli.',
    'garment-hidden': 'Uno dei capi è nascosto sotto un altro.',
    'product-cut-out-rough': 'L’immagine dell’articolo ha uno sfondo ricco, i bordi possono essere imprecisi.',
    'several-products': 'L’immagine mostra più capi; ne viene provato uno.',
    'backend-fallback': 'Non è stato possibile usare il chip grafico; ci è voluto un po’ di più.',
  },
};

export const shelf: ShelfStrings = {
  show: 'Mostra sulla mia foto',
  shown: (shown, total) => `${shown} di ${total} sulla foto`,
  onPhoto: (alt) => (alt ? `${alt}, sulla tua foto` : 'sulla tua foto'),
};
