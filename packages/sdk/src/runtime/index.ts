/**
 * The engine without a platform: what the worker and Node (the cli, evaluation) share. Storefronts import the package's root.
 */
export type { Backend, EngineInfo, ModelHashes, Receipt, SegmenterName } from '../shared/engine-info.js';
export { sdkVersion } from '../shared/version.js';
export { asStillAvif } from './animated-avif.js';
export { createBrowserCache, type ByteCache } from './byte-cache.js';
export { createFetchSource, type ByteSource, type ReadOptions } from './byte-source.js';
export { sha256Hex, type Bytes } from './bytes.js';
export { Catalogue, catalogueFormat, parseCatalogue, type CatalogueManifest, type CatalogueProduct } from './catalogue.js';
export {
  findFile,
  findRuntime,
  parseManifest,
  runtimeNames,
  type ListedFile,
  type Manifest,
  type ModelFile,
  type RuntimeFile,
  type RuntimeName,
  type TensorSpec,
} from './manifest.js';
export { endJpeg } from './jpeg-end.js';
export { modelBytes, modelHashes, networkFiles, parserFiles, stylemapWeights } from './model-files.js';
export { ModelStore, type LoadModelsOptions, type LoadProgress } from './model-store.js';
export { OnnxSegmenter } from './onnx-segmenter.js';
export type { Ort } from './ort.js';
export { OrtStylemapNetwork, type StylemapWeights } from './ort-stylemap-network.js';
export { ResilientNetwork, type ResilientNetworkOptions } from './resilient-network.js';
export { measureSelfCheckError, parseSelfCheck, type SelfCheck } from './self-check.js';
