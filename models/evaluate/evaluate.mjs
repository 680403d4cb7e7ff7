/**
 * npm run evaluate -- parser --people DIR --pairs DIR [--json FILE]
 * npm run evaluate -- landmarks --people DIR --renders DIR [--json FILE]
 * npm run evaluate -- tryon --people DIR --pairs DIR --garments DIR --products DIR [--json FILE] [--sheet FILE]
 * npm run evaluate -- products [--garments DIR] [--backs DIR] [--drawings DIR] [--json FILE]
 * npm run evaluate -- shape --people DIR [--products DIR] [--json FILE]
 * npm run evaluate -- alignment [--samples DIR] [--json FILE]
 *
 * Measures the weights in use through the published packages, in Node: what is measured is the product, not the training code.
 */
import { alignmentUsage, evaluateAlignment, parseAlignmentArguments } from './alignment-command.mjs';
import { evaluateLandmarks, landmarksUsage, parseLandmarksArguments } from './landmarks-command.mjs';
import { evaluateParser, parseParserArguments, parserUsage } from './parser-command.mjs';
import { evaluateProducts, parseProductsArguments, productsUsage } from './products-command.mjs';
import { evaluateShape, parseShapeArguments, shapeUsage } from './shape-command.mjs';
import { evaluateTryOn, parseTryOnArguments, tryOnUsage } from './tryon-command.mjs';

const usage = `Usage\n${parserUsage}\n${landmarksUsage}\n${tryOnUsage}\n${alignmentUsage}\n${productsUsage}\n${shapeUsage}`;

/**
 * The work that a command line asks for.
 * @param {string | undefined} name
 * @param {string[]} args
 * @returns {() => Promise<void>}
 * @throws TypeError for misuse
 */
function parseCommand(name, args) {
  switch (name) {
    case 'parser': {
      const options = parseParserArguments(args);
      return () => evaluateParser(options);
    }
    case 'landmarks': {
      const options = parseLandmarksArguments(args);
      return () => evaluateLandmarks(options);
    }
    case 'tryon': {
      const options = parseTryOnArguments(args);
      return () => evaluateTryOn(options);
    }
    case 'alignment': {
      const options = parseAlignmentArguments(args);
      return () => evaluateAlignment(options);
    }
    case 'products': {
      const options = parseProductsArguments(args);
      return () => evaluateProducts(options);
    }
    case 'shape': {
      const options = parseShapeArguments(args);
      return () => evaluateShape(options);
    }
    case '--help':
      return async () => void process.stdout.write(usage);
    default:
      throw new TypeError(`There is no evaluation of "${name ?? ''}".`);
  }
}

/** @type {(() => Promise<void>) | undefined} */
let work;
try {
  const [name, ...args] = process.argv.slice(2);
  work = parseCommand(name, args);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}
await work?.();
