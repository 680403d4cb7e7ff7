/**
 * Declarations by which frameworks know the tags, from the manifest. `import 'stylemap-tryon'` brings all of them; a framework that is not
 * installed is no error, which is what `@ts-ignore` is for: an expected error would be one where the framework is there.
 */
import { tagInterface } from './tag-interface.mjs';

const head = '// Generated from custom-elements.json.\n';

/** Names as in HTML: a server renders them too, which it cannot with `garmentSrc`. */
const asInHtml = { attributeName: (name) => name, eventName: (name) => `on${name}` };

/** The names that Vue's compiler gives to what a template writes as in HTML. */
const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const asInVue = { attributeName: camelCase, eventName: (name) => camelCase(`on-${name}`) };

/** A class is in a file of its own name. */
const importOf = ({ name, tagName }) => `import type { ${name} } from '../${tagName}-element.js';\n`;
const imports = (tags) => tags.map(importOf).join('');
const propertiesOf = ({ name }) => name.replace(/Element$/, 'Properties');
const vuePropertiesOf = (tag) => `Vue${propertiesOf(tag)}`;

const tagProperties = (tags) => `${head}${imports(tags)}import type { StylemapTryonEventMap } from '../events.js';

/** A listener on the tag itself, so \`currentTarget\` is the tag. */
type Listener<Type extends keyof StylemapTryonEventMap> = (
  event: StylemapTryonEventMap[Type] & { readonly currentTarget: StylemapTryonElement },
) => void;

${tags.flatMap((tag) => [tagInterface(propertiesOf(tag), tag, asInHtml), tagInterface(vuePropertiesOf(tag), tag, asInVue)]).join('\n')}`;

const react = (tags) => `${head}${imports(tags)}import type { ${tags.map(propertiesOf).join(', ')} } from './tag-properties.js';
// @ts-ignore
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Html<Tag> = DetailedHTMLProps<HTMLAttributes<Tag>, Tag>;

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags.map((tag) => `      '${tag.tagName}': Omit<Html<${tag.name}>, keyof ${propertiesOf(tag)}> & ${propertiesOf(tag)};\n`).join('')}    }
  }
}
`;

const vue = (tags) => `${head}import type { ${tags.map(vuePropertiesOf).join(', ')} } from './tag-properties.js';
// @ts-ignore
import type { HTMLAttributes, PublicProps } from 'vue';

type Html<Properties> = Omit<HTMLAttributes, keyof Properties> & PublicProps & Properties;

// @ts-ignore
declare module 'vue' {
  interface GlobalComponents {
${tags.map((tag) => `    '${tag.tagName}': new () => { $props: Html<${vuePropertiesOf(tag)}> };\n`).join('')}  }
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

const svelte = (tags) => `${head}${imports(tags)}import type { ${tags.map(propertiesOf).join(', ')} } from './tag-properties.js';
// @ts-ignore
import type { HTMLAttributes } from 'svelte/elements';

// @ts-ignore
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags.map((tag) => `    '${tag.tagName}': Omit<HTMLAttributes<${tag.name}>, keyof ${propertiesOf(tag)}> & ${propertiesOf(tag)};\n`).join('')}  }
}
`;

/** @returns {Record<string, string>} file names and texts; `index.d.ts` types every entry that has the classes, `loader.d.ts` the loader */
export function frameworkTypes(tags) {
  return {
    'tag-properties.d.ts': tagProperties(tags),
    'react.d.ts': react(tags),
    'vue.d.ts': vue(tags),
    'svelte.d.ts': svelte(tags),
    'loader.d.ts': `${head}import './react.js';\nimport './svelte.js';\nimport './vue.js';\n`,
    'index.d.ts': `${head}import './loader.js';\nexport * from '../index.js';\n`,
    'shelf.d.ts': `${head}import './loader.js';\nexport * from '../shelf.js';\n`,
  };
}
