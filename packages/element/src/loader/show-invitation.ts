import { html, render } from 'lit';
import { photoFrom } from '../intake/photo-intake.js';
import { fileInput } from '../render/file-input.js';
import { footer } from '../render/footer.js';
import { invitation } from '../render/invitation.js';
import { controls } from '../styles/controls.js';
import { layout } from '../styles/layout.js';
import { tokens } from '../styles/tokens.js';
import { directionOf } from '../words/choose-locale.js';
import { enInvitation } from '../words/locales/en.js';
import type { InvitationStrings } from '../words/strings.js';

export interface InvitationActs {
  /** The shopper touched it. */
  readonly onAct: () => void;
  readonly onPhoto: (photo: File) => void;
  /** In place of the file dialog, where the tag has to ask for consent first. */
  readonly onChoose?: () => void;
}

interface Words {
  readonly locale: string;
  readonly strings: InvitationStrings;
}

/** The idle tag, drawn into the shadow root that the tag will find when it is defined. */
export function showInvitation(
  host: HTMLElement,
  { locale, strings }: Words = { locale: 'en', strings: enInvitation },
  { onAct, onPhoto, onChoose }: InvitationActs,
): void {
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokens, layout, controls].flatMap(({ styleSheet }) => styleSheet ?? []);
  for (const type of ['pointerdown', 'click', 'dragenter']) host.addEventListener(type, onAct);

  const take = (files: FileList | null | undefined) => {
    if (onChoose) return onChoose();
    const intake = photoFrom(files);
    if (intake.kind === 'photo') onPhoto(intake.photo);
  };
  const open = (id: 'choose' | 'capture') => root.querySelector<HTMLInputElement>(`#${id}`)?.click();
  const commands = {
    choosePhoto: onChoose ?? (() => open('choose')),
    takePhoto: onChoose ?? (() => open('capture')),
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  };
  render(
    html`<div
      class="root"
      lang=${locale}
      dir=${directionOf(locale)}
      @dragover=${(event: Event) => event.preventDefault()}
      @drop=${onDrop}
    >
      <section class="frame" part="frame" aria-label=${strings.label}>
        ${invitation({ strings, poster: host.getAttribute('poster'), commands })}
      </section>
      ${footer(strings)} ${fileInput('choose', take)} ${fileInput('capture', take)}
    </div>`,
    // Lit remembers what it drew where: in the root itself the tag would find what is no longer shown.
    root.appendChild(document.createElement('div')),
  );
}
