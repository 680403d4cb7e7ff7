import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'Provador virtual',
  title: 'Veja em você',
  photoAdvice: 'O ideal é uma foto de frente, com a roupa bem visível.',
  choosePhoto: 'Escolher uma foto',
  takePhoto: 'Tirar uma foto',
  dropOrPaste: 'ou arraste ou cole aqui',
  dropHere: 'Solte sua foto aqui',
  privacy: 'Sua foto fica neste dispositivo',
  disclaimer: 'Uma prévia do estilo, não do tamanho nem do caimento',
  tryOn: 'Provar',
  noGarment: 'Escolha uma peça para provar.',
  cancel: 'Cancelar',
  retry: 'Tentar de novo',
  chooseAnother: 'Escolher outra foto',
  sampleModels: 'Sem foto à mão? Prove em um destes modelos',
  clear: 'Remover a foto',
  dismiss: 'Dispensar',
  before: 'Antes',
  after: 'Prévia de IA',
  compareLabel: 'Comparar antes e depois',
  compareValue: (beforePercent) => `${beforePercent}% antes, ${100 - beforePercent}% depois`,
  photoAlt: 'Sua foto',
  resultAlt: 'Sua foto com a peça vestida',
  loadedOf: (loaded, total) => `${loaded} de ${total}`,
  announceBusy: 'Sua prova está sendo preparada.',
  announceDone: 'Sua prova está pronta.',
  checking: 'Verificando sua foto',
  unavailable: 'Não foi possível abrir. Verifique a conexão e tente de novo.',
  offline: {
    message: 'Você está sem conexão.',
    advice: 'O provador abre sozinho quando a conexão voltar.',
  },
  more: 'Mais',
  save: 'Salvar imagem',
  share: 'Compartilhar',
  wearWith: 'Combinar com',
  kinds: { auto: 'Peça', top: 'Blusa', outerwear: 'Casaco', bottom: 'Calça ou saia', dress: 'Vestido' },
  strength: 'Intensidade',
  mix: (one, other) => `Entre ${one} e ${other}`,
  addToBag: (name) => (name ? `Adicionar ${name} à sacola` : 'Adicionar à sacola'),
  consent: {
    title: 'Antes de começar',
    text: 'A prova acontece no seu navegador. Sua foto não é enviada e é esquecida quando você sai desta página. Podemos abri-la aqui?',
    agree: 'Concordo',
    decline: 'Agora não',
  },
  stages: {
    load: 'Abrindo o provador',
    decode: 'Lendo a imagem',
    segment: 'Procurando as roupas',
    mask: 'Contornando a peça',
    encode: 'Estudando forma e luz',
    align: 'Ajustando a peça',
    transfer: 'Aplicando o tecido',
    composite: 'Finalizando a imagem',
  },
  errors: {
    'not-an-image': {
      message: 'Este arquivo não é uma imagem que possamos ler.',
      advice: 'Escolha uma foto JPEG, PNG ou WebP.',
    },
    'image-too-large': {
      message: 'Esta foto é grande demais.',
      advice: 'Escolha uma menor ou salve-a com menos resolução.',
    },
    'image-too-small': {
      message: 'Esta foto é pequena demais.',
      advice: 'Escolha uma com mais detalhes; miniaturas não servem.',
    },
    'image-unavailable': {
      message: 'Não foi possível carregar a imagem.',
      advice: 'Verifique a conexão e tente de novo.',
    },
    'no-person': {
      message: 'Não encontramos ninguém nesta foto.',
      advice: 'Escolha uma em que você apareça de frente, com boa luz.',
    },
    'no-garment': {
      message: 'Não encontramos em você uma peça correspondente.',
      advice: 'Escolha uma foto que mostre a parte da roupa que vai mudar.',
    },
    'no-product': {
      message: 'Este produto ainda não pode ser provado.',
      advice: 'A imagem não mostra bem a peça. Prove outro produto.',
    },
    'model-unavailable': {
      message: 'Não foi possível carregar o provador.',
      advice: 'Verifique a conexão e tente de novo.',
    },
    'model-corrupt': {
      message: 'Um arquivo do provador chegou danificado.',
      advice: 'Tente de novo; se acontecer outra vez, recarregue a página.',
    },
    unsupported: {
      message: 'Este navegador não é compatível com o provador.',
      advice: 'Use uma versão atual do Chrome, Edge, Firefox ou Safari.',
    },
    'out-of-memory': {
      message: 'Este dispositivo ficou sem memória.',
      advice: 'Feche outras abas ou escolha uma foto menor.',
    },
    'engine-lost': {
      message: 'A prova foi interrompida.',
      advice: 'Tente de novo.',
    },
    internal: {
      message: 'Algo deu errado do nosso lado.',
      advice: 'Tente de novo ou escolha outra foto.',
    },
  },
  productPicture: {
    message: 'Não foi possível usar a imagem deste produto.',
    advice: 'Tente de novo ou prove outro produto.',
  },
  warnings: {
    'several-people': 'Há várias pessoas na foto; quem está na frente é vestido.',
    'garment-cropped': 'Parte da peça está fora da foto.',
    'other-garment-worn': 'Na foto você usa outro tipo de peça, então a forma pode variar.',
    'garment-small': 'Você está longe na foto; chegue mais perto para ter mais detalhes.',
    'garment-hidden': 'Uma das peças está escondida sob outra.',
    'product-cut-out-rough': 'A imagem do produto tem um fundo carregado; as bordas podem ficar imprecisas.',
    'several-products': 'A imagem mostra várias peças; uma delas é provada.',
    'backend-fallback': 'Não foi possível usar o chip gráfico; demorou um pouco mais.',
  },
};

export const shelf: ShelfStrings = {
  show: 'Ver na minha foto',
  shown: (shown, total) => `${shown} de ${total} na foto`,
  onPhoto: (alt) => (alt ? `${alt}, na sua foto` : 'na sua foto'),
};
