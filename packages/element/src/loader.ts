/**
 * For themes that count bytes: draws the invitation of every `<stylemap-tryon>` of the page, and imports the tag itself at the shopper's
 * first act, which then takes the place over. Until then the tag is an element without methods; attributes and properties may be set.
 *
 * `loading="eager"` imports at once. So does, near the viewport, a tag that shows more than the invitation from the start.
 */
import { showInvitation } from './loader/show-invitation.js';
import { whenNearViewport } from './intake/wake.js';

const tagName = 'stylemap-tryon';
const showsMore = '[src], [poster], [loading="near"], [loading="lazy"], :has(> [slot="sample-model"])';

let tag: Promise<unknown> | undefined;

/** A failure is forgotten: the next act tries again. */
function importTag(): Promise<unknown> {
  tag ??= import('./index.js').catch((error: unknown) => {
    tag = undefined;
    throw error;
  });
  return tag;
}

async function takePhoto(host: HTMLElement, photo: File): Promise<void> {
  await importTag();
  const { updateComplete } = host as HTMLElement & { updateComplete: Promise<unknown> };
  // A photo that comes after the first render was chosen by the shopper, and runs.
  await updateComplete;
  Object.assign(host, { photo });
}

function welcome(host: HTMLElement): void {
  if (host.shadowRoot) return;
  const start = () => void importTag().catch(() => undefined);
  showInvitation(host, { onAct: start, onPhoto: (photo) => void takePhoto(host, photo).catch(() => undefined) });
  if (host.getAttribute('loading') === 'eager') start();
  else if (host.matches(showsMore)) whenNearViewport(host, start);
}

function welcomeAll(): void {
  for (const host of document.querySelectorAll<HTMLElement>(`${tagName}:not(:defined)`)) welcome(host);
}

// On a server there is nothing to draw.
if (typeof document !== 'undefined') {
  welcomeAll();
  const observer = new MutationObserver(welcomeAll);
  observer.observe(document, { childList: true, subtree: true });
  void customElements.whenDefined(tagName).then(() => observer.disconnect());
}
