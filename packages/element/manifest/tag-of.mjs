/** The one tag of a manifest. */
export function tagOf(manifest) {
  const tags = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  if (tags.length !== 1) throw new Error(`The manifest has ${tags.length} tags, not one.`);
  return tags[0];
}

/** Properties that can be set and have no attribute: objects. */
export function objectProperties({ members }) {
  return members.filter(({ kind, readonly, attribute }) => kind === 'field' && !readonly && !attribute);
}
