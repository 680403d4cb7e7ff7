import { html, render } from 'lit';
import { bestLocale } from '../words/choose-locale.js';
import { deInvitation } from '../words/locales/de.js';
import { enInvitation } from '../words/locales/en.js';
import { esInvitation } from '../words/locales/es.js';
import { frInvitation } from '../words/locales/fr.js';
import { photoFrom } from '../intake/photo-intake.js';
import { fileInput } from '../render/file-input.js';
import { footer } from '../render/footer.js';
import { invitation } from '../render/invitation.js';
import { controls } from '../styles/controls.js';
import { layout } from '../styles/layout.js';
import { tokens } from '../styles/tokens.js';

const words = { en: enInvitation, de: deInvitation, es: esInvitation, fr: frInvitation };

export interface InvitationActs {
  /** The shopper touched it. */
  readonly onAct: () => void;
  readonly onPhoto: (photo: File) => void;
}

/** The idle tag, drawn into the shadow root that the tag will find when it is defined. */
export function showInvitation(host: HTMLElement, { onAct, onPhoto }: InvitationActs): void {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, layout, controls].flatMap(({ styleSheet }) => styleSheet ?? []);
  for (const type of ['pointerdown', 'click', 'dragenter']) host.addEventListener(type, onAct);

  const locale = bestLocale(
    Object.keys(words) as (keyof typeof words)[],
    host.getAttribute('locale') ?? host.closest<HTMLElement>('[lang]')?.lang,
  );
  const strings = words[locale];
  const take = (files: FileList | null | undefined) => {
    const intake = photoFrom(files);
    if (intake.kind === 'photo') onPhoto(intake.photo);
  };
  const open = (id: 'choose' | 'capture') => root.querySelector<HTMLInputElement>(`#${id}`)?.click();
  const commands = { choosePhoto: () => open('choose'), takePhoto: () => open('capture') };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  };
  render(
    html`<div class="root" lang=${locale} @dragover=${(event: Event) => event.preventDefault()} @drop=${onDrop}>
      <section class="frame" part="frame" aria-label=${strings.label}>
        ${invitation({ strings, poster: host.getAttribute('poster'), commands })}
      </section>
      ${footer(strings)} ${fileInput('choose', take)} ${fileInput('capture', take)}
    </div>`,
    // Lit remembers what it drew where: in the root itself the tag would find what is no longer shown.
    root.appendChild(document.createElement('div')),
  );
}
