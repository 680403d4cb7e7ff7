/** Ahead of the viewport, so that models are on their way when the shopper arrives. */
const aheadPx = 400;

/**
 * Calls back once when the element comes near the viewport. Not for shoppers who asked to save data: they load on the first
 * interaction only.
 * @returns stops watching.
 */
export function whenNearViewport(element: Element, callback: () => void): () => void {
  if (savesData()) return () => {};
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      callback();
    },
    { rootMargin: `${aheadPx}px` },
  );
  observer.observe(element);
  return () => observer.disconnect();
}

function savesData(): boolean {
  // Chromium only, hence not in lib.dom.
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}
