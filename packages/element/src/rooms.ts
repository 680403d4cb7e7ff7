import type { TryonRoom } from './state/room.js';

/** What only some shoppers use is loaded when they do. The imports are literal, so that bundlers follow. */
export const rooms: Readonly<Record<TryonRoom, () => Promise<unknown>>> = {
  consent: () => import('./rooms/consent/consent-room.js'),
  viewer: () => import('./rooms/viewer/viewer-room.js'),
};

export const importExport = () => import('./rooms/export/export-result.js');
