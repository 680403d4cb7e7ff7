import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'Wirtualna przymierzalnia',
  title: 'Zobacz na sobie',
  photoAdvice: 'Najlepsze jest zdjęcie z przodu, na którym dobrze widać ubranie.',
  choosePhoto: 'Wybierz zdjęcie',
  takePhoto: 'Zrób zdjęcie',
  dropOrPaste: 'albo przeciągnij lub wklej je tutaj',
  dropHere: 'Upuść zdjęcie tutaj',
  privacy: 'Twoje zdjęcie zostaje na tym urządzeniu',
  disclaimer: 'Podgląd stylu, nie rozmiaru ani dopasowania',
  tryOn: 'Przymierz',
  noGarment: 'Wybierz ubranie do przymierzenia.',
  cancel: 'Anuluj',
  retry: 'Spróbuj ponownie',
  chooseAnother: 'Wybierz inne zdjęcie',
  sampleModels: 'Nie masz zdjęcia pod ręką? Przymierz na jednej z tych osób',
  clear: 'Usuń zdjęcie',
  dismiss: 'Ukryj',
  before: 'Przed',
  after: 'Podgląd AI',
  compareLabel: 'Porównaj przed i po',
  compareValue: (beforePercent) => `${beforePercent}% przed, ${100 - beforePercent}% po`,
  photoAlt: 'Twoje zdjęcie',
  resultAlt: 'Twoje zdjęcie z nowym ubraniem',
  loadedOf: (loaded, total) => `${loaded} z ${total}`,
  announceBusy: 'Przymiarka jest przygotowywana.',
  announceDone: 'Przymiarka jest gotowa.',
  checking: 'Sprawdzanie zdjęcia',
  unavailable: 'Nie udało się otworzyć. Sprawdź połączenie i spróbuj ponownie.',
  offline: {
    message: 'Brak połączenia z internetem.',
    advice: 'Przymierzalnia otworzy się sama, gdy połączenie wróci.',
  },
  more: 'Więcej',
  save: 'Zapisz obraz',
  share: 'Udostępnij',
  wearWith: 'Noś z',
  kinds: { auto: 'Ubranie', top: 'Góra', outerwear: 'Kurtka', bottom: 'Spodnie lub spódnica', dress: 'Sukienka' },
  strength: 'Intensywność',
  mix: (one, other) => `Proporcje: ${one} i ${other}`,
  addToBag: (name) => (name ? `Do koszyka: ${name}` : 'Do koszyka'),
  consent: {
    title: 'Zanim zaczniesz',
    text: 'Przymiarka odbywa się w Twojej przeglądarce. Zdjęcie nie jest wysyłane i znika, gdy opuścisz tę stronę. Czy możemy je tu otworzyć?',
    agree: 'Zgadzam się',
    decline: 'Nie teraz',
  },
  stages: {
    load: 'Otwieranie przymierzalni',
    decode: 'Wczytywanie obrazu',
    segment: 'Szukanie ubrań',
    mask: 'Obrysowywanie ubrania',
    encode: 'Badanie kształtu i światła',
    align: 'Dopasowywanie ubrania',
    transfer: 'Nakładanie tkaniny',
    composite: 'Wykańczanie obrazu',
  },
  errors: {
    'not-an-image': {
      message: 'Nie możemy odczytać obrazu z tego pliku.',
      advice: 'Wybierz zdjęcie JPEG, PNG lub WebP.',
    },
    'image-too-large': {
      message: 'To zdjęcie jest za duże.',
      advice: 'Wybierz mniejsze albo zapisz je w niższej rozdzielczości.',
    },
    'image-too-small': {
      message: 'To zdjęcie jest za małe.',
      advice: 'Wybierz bardziej szczegółowe; miniatura nie wystarczy.',
    },
    'image-unavailable': {
      message: 'Nie udało się pobrać obrazu.',
      advice: 'Sprawdź połączenie i spróbuj ponownie.',
    },
    'no-person': {
      message: 'Nie widzimy nikogo na tym zdjęciu.',
      advice: 'Wybierz takie, na którym widać Cię z przodu i w dobrym świetle.',
    },
    'no-garment': {
      message: 'Nie widzimy na Tobie pasującego ubrania.',
      advice: 'Wybierz zdjęcie, na którym widać zmienianą część stroju.',
    },
    'no-product': {
      message: 'Tego produktu nie można jeszcze przymierzyć.',
      advice: 'Jego zdjęcie nie pokazuje ubrania dość wyraźnie. Wybierz inny produkt.',
    },
    'model-unavailable': {
      message: 'Nie udało się wczytać przymierzalni.',
      advice: 'Sprawdź połączenie i spróbuj ponownie.',
    },
    'model-corrupt': {
      message: 'Jeden z plików przymierzalni jest uszkodzony.',
      advice: 'Spróbuj ponownie; jeśli to się powtórzy, odśwież stronę.',
    },
    unsupported: {
      message: 'Ta przeglądarka nie obsługuje przymierzalni.',
      advice: 'Użyj aktualnej wersji Chrome, Edge, Firefox lub Safari.',
    },
    'out-of-memory': {
      message: 'Temu urządzeniu zabrakło pamięci.',
      advice: 'Zamknij inne karty albo wybierz mniejsze zdjęcie.',
    },
    'engine-lost': {
      message: 'Przymiarka została przerwana.',
      advice: 'Spróbuj ponownie.',
    },
    internal: {
      message: 'Coś poszło nie tak po naszej stronie.',
      advice: 'Spróbuj ponownie albo wybierz inne zdjęcie.',
    },
  },
  productPicture: {
    message: 'Nie udało się użyć zdjęcia tego produktu.',
    advice: 'Spróbuj ponownie albo wybierz inny produkt.',
  },
  warnings: {
    'several-people': 'Na zdjęciu jest kilka osób; ubrana zostaje ta z przodu.',
    'garment-cropped': 'Część ubrania jest poza zdjęciem.',
    'other-garment-worn': 'Na zdjęciu masz inny rodzaj ubrania, więc kształt może się różnić.',
    'garment-small': 'Na zdjęciu widać Cię z daleka; z bliska szczegółów będzie więcej.',
    'garment-hidden': 'Jedno z ubrań jest zakryte przez inne.',
    'product-cut-out-rough': 'Zdjęcie produktu ma niespokojne tło, więc krawędzie mogą być niedokładne.',
    'several-products': 'Zdjęcie produktu pokazuje kilka ubrań; przymierzane jest jedno z nich.',
    'backend-fallback': 'Nie udało się użyć układu graficznego; trwało to trochę dłużej.',
  },
};

export const shelf: ShelfStrings = {
  show: 'Pokaż na moim zdjęciu',
  shown: (shown, total) => `Pokazano ${shown} z ${total}`,
  onPhoto: (alt) => (alt ? `${alt}, na Twoim zdjęciu` : 'na Twoim zdjęciu'),
};
