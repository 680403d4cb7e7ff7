/** `import 'stylemap-tryon'` registers `<stylemap-tryon>`. Safe to import on a server. */
import { defineStylemapTryon } from './define.js';

defineStylemapTryon();

export * from './element.js';
