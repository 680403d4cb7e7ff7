/** The tags of a manifest: the try-on, and what is put into it. */
export function tagsOf(manifest) {
  const tags = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  if (tags.length === 0) throw new Error('The manifest has no tag.');
  return tags;
}

/** Properties that can be set and have no attribute: objects. */
export function objectProperties({ members }) {
  return members.filter(({ kind, readonly, attribute }) => kind === 'field' && !readonly && !attribute);
}
