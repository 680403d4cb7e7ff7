/** A shopper the shop offers for those without a photo at hand: `<img slot="sample-model" src alt>`. */
export interface SampleModel {
  /** Absolute URL of the photo to try on: `data-photo` where the picture in the slot is only a thumbnail. */
  readonly photo: string;
  /** What the row of choices shows. */
  readonly thumbnail: string;
  readonly alt: string;
}

/** Attributes of a slotted picture that change its choice; frameworks reuse an element for another picture. */
const watchedAttributes = ['slot', 'src', 'alt', 'data-photo'];

/** Calls back when pictures in the slot come, go or change. Lives as long as the host. */
export function watchSampleModels(host: HTMLElement, callback: () => void): void {
  new MutationObserver(callback).observe(host, { childList: true, subtree: true, attributeFilter: watchedAttributes });
}

/** The pictures in the slot, in document order; those without an address are left out. */
export function sampleModelsOf(host: HTMLElement): readonly SampleModel[] {
  return [...host.querySelectorAll<HTMLImageElement>(':scope > img[slot="sample-model"]')]
    .filter((image) => image.src !== '')
    .map((image) => ({
      photo: new URL(image.dataset['photo'] ?? image.src, document.baseURI).href,
      thumbnail: image.src,
      alt: image.alt,
    }));
}
