/**
 * Declarations by which frameworks know the tag, from the manifest. `import 'stylemap-tryon'` brings all of them; a framework that is not
 * installed is no error, which is what `@ts-ignore` is for: an expected error would be one where the framework is there.
 */
import { tagInterface } from './tag-interface.mjs';

const head = '// Generated from custom-elements.json.\n';

/** Names as in HTML: a server renders them too, which it cannot with `garmentSrc`. */
const asInHtml = { attributeName: (name) => name, eventName: (name) => `on${name}` };

/** The names that Vue's compiler gives to what a template writes as in HTML. */
const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const asInVue = { attributeName: camelCase, eventName: (name) => camelCase(`on-${name}`) };

const tagProperties = (tag) => `${head}import type { StylemapTryonElement } from '../stylemap-tryon-element.js';
import type { StylemapTryonEventMap } from '../events.js';

/** The events do not bubble, so \`currentTarget\` is the tag. */
type Listener<Type extends keyof StylemapTryonEventMap> = (
  event: StylemapTryonEventMap[Type] & { readonly currentTarget: StylemapTryonElement },
) => void;

${tagInterface('TagProperties', tag, asInHtml)}
${tagInterface('VueTagProperties', tag, asInVue)}`;

const react = ({ tagName }) => `${head}import type { StylemapTryonElement } from '../stylemap-tryon-element.js';
import type { TagProperties } from './tag-properties.js';
// @ts-ignore
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Html = DetailedHTMLProps<HTMLAttributes<StylemapTryonElement>, StylemapTryonElement>;

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${tagName}': Omit<Html, keyof TagProperties> & TagProperties;
    }
  }
}
`;

const vue = ({ tagName }) => `${head}import type { VueTagProperties } from './tag-properties.js';
// @ts-ignore
import type { HTMLAttributes, PublicProps } from 'vue';

type Html = Omit<HTMLAttributes, keyof VueTagProperties> & PublicProps;

// @ts-ignore
declare module 'vue' {
  interface GlobalComponents {
    '${tagName}': new () => { $props: Html & VueTagProperties };
  }
  /** For what is put in the slots of the tag: Vue's types know neither slots of HTML nor data attributes. */
  interface HTMLAttributes {
    // @ts-ignore
    slot?: string | undefined;
  }
  interface ImgHTMLAttributes {
    'data-photo'?: string | undefined;
  }
}
`;

const svelte = ({ tagName }) => `${head}import type { StylemapTryonElement } from '../stylemap-tryon-element.js';
import type { TagProperties } from './tag-properties.js';
// @ts-ignore
import type { HTMLAttributes } from 'svelte/elements';

type Html = HTMLAttributes<StylemapTryonElement>;

// @ts-ignore
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${tagName}': Omit<Html, keyof TagProperties> & TagProperties;
  }
}
`;

/** @returns {Record<string, string>} file names and texts; `index.d.ts` types every entry that has the class, `loader.d.ts` the loader */
export function frameworkTypes(tag) {
  return {
    'tag-properties.d.ts': tagProperties(tag),
    'react.d.ts': react(tag),
    'vue.d.ts': vue(tag),
    'svelte.d.ts': svelte(tag),
    'loader.d.ts': `${head}import './react.js';\nimport './svelte.js';\nimport './vue.js';\n`,
    'index.d.ts': `${head}import './loader.js';\nexport * from '../index.js';\n`,
  };
}
