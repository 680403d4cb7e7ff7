/** The tag for a plain `<script type="module">`: worker, models and runtimes lie in the folder of the script. */
import { setDefaultAssetBase } from '@stylemap-tryon/sdk';

export * from './index.js';

setDefaultAssetBase(new URL('./', import.meta.url));
