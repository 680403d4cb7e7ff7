import { describe, expect, it } from 'vitest';
import { parseCommand } from './arguments.js';
import { UsageError } from './usage-error.js';

const render = ['render', '--person', 'a.jpg', '--garment', 'b.png', '-o', 'out.png'];

describe('the command line', () => {
  it('has defaults', () => {
    expect(parseCommand(render)).toEqual({
      name: 'render',
      personPath: 'a.jpg',
      garments: [{ path: 'b.png', type: 'auto' }],
      outPath: 'out.png',
      shape: 'product',
      strength: 1,
      strengthMapPath: undefined,
      mix: undefined,
      modelsDir: undefined,
      json: false,
    });
  });

  it('takes every option', () => {
    const style = ['--shape', 'worn', '--strength', '0.5', '--strength-map', 'left.png', '--mix', 'c:/d.png:0.4'];
    expect(parseCommand([...render, '--type', 'dress', ...style, '--models', 'm', '--json'])).toMatchObject({
      garments: [{ path: 'b.png', type: 'dress' }],
      shape: 'worn',
      strength: 0.5,
      strengthMapPath: 'left.png',
      mix: { path: 'c:/d.png', amount: 0.4 },
      modelsDir: 'm',
      json: true,
    });
  });

  it('takes an outfit, with a type for each garment or for none', () => {
    const outfit = [...render, '--garment', 'c.png'];
    expect(parseCommand([...outfit, '--type', 'top', '--type', 'bottom'])).toMatchObject({
      garments: [
        { path: 'b.png', type: 'top' },
        { path: 'c.png', type: 'bottom' },
      ],
    });
    expect(parseCommand(outfit)).toMatchObject({ garments: [{ type: 'auto' }, { type: 'auto' }] });
  });

  it.each([
    ['--person', ['render', '--garment', 'b', '-o', 'c.png']],
    ['--garment', ['render', '--person', 'b', '-o', 'c.png']],
    ['--out', ['render', '--person', 'a', '--garment', 'b']],
    ['--out', [...render, '-o', 'out.tiff']],
    ['--type', [...render, '--type', 'hat']],
    ['--strength', [...render, '--strength', '1.5']],
    ['--strength', [...render, '--strength', 'much']],
    ['--strength', [...render, '--strength', '']],
    ['--type', [...render, '--garment', 'c.png', '--type', 'top']],
    ['--garment', ['render', '--person', 'a', '--garment', '', '-o', 'c.png']],
    ['--mix', [...render, '--mix', 'c.png']],
    ['--mix', [...render, '--mix', 'c.png:']],
    ['--mix', [...render, '--mix', 'c.png:2']],
    ['--mix', [...render, '--mix', ':0.5']],
    ['--mix', [...render, '--garment', 'c.png', '--mix', 'd.png:0.5']],
    ['--fast', [...render, '--fast']],
    ['dance', ['dance']],
    ['folder', ['copy-assets']],
    ['folder', ['copy-assets', 'a', 'b']],
  ])('complains of %s', (word, args) => {
    expect(() => parseCommand(args)).toThrow(UsageError);
    expect(() => parseCommand(args)).toThrow(word);
  });

  it.each([[[]], [['--help']], [['help']], [['render', '--help']]])('shows help for %j', (args) => {
    expect(parseCommand(args)).toEqual({ name: 'help' });
  });
});
