/** `import 'stylemap-tryon/shelf'` registers `<stylemap-shelf>` besides the other tags. Safe to import on a server. */
import { defineStylemapShelf } from './define-shelf.js';

defineStylemapShelf();

export { defineStylemapShelf } from './define-shelf.js';
export { StylemapShelfElement } from './stylemap-shelf-element.js';
