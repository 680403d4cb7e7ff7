/**
 * What shops may count, by names and parameters that fit the rules of GA4 as they are. The tag sends and stores none of it. Never in here: pixels,
 * names of files, sizes of photos, masks, warnings, or what the photo shows.
 */
export const trackNames = [
  'tryon_view',
  'tryon_open',
  'tryon_use',
  'tryon_consent',
  'tryon_photo',
  'tryon_result',
  'tryon_error',
  'tryon_cancel',
  'tryon_share',
  'tryon_add_to_cart',
  'tryon_shelf',
] as const;

export type TrackName = (typeof trackNames)[number];

export type TrackParams = Readonly<Record<string, string | number | boolean>>;

/** Detail of `tryon-track`. */
export interface Track {
  readonly name: TrackName;
  readonly params: TrackParams;
}

/** What a shopper can do with a result. */
export type UsedTool = 'compare' | 'zoom' | 'strength' | 'mix' | 'outfit';

/** GA4 refuses longer values. */
const longestText = 100;

export function trackOf(name: TrackName, product: Readonly<Record<string, string | null>>, params: TrackParams = {}): Track {
  const known = Object.entries(product).flatMap(([key, value]) => (value ? [[key, value.slice(0, longestText)]] : []));
  return { name, params: { ...(Object.fromEntries(known) as TrackParams), ...params } };
}

/** Tells of each tool once for each result. */
export class FirstUses {
  readonly #used = new Set<UsedTool>();

  isFirst(tool: UsedTool): boolean {
    if (this.#used.has(tool)) return false;
    this.#used.add(tool);
    return true;
  }

  forget(): void {
    this.#used.clear();
  }
}

const viewMs = 1000;

/**
 * Calls back once the element has been half visible for a second, as advertisers count it.
 * @returns stops watching.
 */
export function whenViewed(element: Element, callback: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(timer);
      if (!entry?.isIntersecting) return;
      timer = setTimeout(() => {
        observer.disconnect();
        callback();
      }, viewMs);
    },
    { threshold: 0.5 },
  );
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
