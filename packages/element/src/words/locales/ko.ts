import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: '가상 피팅',
  title: '내 모습으로 보기',
  photoAdvice: '옷이 잘 보이는 정면 사진이 가장 좋습니다.',
  choosePhoto: '사진 선택',
  takePhoto: '사진 찍기',
  dropOrPaste: '또는 여기에 끌어 놓거나 붙여 넣기',
  dropHere: '여기에 사진을 놓으세요',
  privacy: '사진은 이 기기를 벗어나지 않습니다',
  disclaimer: '스타일 미리보기이며 사이즈나 핏을 알려 주지 않습니다',
  tryOn: '입어 보기',
  noGarment: '입어 볼 옷을 선택하세요.',
  cancel: '취소',
  retry: '다시 시도',
  chooseAnother: '다른 사진 선택',
  sampleModels: '사진이 없나요? 이 모델로 입어 보세요',
  clear: '사진 삭제',
  dismiss: '닫기',
  before: '이전',
  after: 'AI 미리보기',
  compareLabel: '전후 비교',
  compareValue: (beforePercent) => `이전 ${beforePercent}%, 이후 ${100 - beforePercent}%`,
  photoAlt: '내 사진',
  resultAlt: '옷을 입어 본 내 사진',
  loadedOf: (loaded, total) => `${loaded} / ${total}`,
  announceBusy: '피팅을 준비하고 있습니다.',
  announceDone: '피팅이 준비되었습니다.',
  checking: '사진을 확인하는 중',
  unavailable: '열 수 없습니다. 연결을 확인하고 다시 시도하세요.',
  offline: {
    message: '오프라인 상태입니다.',
    advice: '연결되면 피팅룸이 자동으로 열립니다.',
  },
  more: '더보기',
  save: '이미지 저장',
  share: '공유',
  wearWith: '함께 입기',
  kinds: { auto: '옷', top: '상의', outerwear: '아우터', bottom: '바지 또는 치마', dress: '원피스' },
  strength: '강도',
  mix: (one, other) => `비율: ${one}, ${other}`,
  addToBag: (name) => (name ? `${name} 장바구니에 담기` : '장바구니에 담기'),
  consent: {
    title: '시작하기 전에',
    text: '피팅은 브라우저 안에서 이루어집니다. 사진은 업로드되지 않으며 이 페이지를 떠나면 사라집니다. 여기에서 사진을 열어도 될까요?',
    agree: '동의',
    decline: '나중에',
  },
  stages: {
    load: '피팅룸을 여는 중',
    decode: '이미지를 읽는 중',
    segment: '옷을 찾는 중',
    mask: '옷의 윤곽을 따는 중',
    encode: '형태와 빛을 살피는 중',
    align: '옷을 맞추는 중',
    transfer: '원단을 입히는 중',
    composite: '이미지를 마무리하는 중',
  },
  errors: {
    'not-an-image': {
      message: '이미지로 읽을 수 없는 파일입니다.',
      advice: 'JPEG, PNG 또는 WebP 사진을 선택하세요.',
    },
    'image-too-large': {
      message: '사진이 너무 큽니다.',
      advice: '더 작은 사진을 선택하거나 해상도를 낮춰 저장하세요.',
    },
    'image-too-small': {
      message: '사진이 너무 작습니다.',
      advice: '더 선명한 사진을 선택하세요. 섬네일은 사용할 수 없습니다.',
    },
    'image-unavailable': {
      message: '이미지를 불러오지 못했습니다.',
      advice: '연결을 확인하고 다시 시도하세요.',
    },
    'no-person': {
      message: '사진에서 사람을 찾지 못했습니다.',
      advice: '밝은 곳에서 정면으로 찍은 사진을 선택하세요.',
    },
    'no-garment': {
      message: '사진에서 바꿀 옷을 찾지 못했습니다.',
      advice: '바꿀 부분이 보이는 사진을 선택하세요.',
    },
    'no-product': {
      message: '아직 입어 볼 수 없는 상품입니다.',
      advice: '상품 이미지에서 옷이 잘 보이지 않습니다. 다른 상품을 선택하세요.',
    },
    'model-unavailable': {
      message: '피팅룸을 불러오지 못했습니다.',
      advice: '연결을 확인하고 다시 시도하세요.',
    },
    'model-corrupt': {
      message: '피팅룸 파일이 손상되었습니다.',
      advice: '다시 시도하세요. 계속되면 페이지를 새로 고치세요.',
    },
    unsupported: {
      message: '이 브라우저에서는 입어 볼 수 없습니다.',
      advice: '최신 버전의 Chrome, Edge, Firefox 또는 Safari를 사용하세요.',
    },
    'out-of-memory': {
      message: '기기의 메모리가 부족합니다.',
      advice: '다른 탭을 닫거나 더 작은 사진을 선택하세요.',
    },
    'engine-lost': {
      message: '피팅이 중단되었습니다.',
      advice: '다시 시도하세요.',
    },
    internal: {
      message: '문제가 발생했습니다.',
      advice: '다시 시도하거나 다른 사진을 선택하세요.',
    },
  },
  productPicture: {
    message: '이 상품의 이미지를 사용할 수 없습니다.',
    advice: '다시 시도하거나 다른 상품을 선택하세요.',
  },
  warnings: {
    'several-people': '사진에 여러 사람이 있어 앞에 있는 사람에게 입혔습니다.',
    'garment-cropped': '옷의 일부가 사진 밖에 있습니다.',
    'other-garment-worn': '사진에서 다른 종류의 옷을 입고 있어 모양이 다를 수 있습니다.',
    'garment-small': '사진에 작게 나왔습니다. 가까이 찍으면 더 자세히 보입니다.',
    'garment-hidden': '다른 옷에 가려진 옷이 있습니다.',
    'product-cut-out-rough': '상품 이미지의 배경이 복잡해 가장자리가 거칠 수 있습니다.',
    'several-products': '상품 이미지에 옷이 여러 벌 있어 그중 하나를 입혔습니다.',
    'backend-fallback': '그래픽 칩을 사용할 수 없어 시간이 조금 더 걸렸습니다.',
  },
};

export const shelf: ShelfStrings = {
  show: '내 사진으로 보기',
  shown: (shown, total) => `${shown} / ${total}개 표시됨`,
  onPhoto: (alt) => (alt ? `${alt}, 내 사진` : '내 사진'),
};
