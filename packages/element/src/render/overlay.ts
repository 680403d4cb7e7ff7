import type { TemplateResult } from 'lit';
import type { TryonState } from '../state/phase.js';
import { afterWake } from '../wake.js';
import { busyView } from './busy-view.js';
import { errorView } from './error-view.js';
import { idleView } from './idle-view.js';
import { unsupportedView } from './unsupported-view.js';
import type { View } from './view.js';

/** What lies over the picture; the one place that tells the phases apart. A phase without a branch does not compile. */
export function overlay(state: TryonState, view: View): TemplateResult | undefined {
  switch (state.phase) {
    case 'idle':
      return idleView(state.photo, view);
    case 'loading':
    case 'checking':
    case 'working':
      return busyView(
        { progress: state.progress, isChecking: state.phase === 'checking', overPrevious: state.previous !== undefined },
        view,
      );
    case 'done':
      return afterWake()?.doneView(state.outcome, view);
    case 'error':
      return errorView(state.failure, state.photo !== undefined, view);
    case 'unsupported':
      return unsupportedView(view);
  }
}
