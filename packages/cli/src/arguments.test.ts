import { describe, expect, it } from 'vitest';
import { parseCommand, UsageError } from './arguments.js';

const render = ['render', '--person', 'a.jpg', '--garment', 'b.png', '-o', 'out.png'];

describe('the command line', () => {
  it('has defaults', () => {
    expect(parseCommand(render)).toEqual({
      name: 'render',
      personPath: 'a.jpg',
      garmentPath: 'b.png',
      outPath: 'out.png',
      type: 'auto',
      strength: 1,
      modelsDir: undefined,
      json: false,
    });
  });

  it('takes every option', () => {
    const args = [...render, '--type', 'dress', '--strength', '0.5', '--models', 'm', '--json'];
    expect(parseCommand(args)).toMatchObject({ type: 'dress', strength: 0.5, modelsDir: 'm', json: true });
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
