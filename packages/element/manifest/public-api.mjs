/** A plugin of the analyzer that leaves in the manifest what a shop may use, and types it as the compiler does. */

const published = (text) => text.replace(/\bsrc\/([\w/-]+)\.ts\b/g, 'dist/$1.js');

/**
 * @param {object} names
 * @param {string[]} names.classNames the classes of the tags
 * @param {string} names.eventMap the interface that types their events
 * @param {Record<string, string>} names.entries for each module that registers tags, the one that does so on import
 */
export function publicApi({ classNames, eventMap, entries }) {
  const memberTypes = new Map(classNames.map((name) => [name, new Map()]));
  const eventTypes = new Map();
  return {
    name: 'public-api',

    analyzePhase({ ts, node, context }) {
      if (ts.isInterfaceDeclaration(node) && node.name.text === eventMap)
        for (const { name, type } of node.members) eventTypes.set(name.text, type.getText());
      const typesOfClass = ts.isClassDeclaration(node) && memberTypes.get(node.name?.text);
      if (typesOfClass)
        for (const member of node.members) {
          // What can be set counts: a setter may take more than its getter gives, and comes after it.
          const typed = ts.isSetAccessor(member) ? member.parameters[0] : member;
          if (member.name && typed.type) typesOfClass.set(member.name.getText(), typeText(ts, context.checker, typed));
        }
    },

    packageLinkPhase({ customElementsManifest }) {
      const isTag = (declaration) => classNames.includes(declaration?.name);
      const modules = customElementsManifest.modules.flatMap((module) => {
        const declarations = module.declarations
          .filter(isTag)
          .map((tag) => publicTag(tag, memberTypes.get(tag.name), eventTypes));
        const exports = module.exports.filter((each) => isTag(each.declaration) && each.declaration.module);
        const defines = exports.some(({ kind }) => kind === 'custom-element-definition');
        if (defines) return [{ ...module, path: entries[module.path], declarations, exports }];
        return declarations.length > 0 ? [{ ...module, declarations, exports }] : [];
      });
      customElementsManifest.modules = JSON.parse(published(JSON.stringify(modules)));
    },
  };
}

/** As written; keywords are spelled out, because editors that read the manifest cannot look an alias up. */
function typeText(ts, checker, { type }) {
  const resolved = checker.getTypeFromTypeNode(type);
  const isKeywords = resolved.isUnion() && resolved.types.every((each) => each.isStringLiteral());
  return isKeywords ? resolved.types.map(({ value }) => `'${value}'`).join(' | ') : type.getText();
}

function publicTag(tag, memberTypes, eventTypes) {
  const typed = (name, member) => (memberTypes.has(name) ? { ...member, type: { text: memberTypes.get(name) } } : member);
  return {
    ...tag,
    slots: tag.slots ?? [],
    cssParts: tag.cssParts ?? [],
    cssProperties: tag.cssProperties ?? [],
    superclass: { name: 'LitElement', package: 'lit' },
    members: tag.members
      .filter(({ privacy, static: isStatic, inheritedFrom }) => !isStatic && !inheritedFrom && (privacy ?? 'public') === 'public')
      .map((member) => (member.kind === 'field' ? typed(member.name, member) : member)),
    attributes: tag.attributes.map((attribute) => typed(attribute.fieldName, attribute)),
    // What the tags tell each other is in no map.
    events: (tag.events ?? [])
      .filter(({ name }) => eventTypes.has(name))
      .map((event) => ({ ...event, type: { text: eventTypes.get(event.name) } })),
  };
}
