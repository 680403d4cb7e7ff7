import type { Garment, Person, TryOn } from '@stylemap-tryon/sdk';
import type { Companion } from '../fitting/outfit.js';
import type { StylemapGarmentElement } from '../stylemap-garment-element.js';
import { releaseCanvas } from '../fitting/release-canvas.js';
import { loadAfterWake } from '../wake.js';
import { distanceFromWindow, nextTile, surplusTiles } from './tile-order.js';

/** More canvases than a phone holds without trouble. */
const mostCanvases = 24;

export type ShelfTile = Pick<Companion, 'source' | 'kind'> & { readonly element: StylemapGarmentElement };

export interface ShelfDrawerOptions {
  readonly engine: () => TryOn;
  /** A string is an absolute URL. */
  readonly photo: Blob | string;
  /** Long edge of a tile's picture. */
  readonly tilePx: number;
  readonly tiles: () => readonly ShelfTile[];
  /** The shopper's own run has the engine. */
  readonly isBusy: () => boolean;
  readonly onProgress: (shownCount: number) => void;
  /** Nothing can be drawn with this photo. */
  readonly onFailure: (error: unknown) => void;
  readonly textOf: (picture: HTMLElement) => string;
}

/** Draws the tiles near the window one by one, nearest first, and never before the shopper's own run. */
export class ShelfDrawer {
  readonly #shown = new Map<StylemapGarmentElement, HTMLCanvasElement>();
  /** Drawn in vain; the shop's picture stays. */
  readonly #failed = new Set<StylemapGarmentElement>();
  #person: Person | undefined;
  #abort: AbortController | undefined;
  #isStopped = false;

  constructor(private readonly options: ShelfDrawerOptions) {}

  /** Goes on where something may be drawn now: the window has moved, or the engine is free. */
  async resume(): Promise<void> {
    if (this.#abort) return;
    for (let tile = this.#next(); tile; tile = this.#next()) {
      const abort = new AbortController();
      this.#abort = abort;
      await this.#draw(tile, abort.signal);
      this.#abort = undefined;
    }
  }

  /** Makes way; the tile under way is drawn again later. */
  yield(): void {
    this.#abort?.abort();
  }

  /** Every picture of the shop's is back. */
  stop(): void {
    this.#isStopped = true;
    this.#abort?.abort();
    for (const element of this.#shown.keys()) this.#restore(element);
    for (const element of this.#failed) element.showTile(undefined);
    this.#person?.dispose();
    this.#person = undefined;
  }

  /** Another picture of this product. */
  forget(element: StylemapGarmentElement): void {
    this.#failed.delete(element);
    this.#restore(element);
  }

  #next(): ShelfTile | undefined {
    if (this.#isStopped || this.options.isBusy()) return undefined;
    const open = this.options.tiles().filter(({ element }) => !this.#shown.has(element) && !this.#failed.has(element));
    const next = nextTile(open, ({ element }) => distanceOf(element));
    if (!next || this.#shown.size < mostCanvases) return next;
    // Else two that are as far away would take each other's place for ever.
    const farthestPx = Math.max(...[...this.#shown.keys()].map(distanceOf));
    return distanceOf(next.element) < farthestPx ? next : undefined;
  }

  async #draw({ element, source, kind }: ShelfTile, signal: AbortSignal): Promise<void> {
    element.showTile({ state: 'drawing' });
    let garment: Garment | undefined;
    try {
      const engine = this.options.engine();
      const person = await this.#preparePerson(engine, signal);
      garment = await engine.prepareGarment(source, { type: kind, signal });
      const result = await engine.dress(person, garment, { signal });
      const { paintResult } = await loadAfterWake();
      const canvas = await paintResult(result);
      if (signal.aborted) return releaseCanvas(canvas);
      frame(canvas, result.mask);
      this.#shown.set(element, canvas);
      element.showTile({ state: 'shown', canvas, text: this.options.textOf(element) });
      for (const far of surplusTiles([...this.#shown.keys()], distanceOf, mostCanvases)) this.#restore(far);
      this.options.onProgress(this.#shown.size);
    } catch (error) {
      if (signal.aborted) element.showTile(undefined);
      else if (this.#person) this.#fail(element);
      else this.#giveUp(element, error);
    } finally {
      garment?.dispose();
    }
  }

  async #preparePerson(engine: TryOn, signal: AbortSignal): Promise<Person> {
    const { photo, tilePx } = this.options;
    // Photos are mostly 3 : 4.
    const maxResultPixels = Math.round(tilePx * tilePx * 0.75);
    return (this.#person ??= await engine.preparePerson(photo, { maxResultPixels, signal }));
  }

  #giveUp(element: StylemapGarmentElement, error: unknown): void {
    element.showTile(undefined);
    this.#isStopped = true;
    this.options.onFailure(error);
  }

  #fail(element: StylemapGarmentElement): void {
    this.#failed.add(element);
    element.showTile({ state: 'failed' });
  }

  #restore(element: StylemapGarmentElement): void {
    element.showTile(undefined);
    const canvas = this.#shown.get(element);
    if (canvas) releaseCanvas(canvas);
    this.#shown.delete(element);
  }
}

/** Fills the place of the shop's picture, with the garment in the middle of what is left of the photo. */
function frame(canvas: HTMLCanvasElement, { yPx, heightPx }: { readonly yPx: number; readonly heightPx: number }): void {
  const centrePercent = Math.round(((yPx + heightPx / 2) / canvas.height) * 100);
  const size = { display: 'block', inlineSize: '100%', blockSize: '100%' };
  Object.assign(canvas.style, { ...size, objectFit: 'cover', objectPosition: `50% ${centrePercent}%` });
}

function distanceOf(element: HTMLElement): number {
  return distanceFromWindow(element.getBoundingClientRect(), { widthPx: innerWidth, heightPx: innerHeight });
}
