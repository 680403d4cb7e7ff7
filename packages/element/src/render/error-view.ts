import type { ErrorCode } from '@stylemap-tryon/sdk';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Failure } from '../state/phase.js';
import type { Problem, Strings } from '../words/strings.js';
import { primaryButton, quietButton } from './buttons.js';
import type { View } from './view.js';

/** Codes about a picture, which may be the shopper's or the shop's. */
const pictureCodes: ReadonlySet<ErrorCode> = new Set(['not-an-image', 'image-too-large', 'image-too-small', 'image-unavailable']);

/** Trying the same photo again cannot help. */
const photoCodes: ReadonlySet<ErrorCode> = new Set([
  'not-an-image',
  'image-too-large',
  'image-too-small',
  'no-person',
  'no-garment',
]);

export function errorView(failure: Failure, hasPhoto: boolean, { strings, isOffline, commands }: View): TemplateResult {
  const { message, advice } = problemOf(failure, strings, isOffline);
  const retry = { text: strings.retry, onClick: commands.tryOn };
  const another = { text: hasPhoto ? strings.chooseAnother : strings.choosePhoto, onClick: commands.choosePhoto };
  const photoIsTheCause = failure.subject === 'photo' && photoCodes.has(failure.error.code);
  return html`<div class="panel" part="panel" role="alert">
    <p class="message problem" part="message">${message}</p>
    <p class="muted">${advice}</p>
    <div class="row">
      ${
        photoIsTheCause || !hasPhoto
          ? html`${primaryButton(another)} ${hasPhoto ? quietButton(retry) : ''}`
          : html`${primaryButton(retry)} ${quietButton(another)}`
      }
    </div>
  </div>`;
}

export function problemOf({ error, subject }: Failure, strings: Strings, isOffline = false): Problem {
  if (isOffline && error.code === 'model-unavailable') return strings.offline;
  return subject === 'product' && pictureCodes.has(error.code) ? strings.productPicture : strings.errors[error.code];
}
