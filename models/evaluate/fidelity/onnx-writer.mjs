/**
 * The few messages of ONNX (onnx.proto, protocol buffers) that a feed-forward network of floats needs, so that a network that comes as bare
 * weights can run where the product's networks run.
 */

/**
 * @typedef {{ op: string, inputs: readonly string[], output: string, integers?: Readonly<Record<string, number | readonly number[]>> }} Node
 * @typedef {{ name: string, shape: readonly number[] }} Port
 * @typedef {Port & { data: Float32Array }} Constant
 * @typedef {{ nodes: readonly Node[], constants: readonly Constant[], inputs: readonly Port[], outputs: readonly Port[] }} Graph
 */

const irVersion = 8;
const opset = 17;
const floatType = 1;
const attributeTypes = { integer: 2, integers: 7 };

/** @param {Graph} graph @returns {Uint8Array<ArrayBuffer>} */
export function writeOnnx({ nodes, constants, inputs, outputs }) {
  const graph = message(
    ...nodes.map((node) => field(1, writeNode(node))),
    field(2, text('evaluation')),
    ...constants.map(({ name, shape, data }) => {
      const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      return field(
        5,
        message(...shape.map((side) => number(1, side)), number(2, floatType), field(8, text(name)), field(9, raw)),
      );
    }),
    ...inputs.map((port) => field(11, writePort(port))),
    ...outputs.map((port) => field(12, writePort(port))),
  );
  return message(number(1, irVersion), field(7, graph), field(8, number(2, opset)));
}

/** @param {Node} node */
function writeNode({ op, inputs, output, integers = {} }) {
  const attributes = Object.entries(integers).map(([name, value]) => {
    const [content, type] =
      typeof value === 'number'
        ? [[number(3, value)], attributeTypes.integer]
        : [value.map((item) => number(8, item)), attributeTypes.integers];
    return field(5, message(field(1, text(name)), ...content, number(20, type)));
  });
  return message(...inputs.map((name) => field(1, text(name))), field(2, text(output)), field(4, text(op)), ...attributes);
}

/** @param {Port} port */
function writePort({ name, shape }) {
  const dimensions = shape.map((side) => field(1, number(1, side)));
  const tensor = message(number(1, floatType), field(2, message(...dimensions)));
  return message(field(1, text(name)), field(2, field(1, tensor)));
}

/** A field that holds bytes: a text, an array or another message. @param {number} id @param {Uint8Array} content */
function field(id, content) {
  return message(varint((id << 3) | 2), varint(content.length), content);
}

/** @param {number} id @param {number} value */
function number(id, value) {
  return message(varint(id << 3), varint(value));
}

/** @param {number} value not negative */
function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Uint8Array.from([...bytes, value]);
}

/** @param {string} value */
function text(value) {
  return new TextEncoder().encode(value);
}

/** @param {...Uint8Array} parts */
function message(...parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
