/** A rollup plugin: lit's templates without the white space that is there for whoever reads the source. */
const styles = /\bcss\s*`([^`$]*)`/g;

export function shortenTemplates() {
  return {
    name: 'shorten-templates',
    transform(code, id) {
      return /\/packages\/element\/dist\//.test(id) ? { code: shorten(code), map: null } : null;
    },
  };
}

/** @param {string} code as tsc emits it: assignments have spaces around their sign, attributes have none */
export function shorten(code) {
  return code
    .replace(styles, (_, css) => `css\`${shortenStyles(css)}\``)
    .replace(/\n\s+(?=[@.?]?[\w-]+=["$])/g, ' ')
    .replace(/>\s*\n\s*</g, '> <');
}

function shortenStyles(css) {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim();
}
