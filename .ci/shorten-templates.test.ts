import { expect, it } from 'vitest';
import { shorten } from './shorten-templates.mjs';

it('styles lose white space and comments, and nothing that means something', () => {
  const source =
    'css`\n  :host(:hover) .a > b,\n  i:dir(rtl) {\n    /* why */\n    inset: calc(1px + 2px) 0;\n    color: red;\n  }\n`';
  expect(shorten(source)).toBe('css`:host(:hover) .a > b,i:dir(rtl){inset:calc(1px + 2px) 0;color:red;}`');
});

it('markup keeps a space wherever it had one, and code stays as it is', () => {
  const source = 'const a =\n  1;\nhtml`<p\n    class="b"\n    @click=${() => {\n  x = 2;\n}}\n  >\n  text</p>\n  <i></i>`';
  expect(shorten(source)).toBe('const a =\n  1;\nhtml`<p class="b" @click=${() => {\n  x = 2;\n}}\n  >\n  text</p> <i></i>`');
});
