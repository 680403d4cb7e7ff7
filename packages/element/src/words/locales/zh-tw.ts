import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: '虛擬試衣',
  title: '看看穿在身上的樣子',
  photoAdvice: '最好使用能看清楚衣服的正面照。',
  choosePhoto: '選擇照片',
  takePhoto: '拍照',
  dropOrPaste: '或拖放、貼上到這裡',
  dropHere: '將照片拖到這裡',
  privacy: '照片只留在這台裝置上',
  disclaimer: '僅為款式預覽，不代表尺寸或合身程度',
  tryOn: '試穿',
  noGarment: '請選擇要試穿的衣服。',
  cancel: '取消',
  retry: '再試一次',
  chooseAnother: '換一張照片',
  sampleModels: '手邊沒有照片？用這些模特兒試試',
  clear: '移除照片',
  dismiss: '關閉',
  before: '試穿前',
  after: 'AI 預覽',
  compareLabel: '比較試穿前後',
  compareValue: (beforePercent) => `試穿前 ${beforePercent}%，試穿後 ${100 - beforePercent}%`,
  photoAlt: '您的照片',
  resultAlt: '您試穿後的照片',
  loadedOf: (loaded, total) => `${loaded} / ${total}`,
  announceBusy: '正在準備試穿。',
  announceDone: '試穿已完成。',
  checking: '正在檢查照片',
  unavailable: '無法開啟。請檢查網路後再試一次。',
  offline: {
    message: '目前沒有網路。',
    advice: '網路恢復後，試衣間會自動開啟。',
  },
  more: '更多',
  save: '儲存圖片',
  share: '分享',
  wearWith: '搭配',
  kinds: { auto: '衣服', top: '上衣', outerwear: '外套', bottom: '褲子或裙子', dress: '洋裝' },
  strength: '強度',
  mix: (one, other) => `${one}與${other}之間`,
  addToBag: (name) => (name ? `將${name}加入購物袋` : '加入購物袋'),
  consent: {
    title: '開始之前',
    text: '試穿在您的瀏覽器中完成。照片不會上傳，離開此頁面後即被清除。可以在這裡開啟照片嗎？',
    agree: '同意',
    decline: '先不要',
  },
  stages: {
    load: '正在開啟試衣間',
    decode: '正在讀取圖片',
    segment: '正在辨識衣服',
    mask: '正在描繪輪廓',
    encode: '正在分析形狀和光線',
    align: '正在調整衣服',
    transfer: '正在鋪上布料',
    composite: '正在完成圖片',
  },
  errors: {
    'not-an-image': {
      message: '無法將此檔案讀取為圖片。',
      advice: '請選擇 JPEG、PNG 或 WebP 照片。',
    },
    'image-too-large': {
      message: '照片太大。',
      advice: '請選擇小一點的照片，或降低解析度後儲存。',
    },
    'image-too-small': {
      message: '照片太小。',
      advice: '請選擇更清晰的照片，縮圖不適用。',
    },
    'image-unavailable': {
      message: '無法載入圖片。',
      advice: '請檢查網路後再試一次。',
    },
    'no-person': {
      message: '照片中沒有找到人。',
      advice: '請選擇光線良好的正面照。',
    },
    'no-garment': {
      message: '沒有在您身上找到對應的衣服。',
      advice: '請選擇能看到要更換部位的照片。',
    },
    'no-product': {
      message: '此商品暫時無法試穿。',
      advice: '商品圖片中的衣服不夠清楚，請試試其他商品。',
    },
    'model-unavailable': {
      message: '無法載入試衣間。',
      advice: '請檢查網路後再試一次。',
    },
    'model-corrupt': {
      message: '試衣間的檔案已損毀。',
      advice: '請再試一次；若再次發生，請重新整理頁面。',
    },
    unsupported: {
      message: '此瀏覽器無法試穿。',
      advice: '請使用最新版 Chrome、Edge、Firefox 或 Safari。',
    },
    'out-of-memory': {
      message: '裝置記憶體不足。',
      advice: '請關閉其他分頁，或選擇小一點的照片。',
    },
    'engine-lost': {
      message: '試穿已中斷。',
      advice: '請再試一次。',
    },
    internal: {
      message: '我們這邊出了點問題。',
      advice: '請再試一次，或換一張照片。',
    },
  },
  productPicture: {
    message: '無法使用此商品的圖片。',
    advice: '請再試一次，或試試其他商品。',
  },
  warnings: {
    'several-people': '照片中有多人，已為前面的人試穿。',
    'garment-cropped': '衣服有一部分在照片之外。',
    'other-garment-worn': '照片中您穿的是另一類衣服，形狀可能有差異。',
    'garment-small': '您在照片中較小，靠近一點會更清晰。',
    'garment-hidden': '有一件衣服被另一件遮住了。',
    'product-cut-out-rough': '商品圖片背景較雜，邊緣可能不夠精細。',
    'several-products': '商品圖片中有多件衣服，已試穿其中一件。',
    'backend-fallback': '無法使用繪圖晶片，所以多花了一點時間。',
  },
};

export const shelf: ShelfStrings = {
  show: '在我的照片上查看',
  shown: (shown, total) => `已顯示 ${shown} / ${total}`,
  onPhoto: (alt) => (alt ? `${alt}，在您的照片上` : '在您的照片上'),
};
