import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'Virtuelle Anprobe',
  title: 'An dir ansehen',
  photoAdvice: 'Am besten eignet sich ein Foto von vorn, auf dem deine Kleidung gut zu sehen ist.',
  choosePhoto: 'Foto auswählen',
  takePhoto: 'Foto aufnehmen',
  dropOrPaste: 'oder hierher ziehen oder einfügen',
  dropHere: 'Foto hier ablegen',
  privacy: 'Dein Foto bleibt auf diesem Gerät',
  disclaimer: 'Eine Stilvorschau, keine Aussage über Größe oder Passform',
  tryOn: 'Anprobieren',
  noGarment: 'Wähle ein Kleidungsstück zum Anprobieren.',
  cancel: 'Abbrechen',
  retry: 'Noch einmal versuchen',
  chooseAnother: 'Anderes Foto auswählen',
  sampleModels: 'Kein Foto zur Hand? Probiere es an einem dieser Modelle',
  clear: 'Foto entfernen',
  dismiss: 'Ausblenden',
  before: 'Vorher',
  after: 'KI-Vorschau',
  compareLabel: 'Vorher und nachher vergleichen',
  compareValue: (beforePercent) => `${beforePercent}\u00a0% vorher, ${100 - beforePercent}\u00a0% nachher`,
  photoAlt: 'Dein Foto',
  resultAlt: 'Dein Foto mit dem Kleidungsstück',
  loadedOf: (loaded, total) => `${loaded} von ${total}`,
  announceBusy: 'Deine Anprobe wird vorbereitet.',
  announceDone: 'Deine Anprobe ist fertig.',
  checking: 'Dein Foto wird geprüft',
  unavailable: 'Das ließ sich nicht öffnen. Prüfe deine Verbindung und versuche es noch einmal.',
  offline: {
    message: 'Du bist offline.',
    advice: 'Die Umkleide öffnet sich von selbst, sobald die Verbindung wieder da ist.',
  },
  viewer: {
    open: 'Genauer ansehen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    close: 'Schließen',
    value: (percent) => `Zoom ${percent} %`,
  },
  more: 'Mehr',
  save: 'Bild speichern',
  share: 'Teilen',
  wearWith: 'Kombinieren mit',
  kinds: { auto: 'Kleidungsstück', top: 'Oberteil', outerwear: 'Jacke', bottom: 'Hose oder Rock', dress: 'Kleid' },
  strength: 'Stärke',
  mix: (one, other) => `Zwischen ${one} und ${other}`,
  addToBag: (name) => (name ? `${name} in die Tasche` : 'In die Tasche'),
  consent: {
    title: 'Bevor es losgeht',
    text: 'Die Anprobe findet in deinem Browser statt. Dein Foto wird nicht hochgeladen und ist vergessen, wenn du diese Seite verlässt. Dürfen wir es hier öffnen?',
    agree: 'Einverstanden',
    decline: 'Nicht jetzt',
  },
  stages: {
    load: 'Umkleide wird geöffnet',
    decode: 'Bild wird gelesen',
    segment: 'Kleidung wird gesucht',
    mask: 'Umriss wird erfasst',
    encode: 'Form und Licht werden erfasst',
    align: 'Kleidungsstück wird angepasst',
    transfer: 'Stoff wird aufgelegt',
    composite: 'Bild wird fertiggestellt',
  },
  errors: {
    'not-an-image': {
      message: 'Diese Datei ist kein lesbares Bild.',
      advice: 'Wähle ein Foto im Format JPEG, PNG oder WebP.',
    },
    'image-too-large': {
      message: 'Dieses Foto ist zu groß.',
      advice: 'Wähle ein kleineres oder speichere es mit geringerer Auflösung.',
    },
    'image-too-small': {
      message: 'Dieses Foto ist zu klein.',
      advice: 'Wähle eines mit mehr Details; Vorschaubilder reichen nicht aus.',
    },
    'image-unavailable': {
      message: 'Das Bild konnte nicht geladen werden.',
      advice: 'Prüfe deine Verbindung und versuche es noch einmal.',
    },
    'no-person': {
      message: 'Auf diesem Foto ist niemand zu erkennen.',
      advice: 'Wähle eines, das dich von vorn und bei gutem Licht zeigt.',
    },
    'no-garment': {
      message: 'An dir ist kein passendes Kleidungsstück zu erkennen.',
      advice: 'Wähle ein Foto, auf dem der Teil deiner Kleidung zu sehen ist, der sich ändern soll.',
    },
    'no-product': {
      message: 'Dieses Produkt lässt sich noch nicht anprobieren.',
      advice: 'Sein Bild zeigt das Kleidungsstück nicht deutlich genug. Probiere ein anderes Produkt.',
    },
    'model-unavailable': {
      message: 'Die Umkleide konnte nicht geladen werden.',
      advice: 'Prüfe deine Verbindung und versuche es noch einmal.',
    },
    'model-corrupt': {
      message: 'Eine Datei der Umkleide kam beschädigt an.',
      advice: 'Versuche es noch einmal; hilft das nicht, lade die Seite neu.',
    },
    unsupported: {
      message: 'Dieser Browser kann die Anprobe nicht ausführen.',
      advice: 'Verwende eine aktuelle Version von Chrome, Edge, Firefox oder Safari.',
    },
    'out-of-memory': {
      message: 'Der Speicher dieses Geräts reicht nicht aus.',
      advice: 'Schließe andere Tabs oder wähle ein kleineres Foto.',
    },
    'engine-lost': {
      message: 'Die Anprobe wurde unterbrochen.',
      advice: 'Versuche es noch einmal.',
    },
    internal: {
      message: 'Bei uns ist etwas schiefgegangen.',
      advice: 'Versuche es noch einmal oder wähle ein anderes Foto.',
    },
  },
  productPicture: {
    message: 'Das Bild dieses Produkts ließ sich nicht verwenden.',
    advice: 'Versuche es noch einmal oder probiere ein anderes Produkt.',
  },
  warnings: {
    'several-people': 'Auf dem Foto sind mehrere Personen; angezogen wird die vordere.',
    'garment-cropped': 'Ein Teil des Kleidungsstücks liegt außerhalb des Fotos.',
    'other-garment-worn': 'Auf dem Foto trägst du ein anderes Kleidungsstück, die Form kann daher abweichen.',
    'garment-small': 'Du bist auf dem Foto recht klein; aus der Nähe werden Details schärfer.',
    'garment-hidden': 'Eines der Teile ist ganz von einem anderen verdeckt.',
    'shape-kept': 'Ärmel, Länge oder Ausschnitt sind die deiner eigenen Kleidung.',
    'product-cut-out-rough': 'Das Produktbild hat einen unruhigen Hintergrund, Kanten können ungenau sein.',
    'product-kind-unsure':
      'Aus dem Produktbild geht nicht klar hervor, was für ein Kleidungsstück es ist; das Ergebnis kann falsch sein.',
    'several-products': 'Das Produktbild zeigt mehrere Kleidungsstücke; eines davon wird anprobiert.',
    'backend-fallback': 'Der Grafikchip ließ sich nicht nutzen; es hat etwas länger gedauert.',
  },
};

export const shelf: ShelfStrings = {
  show: 'Auf meinem Foto zeigen',
  shown: (shown, total) => `${shown} von ${total} gezeigt`,
  onPhoto: (alt) => (alt ? `${alt}, auf deinem Foto` : 'auf deinem Foto'),
};
