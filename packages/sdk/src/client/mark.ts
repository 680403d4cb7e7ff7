export { markAsComposite } from '@stylemap-tryon/core';
