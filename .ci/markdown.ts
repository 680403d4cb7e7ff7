import { readFileSync } from 'node:fs';

/** A fenced code block. */
export interface Fence {
  language: string;
  /** `name=value` of the info string. */
  options: Record<string, string>;
  code: string;
}

/** A page, as GitHub reads it, as far as the tests of the documents need it. */
export interface Page {
  fences: Fence[];
  /** Targets of links, outside of code blocks. */
  links: string[];
  /** The anchors of its headings. */
  anchors: string[];
  text: string;
}

export function readPage(path: string): Page {
  return parsePage(readFileSync(path, 'utf8'));
}

export function parsePage(text: string): Page {
  const fencePattern = /^```(\S*)(.*)\n([\s\S]*?)^```$/gm;
  const prose = text.replace(fencePattern, '');
  return {
    fences: [...text.matchAll(fencePattern)].map(([, language, options, code]) => ({
      language: language!,
      options: Object.fromEntries([...options!.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name!, value!])),
      code: code!,
    })),
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!),
    anchors: [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!)),
    text,
  };
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

/** Whether these are whole lines of the text, all of them moved to the right by the same indent or none. */
export function hasLines(text: string, lines: string): boolean {
  const [first] = lines.split('\n');
  return text.split('\n').some((line) => {
    if (!line.endsWith(first!)) return false;
    const indent = line.slice(0, line.length - first!.length);
    return /^\s*$/.test(indent) && `\n${text}`.includes(`\n${lines.replace(/^(?=.)/gm, indent)}`);
  });
}
