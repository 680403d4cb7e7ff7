/** The interface of all that markup may set on the tag, as text. Types are looked up in the class, so they need no import. */
import { objectProperties } from './tags-of.mjs';

/**
 * @param {string} name of the interface
 * @param {object} tag of the manifest
 * @param {{ attributeName: (name: string) => string, eventName: (name: string) => string }} names how a framework calls them
 */
export function tagInterface(name, tag, { attributeName, eventName }) {
  const lines = [
    ...tag.attributes.map((attribute) => line(attribute, attributeName(attribute.name), attributeType(tag, attribute))),
    ...objectProperties(tag).map((property) => line(property, property.name, propertyType(tag, property))),
    ...tag.events.map((event) => line(event, eventName(event.name), `Listener<'${event.name}'>`)),
  ];
  return `/** Attributes, properties that have no attribute, and events. */\nexport interface ${name} {\n${lines.join('')}}\n`;
}

function line({ name, description }, key, type) {
  if (!description) throw new Error(`${name} has no doc comment.`);
  const comment = description.replace(/\s*\n\s*/g, ' ').replaceAll('*/', '*\\/');
  return `  /** ${comment} */\n  '${key}'?: ${type} | undefined;\n`;
}

/** Numbers may be written as in HTML, `strength="0.5"`. */
function attributeType(tag, { fieldName, type }) {
  const isNumber = /^number\b/.test(type.text);
  return `${tag.name}['${fieldName}']${isNumber ? ' | `${number}`' : ''}`;
}

/** A setter may take null where its getter gives an object. */
function propertyType(tag, { name, type }) {
  return `${tag.name}['${name}']${type.text.endsWith(' | null') ? ' | null' : ''}`;
}
