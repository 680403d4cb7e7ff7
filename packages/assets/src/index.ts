export { assetFolder } from './asset-folder.js';
export { AssetError, backendSets, copyAssets, type BackendSet, type CopyAssetsOptions } from './copy-assets.js';
