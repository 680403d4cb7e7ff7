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

function onToggle(event: ToggleEvent, onOpen: () => void): void {
  const popover = event.target as HTMLElement;
  const button = popover.previousElementSibling as HTMLElement;
  if (event.newState === 'open') {
    onOpen();
    placeBelow(popover, button);
    return;
  }
  // Browsers give the focus back to the host of a shadow root, which takes none.
  const { activeElement } = popover.getRootNode() as ShadowRoot;
  if (popover.contains(activeElement)) button.focus({ preventScroll: true });
}

/** Never out of the window. Popovers are placed in the page, as anchors are not in every browser. */
function placeBelow(popover: HTMLElement, button: HTMLElement): void {
  const { left, right, bottom } = button.getBoundingClientRect();
  const isRtl = getComputedStyle(popover).direction === 'rtl';
  popover.style.insetBlockStart = `${bottom + scrollY + 6}px`;
  popover.style.left = isRtl ? `${left + scrollX}px` : 'auto';
  popover.style.right = isRtl ? 'auto' : `${document.documentElement.clientWidth - right - scrollX}px`;
}
