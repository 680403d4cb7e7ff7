'use client';

/**
 * `<stylemap-tryon>` as a React component, for pages that a server renders: React 19 attaches no listeners to a custom element that it finds in
 * the server's HTML, and sets no objects on it (https://github.com/facebook/react/issues/35446). Elsewhere the tag itself will do.
 */
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import type { StylemapTryonEventMap } from './element.js';
import { StylemapTryonElement } from './index.js';

type EventOf<Type extends keyof StylemapTryonEventMap> = EventName<StylemapTryonEventMap[Type]>;

/** Takes the tag's properties in camel case, `ref`, and its events as `onTryonProgress`, `onTryonResult` and so on. */
export const StylemapTryon = createComponent({
  react: React,
  tagName: 'stylemap-tryon',
  elementClass: StylemapTryonElement,
  displayName: 'StylemapTryon',
  events: {
    onTryonProgress: 'tryon-progress' as EventOf<'tryon-progress'>,
    onTryonResult: 'tryon-result' as EventOf<'tryon-result'>,
    onTryonError: 'tryon-error' as EventOf<'tryon-error'>,
    onTryonPhase: 'tryon-phase' as EventOf<'tryon-phase'>,
    onTryonPhoto: 'tryon-photo' as EventOf<'tryon-photo'>,
    onTryonChange: 'tryon-change' as EventOf<'tryon-change'>,
    onTryonConsentRequest: 'tryon-consent-request' as EventOf<'tryon-consent-request'>,
    onTryonConsent: 'tryon-consent' as EventOf<'tryon-consent'>,
    onTryonAddToCart: 'tryon-add-to-cart' as EventOf<'tryon-add-to-cart'>,
    onTryonExport: 'tryon-export' as EventOf<'tryon-export'>,
    onTryonTrack: 'tryon-track' as EventOf<'tryon-track'>,
  },
});
