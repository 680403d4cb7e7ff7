/** What editors complete in HTML and CSS, from the manifest: web-types for JetBrains, custom data for VS Code. */
import { objectProperties } from './tags-of.mjs';

const named = ({ name, description }) => ({ name, description });
const unquoted = (text) => text?.replace(/^'(.*)'$/, '$1');
/** HTML has no null: the attribute is left out. */
const shownDefault = (value) => (value === 'null' ? undefined : unquoted(value));
const keywordsOf = ({ text }) => [...text.matchAll(/'([^']*)'/g)].map(([, keyword]) => keyword);

/** @see https://github.com/JetBrains/web-types */
export function webTypes(tags, { name, version }) {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: tags.map(webType) } },
  };
}

function webType(tag) {
  const attributes = tag.attributes.map((attribute) => ({
    ...named(attribute),
    value: { type: attribute.type.text.replace(' | null', ''), default: shownDefault(attribute.default) },
  }));
  const js = {
    properties: [...tag.members.filter(({ attribute }) => attribute), ...objectProperties(tag)].map((property) => ({
      ...named(property),
      type: property.type.text,
    })),
    events: tag.events.map((event) => ({ ...named(event), type: event.type.text })),
  };
  const css = {
    properties: tag.cssProperties.map((property) => ({ ...named(property), default: property.default })),
    parts: tag.cssParts.map(named),
  };
  return { name: tag.tagName, description: tag.description, attributes, slots: tag.slots.map(named), js, css };
}

const described = ({ name, description }) => ({ name, description: { kind: 'markdown', value: description } });

/** @see https://github.com/microsoft/vscode-html-languageservice/blob/main/docs/customData.md */
export function vscodeHtmlData(tags) {
  return { version: 1.1, tags: tags.map(htmlTag) };
}

function htmlTag(tag) {
  const attributes = tag.attributes.map((attribute) => {
    const keywords = keywordsOf(attribute.type);
    return { ...described(attribute), ...(keywords.length > 0 && { values: keywords.map((keyword) => ({ name: keyword })) }) };
  });
  return { ...described({ ...tag, name: tag.tagName }), attributes };
}

/** @see https://github.com/microsoft/vscode-css-languageservice/blob/main/docs/customData.md */
export function vscodeCssData(tags) {
  return { version: 1.1, properties: tags.flatMap(({ cssProperties }) => cssProperties).map(described) };
}
