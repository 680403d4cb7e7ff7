import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: '虚拟试衣',
  title: '看看上身效果',
  photoAdvice: '最好用能看清衣服的正面照。',
  choosePhoto: '选择照片',
  takePhoto: '拍照',
  dropOrPaste: '或拖放、粘贴到这里',
  dropHere: '将照片拖到这里',
  privacy: '照片只留在此设备上',
  disclaimer: '仅为款式预览，不代表尺码或合身程度',
  tryOn: '试穿',
  noGarment: '请选择要试穿的衣服。',
  cancel: '取消',
  retry: '重试',
  chooseAnother: '换一张照片',
  sampleModels: '手边没有照片？用这些模特试试',
  clear: '移除照片',
  dismiss: '关闭',
  before: '试穿前',
  after: 'AI 预览',
  compareLabel: '对比试穿前后',
  compareValue: (beforePercent) => `试穿前 ${beforePercent}%，试穿后 ${100 - beforePercent}%`,
  photoAlt: '您的照片',
  resultAlt: '您试穿后的照片',
  loadedOf: (loaded, total) => `${loaded} / ${total}`,
  announceBusy: '正在准备试穿。',
  announceDone: '试穿已完成。',
  checking: '正在检查照片',
  unavailable: '无法打开。请检查网络后重试。',
  offline: {
    message: '当前没有网络。',
    advice: '网络恢复后，试衣间会自动打开。',
  },
  more: '更多',
  save: '保存图片',
  share: '分享',
  wearWith: '搭配',
  kinds: { auto: '衣服', top: '上衣', outerwear: '外套', bottom: '裤子或裙子', dress: '连衣裙' },
  strength: '强度',
  mix: (one, other) => `${one}与${other}之间`,
  addToBag: (name) => (name ? `将${name}加入购物袋` : '加入购物袋'),
  consent: {
    title: '开始之前',
    text: '试穿在您的浏览器中完成。照片不会上传，离开此页面后即被清除。可以在这里打开照片吗？',
    agree: '同意',
    decline: '暂不',
  },
  stages: {
    load: '正在打开试衣间',
    decode: '正在读取图片',
    segment: '正在识别衣服',
    mask: '正在勾勒轮廓',
    encode: '正在分析形状和光线',
    align: '正在调整衣服',
    transfer: '正在铺上面料',
    composite: '正在完成图片',
  },
  errors: {
    'not-an-image': {
      message: '无法将此文件读取为图片。',
      advice: '请选择 JPEG、PNG 或 WebP 照片。',
    },
    'image-too-large': {
      message: '照片太大。',
      advice: '请选择小一些的照片，或降低分辨率后保存。',
    },
    'image-too-small': {
      message: '照片太小。',
      advice: '请选择更清晰的照片，缩略图不适用。',
    },
    'image-unavailable': {
      message: '无法加载图片。',
      advice: '请检查网络后重试。',
    },
    'no-person': {
      message: '照片中没有找到人。',
      advice: '请选择光线良好的正面照。',
    },
    'no-garment': {
      message: '没有在您身上找到对应的衣服。',
      advice: '请选择能看到要更换部位的照片。',
    },
    'no-product': {
      message: '此商品暂时无法试穿。',
      advice: '商品图片中的衣服不够清楚，请试试其他商品。',
    },
    'model-unavailable': {
      message: '无法加载试衣间。',
      advice: '请检查网络后重试。',
    },
    'model-corrupt': {
      message: '试衣间的文件已损坏。',
      advice: '请重试；若再次出现，请刷新页面。',
    },
    unsupported: {
      message: '此浏览器无法试穿。',
      advice: '请使用最新版 Chrome、Edge、Firefox 或 Safari。',
    },
    'out-of-memory': {
      message: '设备内存不足。',
      advice: '请关闭其他标签页，或选择小一些的照片。',
    },
    'engine-lost': {
      message: '试穿被中断。',
      advice: '请重试。',
    },
    internal: {
      message: '我们这边出了点问题。',
      advice: '请重试，或换一张照片。',
    },
  },
  productPicture: {
    message: '无法使用此商品的图片。',
    advice: '请重试，或试试其他商品。',
  },
  warnings: {
    'several-people': '照片中有多人，已为前面的人试穿。',
    'garment-cropped': '衣服有一部分在照片之外。',
    'other-garment-worn': '照片中您穿的是另一类衣服，形状可能有差异。',
    'garment-small': '您在照片中较小，靠近一些会更清晰。',
    'garment-hidden': '有一件衣服被另一件遮住了。',
    'product-cut-out-rough': '商品图片背景较杂，边缘可能不够精细。',
    'several-products': '商品图片中有多件衣服，已试穿其中一件。',
    'backend-fallback': '无法使用图形芯片，所以多花了一点时间。',
  },
};

export const shelf: ShelfStrings = {
  show: '在我的照片上查看',
  shown: (shown, total) => `已显示 ${shown} / ${total}`,
  onPhoto: (alt) => (alt ? `${alt}，在您的照片上` : '在您的照片上'),
};
