import { resolve } from 'node:path';

export default {
  mode: 'production',
  entry: './src/product-page.js',
  output: { path: resolve('public'), filename: 'product-page.js' },
};
