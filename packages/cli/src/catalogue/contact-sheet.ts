import { pathToFileURL } from 'node:url';
import type { PreparedEntry } from './prepared-folder.js';

const style = `
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #222; background: #fff; }
ul { list-style: none; padding: 0; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); }
li { border: 1px solid #ccc; border-radius: 4px; padding: 0.75rem; }
img { width: 8.5rem; height: 8.5rem; object-fit: contain; background: repeating-conic-gradient(#eee 0 25%, #fff 0 50%) 0 0 / 16px 16px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 0.75rem; margin: 0.5rem 0 0; } dd { margin: 0; overflow-wrap: anywhere; }
strong { color: #a30000; }`;

/** For a person: what was refused, then what has warnings, then all the rest, each picture beside its cut-out. Loads nothing but pictures. */
export function contactSheet(entries: readonly PreparedEntry[]): string {
  const refused = entries.filter(({ error }) => error);
  const doubtful = entries.filter(({ error, warnings }) => !error && warnings.length > 0);
  const fine = entries.filter(({ error, warnings }) => !error && warnings.length === 0);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Prepared products</title>
<style>${style}</style>
<h1>Prepared products</h1>
<p>${entries.length} products: ${refused.length} without a garment, ${doubtful.length} to look at, ${fine.length} without a doubt.</p>
${section('Without a garment', refused)}${section('To look at', doubtful)}${section('Without a doubt', fine)}</html>
`;
}

function section(title: string, entries: readonly PreparedEntry[]): string {
  if (entries.length === 0) return '';
  return `<h2>${title} (${entries.length})</h2>\n<ul>\n${entries.map(card).join('')}</ul>\n`;
}

function card({ id, image, preview, kind, attributes, warnings, error }: PreparedEntry): string {
  const source = /^https?:/i.test(image) ? image : pathToFileURL(image).href;
  const facts: [string, string][] = [
    ['kind', kind ?? ''],
    ...Object.entries(attributes ?? {}).map(([name, value]): [string, string] => [
      name,
      value === undefined ? '' : String(value),
    ]),
  ];
  const list = facts
    .filter(([, value]) => value)
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
    .join('');
  const findings = [error, ...warnings].filter((code) => code !== undefined).map((code) => `<strong>${escaped(code)}</strong>`);
  const cut = preview ? `<img src="${escaped(preview)}" alt="Cut-out" loading="lazy">` : '';
  return `<li><b>${escaped(id)}</b> ${findings.join(' ')}<br>
<img src="${escaped(source)}" alt="As photographed" loading="lazy" referrerpolicy="no-referrer">${cut}<dl>${list}</dl></li>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
