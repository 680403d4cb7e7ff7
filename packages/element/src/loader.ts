/**
 * For themes that count bytes: draws the invitation of every `<stylemap-tryon>` of the page, and imports the tag itself at the shopper's
 * first act, which then takes the place over. Until then the tag is an element without methods; attributes and properties may be set.
 *
 * `loading="eager"` imports at once. So does, near the viewport, a tag that shows more than the invitation from the start.
 */
import { showInvitation } from './loader/show-invitation.js';
import { whenNearViewport } from './intake/wake.js';
import { chooseLocale } from './words/choose-locale.js';
import { importLanguage } from './words/language-chunks.js';

const tagName = 'stylemap-tryon';
const showsMore =
  '[src], [poster], [cart], [controls~="strength"], [loading="near"], [loading="lazy"], :has(> [slot="sample-model"], > stylemap-garment)';

/** Drawn, or as soon as their words are here. */
const welcomed = new WeakSet<HTMLElement>();

let tag: Promise<unknown> | undefined;

/** A failure is forgotten: the next act tries again. */
function importTag(): Promise<unknown> {
  tag ??= import('./index.js').catch((error: unknown) => {
    tag = undefined;
    throw error;
  });
  return tag;
}

type Tag = HTMLElement & { readonly updateComplete: Promise<unknown>; photo: Blob; choosePhoto(): void };

/** Imports the tag, and does then what the shopper wanted. A failure is left alone: the next act tries again. */
async function begin(host: HTMLElement, act: (tag: Tag) => void = () => {}): Promise<void> {
  try {
    await importTag();
    const tag = host as Tag;
    // A photo that comes after the first render was chosen by the shopper, and runs.
    await tag.updateComplete;
    act(tag);
  } catch {
    return;
  }
}

async function welcome(host: HTMLElement): Promise<void> {
  if (welcomed.has(host)) return;
  welcomed.add(host);
  const locale = chooseLocale(host.getAttribute('locale') ?? host.closest<HTMLElement>('[lang]')?.lang);
  const language = await Promise.resolve(importLanguage(locale)).catch(() => undefined);
  if (host.shadowRoot) return;
  const asksFirst = host.getAttribute('consent') === 'required';
  showInvitation(host, language && { locale, strings: language.strings }, {
    onAct: () => void begin(host),
    onPhoto: (photo) => void begin(host, (tag) => (tag.photo = photo)),
    ...(asksFirst && { onChoose: () => void begin(host, (tag) => tag.choosePhoto()) }),
  });
  if (host.getAttribute('loading') === 'eager') void begin(host);
  else if (asksFirst || host.matches(showsMore)) whenNearViewport(host, () => void begin(host));
}

function welcomeAll(): void {
  for (const host of document.querySelectorAll<HTMLElement>(`${tagName}:not(:defined)`)) void welcome(host);
}

// On a server there is nothing to draw.
if (typeof document !== 'undefined') {
  welcomeAll();
  const observer = new MutationObserver(welcomeAll);
  observer.observe(document, { childList: true, subtree: true });
  void customElements.whenDefined(tagName).then(() => observer.disconnect());
}
