import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'Virtueel passen',
  title: 'Bekijk het bij jezelf',
  photoAdvice: 'Een foto van voren waarop je kleding goed te zien is, werkt het best.',
  choosePhoto: 'Kies een foto',
  takePhoto: 'Maak een foto',
  dropOrPaste: 'of sleep of plak er hier een',
  dropHere: 'Zet je foto hier neer',
  privacy: 'Je foto blijft op dit apparaat',
  disclaimer: 'Een indruk van de stijl, niet van maat of pasvorm',
  tryOn: 'Passen',
  noGarment: 'Kies een kledingstuk om te passen.',
  cancel: 'Annuleren',
  retry: 'Opnieuw proberen',
  chooseAnother: 'Kies een andere foto',
  sampleModels: 'Geen foto bij de hand? Pas het op een van deze modellen',
  clear: 'Foto verwijderen',
  dismiss: 'Sluiten',
  before: 'Voor',
  after: 'AI-voorbeeld',
  compareLabel: 'Vergelijk voor en na',
  compareValue: (beforePercent) => `${beforePercent}% voor, ${100 - beforePercent}% na`,
  photoAlt: 'Je foto',
  resultAlt: 'Je foto met het kledingstuk aan',
  loadedOf: (loaded, total) => `${loaded} van ${total}`,
  announceBusy: 'Je pasbeurt wordt voorbereid.',
  announceDone: 'Je pasbeurt is klaar.',
  checking: 'Je foto wordt bekeken',
  unavailable: 'Dit kon niet worden geopend. Controleer je verbinding en probeer het opnieuw.',
  offline: {
    message: 'Je bent offline.',
    advice: 'De paskamer opent vanzelf zodra de verbinding terug is.',
  },
  more: 'Meer',
  save: 'Foto opslaan',
  share: 'Delen',
  wearWith: 'Combineer met',
  kinds: { auto: 'Kledingstuk', top: 'Top', outerwear: 'Jas', bottom: 'Broek of rok', dress: 'Jurk' },
  strength: 'Sterkte',
  mix: (one, other) => `Tussen ${one} en ${other}`,
  addToBag: (name) => (name ? `${name} in winkelmand` : 'In winkelmand'),
  consent: {
    title: 'Voor je begint',
    text: 'Het passen gebeurt in je browser. Je foto wordt niet geüpload en wordt vergeten zodra je deze pagina verlaat. Mogen we hem hier openen?',
    agree: 'Akkoord',
    decline: 'Niet nu',
  },
  stages: {
    load: 'De paskamer gaat open',
    decode: 'De foto wordt gelezen',
    segment: 'De kleding wordt gezocht',
    mask: 'De omtrek wordt bepaald',
    encode: 'Vorm en licht worden bestudeerd',
    align: 'Het kledingstuk wordt aangepast',
    transfer: 'De stof wordt aangebracht',
    composite: 'De foto wordt afgewerkt',
  },
  errors: {
    'not-an-image': {
      message: 'Dit bestand is geen leesbare foto.',
      advice: 'Kies een foto in JPEG, PNG of WebP.',
    },
    'image-too-large': {
      message: 'Deze foto is te groot.',
      advice: 'Kies een kleinere, of sla hem op met een lagere resolutie.',
    },
    'image-too-small': {
      message: 'Deze foto is te klein.',
      advice: 'Kies er een met meer detail; een miniatuur is niet genoeg.',
    },
    'image-unavailable': {
      message: 'De foto kon niet worden geladen.',
      advice: 'Controleer je verbinding en probeer het opnieuw.',
    },
    'no-person': {
      message: 'We zien niemand op deze foto.',
      advice: 'Kies er een waarop je van voren en in goed licht te zien bent.',
    },
    'no-garment': {
      message: 'We hebben bij jou geen passend kledingstuk gevonden.',
      advice: 'Kies een foto waarop het deel dat verandert te zien is.',
    },
    'no-product': {
      message: 'Dit artikel kun je nog niet passen.',
      advice: 'De foto toont het kledingstuk niet duidelijk genoeg. Probeer een ander artikel.',
    },
    'model-unavailable': {
      message: 'De paskamer kon niet worden geladen.',
      advice: 'Controleer je verbinding en probeer het opnieuw.',
    },
    'model-corrupt': {
      message: 'Een bestand van de paskamer kwam beschadigd aan.',
      advice: 'Probeer het opnieuw; gebeurt het weer, herlaad dan de pagina.',
    },
    unsupported: {
      message: 'Passen werkt niet in deze browser.',
      advice: 'Gebruik een actuele versie van Chrome, Edge, Firefox of Safari.',
    },
    'out-of-memory': {
      message: 'Dit apparaat heeft te weinig geheugen.',
      advice: 'Sluit andere tabbladen of kies een kleinere foto.',
    },
    'engine-lost': {
      message: 'Het passen is onderbroken.',
      advice: 'Probeer het opnieuw.',
    },
    internal: {
      message: 'Er ging iets mis aan onze kant.',
      advice: 'Probeer het opnieuw of kies een andere foto.',
    },
  },
  productPicture: {
    message: 'De foto van dit artikel kon niet worden gebruikt.',
    advice: 'Probeer het opnieuw of kies een ander artikel.',
  },
  warnings: {
    'several-people': 'Er staan meer mensen op de foto; de voorste wordt aangekleed.',
    'garment-cropped': 'Een deel van het kledingstuk valt buiten de foto.',
    'other-garment-worn': 'Je draagt op de foto een ander soort kledingstuk, dus de vorm kan afwijken.',
    'garment-small': 'Je staat ver weg op de foto; kom dichterbij voor meer detail.',
    'garment-hidden': 'Een van de kledingstukken zit onder een ander.',
    'product-cut-out-rough': 'De artikelfoto heeft een drukke achtergrond, dus randen kunnen onnauwkeurig zijn.',
    'several-products': 'De artikelfoto toont meer kledingstukken; één daarvan wordt gepast.',
    'backend-fallback': 'De grafische chip kon niet worden gebruikt; dit duurde iets langer.',
  },
};

export const shelf: ShelfStrings = {
  show: 'Toon op mijn foto',
  shown: (shown, total) => `${shown} van ${total} getoond`,
  onPhoto: (alt) => (alt ? `${alt}, op je foto` : 'op je foto'),
};
