const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The products of a Merchant feed, RSS 2.0 or Atom: for each `item` or `entry` its flat elements by name, without the namespace. Of an element that is there
 * twice, the first counts.
 */
export function parseMerchantFeed(xml: string): Record<string, string>[] {
  const bare = xml.replace(/<!--[\s\S]*?-->/g, '');
  return [...bare.matchAll(/<(item|entry)\b[^>]*>([\s\S]*?)<\/\1\s*>/g)].map(([, , body = '']) => {
    const fields: Record<string, string> = {};
    for (const [, name = '', value = ''] of body.matchAll(
      /<(?:[\w-]+:)?([\w-]+)\b[^>]*?(?<!\/)>([\s\S]*?)<\/(?:[\w-]+:)?\1\s*>/g,
    )) {
      fields[name] ??= textOf(value);
    }
    return fields;
  });
}

function textOf(xml: string): string {
  return xml
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : part.replace(/&(#x?[\da-f]+|\w+);/gi, decoded)))
    .join('')
    .trim();
}

function decoded(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
