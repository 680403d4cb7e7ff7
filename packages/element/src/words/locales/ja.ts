import type { ShelfStrings, Strings } from '../strings.js';

export const strings: Strings = {
  label: 'バーチャル試着',
  title: '自分で着てみる',
  photoAdvice: '服がよく見える正面の写真が最適です。',
  choosePhoto: '写真を選ぶ',
  takePhoto: '写真を撮る',
  dropOrPaste: 'またはここにドロップか貼り付け',
  dropHere: 'ここに写真をドロップ',
  privacy: '写真はこの端末の外に出ません',
  disclaimer: 'スタイルのイメージです。サイズや着心地を示すものではありません',
  tryOn: '試着する',
  noGarment: '試着する服を選んでください。',
  cancel: 'キャンセル',
  retry: 'もう一度試す',
  chooseAnother: '別の写真を選ぶ',
  sampleModels: '写真がないときは、こちらのモデルで試着',
  clear: '写真を消す',
  dismiss: '閉じる',
  before: '試着前',
  after: 'AIイメージ',
  compareLabel: '試着前と試着後を比べる',
  compareValue: (beforePercent) => `試着前 ${beforePercent}%、試着後 ${100 - beforePercent}%`,
  photoAlt: 'あなたの写真',
  resultAlt: '服を試着したあなたの写真',
  loadedOf: (loaded, total) => `${loaded} / ${total}`,
  announceBusy: '試着を準備しています。',
  announceDone: '試着ができました。',
  checking: '写真を確認しています',
  unavailable: '開けませんでした。接続を確認して、もう一度お試しください。',
  offline: {
    message: 'オフラインです。',
    advice: '接続が戻ると、試着室が自動で開きます。',
  },
  more: 'その他',
  save: '画像を保存',
  share: '共有',
  wearWith: '合わせて着る',
  kinds: { auto: '服', top: 'トップス', outerwear: 'アウター', bottom: 'パンツ・スカート', dress: 'ワンピース' },
  strength: '強さ',
  mix: (one, other) => `${one}と${other}の割合`,
  addToBag: (name) => (name ? `${name}をバッグに入れる` : 'バッグに入れる'),
  consent: {
    title: '始める前に',
    text: '試着はお使いのブラウザの中で行われます。写真は送信されず、このページを離れると消えます。ここで開いてもよろしいですか？',
    agree: '同意する',
    decline: '今はしない',
  },
  stages: {
    load: '試着室を開いています',
    decode: '画像を読み込んでいます',
    segment: '服を探しています',
    mask: '服の輪郭をとっています',
    encode: '形と光を調べています',
    align: '服を合わせています',
    transfer: '生地を重ねています',
    composite: '画像を仕上げています',
  },
  errors: {
    'not-an-image': {
      message: 'このファイルは画像として読み込めません。',
      advice: 'JPEG、PNG、WebPの写真を選んでください。',
    },
    'image-too-large': {
      message: '写真が大きすぎます。',
      advice: '小さい写真を選ぶか、解像度を下げて保存してください。',
    },
    'image-too-small': {
      message: '写真が小さすぎます。',
      advice: 'もっと細部が写った写真を選んでください。サムネイルは使えません。',
    },
    'image-unavailable': {
      message: '画像を読み込めませんでした。',
      advice: '接続を確認して、もう一度お試しください。',
    },
    'no-person': {
      message: '写真に人が見つかりませんでした。',
      advice: '明るい場所で正面から写った写真を選んでください。',
    },
    'no-garment': {
      message: '写真に置き換える服が見つかりませんでした。',
      advice: '着替える部分が写っている写真を選んでください。',
    },
    'no-product': {
      message: 'この商品はまだ試着できません。',
      advice: '商品画像で服がはっきり見えません。別の商品をお試しください。',
    },
    'model-unavailable': {
      message: '試着室を読み込めませんでした。',
      advice: '接続を確認して、もう一度お試しください。',
    },
    'model-corrupt': {
      message: '試着室のファイルが壊れていました。',
      advice: 'もう一度お試しください。続くときは、ページを再読み込みしてください。',
    },
    unsupported: {
      message: 'このブラウザでは試着できません。',
      advice: '最新のChrome、Edge、Firefox、Safariをお使いください。',
    },
    'out-of-memory': {
      message: '端末のメモリが足りません。',
      advice: '他のタブを閉じるか、小さい写真を選んでください。',
    },
    'engine-lost': {
      message: '試着が中断されました。',
      advice: 'もう一度お試しください。',
    },
    internal: {
      message: '問題が発生しました。',
      advice: 'もう一度試すか、別の写真を選んでください。',
    },
  },
  productPicture: {
    message: 'この商品の画像は使えませんでした。',
    advice: 'もう一度試すか、別の商品をお試しください。',
  },
  warnings: {
    'several-people': '写真に複数の人がいます。手前の人に着せています。',
    'garment-cropped': '服の一部が写真からはみ出ています。',
    'other-garment-worn': '写真では違う種類の服を着ているため、形が異なることがあります。',
    'garment-small': '小さく写っています。近づくと細部まで見えます。',
    'garment-hidden': '他の服の下に隠れている服があります。',
    'product-cut-out-rough': '商品画像の背景が複雑なため、縁が粗くなることがあります。',
    'several-products': '商品画像に複数の服があるため、そのうちの一着を試着しています。',
    'backend-fallback': 'グラフィックチップを使えなかったため、少し時間がかかりました。',
  },
};

export const shelf: ShelfStrings = {
  show: '自分の写真で見る',
  shown: (shown, total) => `${shown} / ${total} 点を表示中`,
  onPhoto: (alt) => (alt ? `${alt}、あなたの写真` : 'あなたの写真'),
};
