import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { moreIcon } from './icons.js';
import type { View } from './view.js';

interface Entry {
  readonly text: string;
  readonly onClick: () => void;
  readonly isBusy?: boolean;
}

/** What else can be done with a finished try-on: a round button, and a popover of plain buttons. */
export function menu(view: View): TemplateResult {
  const { strings, commands } = view;
  return html`<button
      class="icon-button menu-button"
      part="button icon-button"
      type="button"
      title=${strings.more}
      aria-label=${strings.more}
      popovertarget="menu"
    >
      ${moreIcon}
    </button>
    <div
      id="menu"
      class="menu"
      part="menu"
      popover
      @beforetoggle=${(event: ToggleEvent) => onToggle(event, commands.prepareExport)}
    >
      ${entriesOf(view).map(
        ({ text, onClick, isBusy = false }) =>
          html`<button
            class="menu-entry"
            part="button"
            type="button"
            aria-disabled=${isBusy ? 'true' : nothing}
            @click=${(event: Event) => {
              if (isBusy) return;
              (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
              onClick();
            }}
          >
            ${text}
          </button>`,
      )}
    </div>`;
}

function entriesOf({ strings, commands, tools, exported }: View): readonly Entry[] {
  const entries: (Entry | false)[] = [
    tools.has('save') && { text: strings.save, onClick: commands.save, isBusy: !exported },
    tools.has('share') && exported?.canShare === true && { text: strings.share, onClick: commands.share },
    { text: strings.chooseAnother, onClick: commands.choosePhoto },
    { text: strings.clear, onClick: commands.clear },
  ];
  return entries.filter((entry) => entry !== false);
}

/** Below its button, and never out of the window. Popovers are placed in the page, as anchors are not in every browser. */
function onToggle(event: ToggleEvent, onOpen: () => void): void {
  if (event.newState !== 'open') return;
  onOpen();
  const popover = event.target as HTMLElement;
  const { left, right, bottom } = (popover.previousElementSibling as HTMLElement).getBoundingClientRect();
  const isRtl = getComputedStyle(popover).direction === 'rtl';
  popover.style.insetBlockStart = `${bottom + scrollY + 6}px`;
  popover.style.left = isRtl ? `${left + scrollX}px` : 'auto';
  popover.style.right = isRtl ? 'auto' : `${document.documentElement.clientWidth - right - scrollX}px`;
}
