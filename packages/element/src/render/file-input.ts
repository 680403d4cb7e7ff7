import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { acceptedPhotoTypes } from '../intake/photo-intake.js';

/** Never shown: the buttons open it. `capture` brings up the camera of a phone. */
export function fileInput(id: 'choose' | 'capture', onFiles: (files: FileList | null) => void): TemplateResult {
  return html`<input
    id=${id}
    type="file"
    accept=${acceptedPhotoTypes}
    capture=${id === 'capture' ? 'user' : nothing}
    hidden
    @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      const { files } = input;
      onFiles(files);
      // Choosing the same file again is a change too.
      input.value = '';
    }}
  />`;
}
