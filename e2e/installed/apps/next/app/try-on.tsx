'use client';

import { useCallback, useState } from 'react';
import type { StylemapTryonElement } from 'stylemap-tryon';
import 'stylemap-tryon';

export function TryOn({ garmentSrc }: { garmentSrc: string }) {
  const [seconds, setSeconds] = useState<number>();
  // React 19 attaches no `ontryon-result` to a tag that the server has rendered: https://github.com/facebook/react/issues/35446
  const listen = useCallback((tag: StylemapTryonElement) => {
    const listening = new AbortController();
    tag.addEventListener('tryon-result', ({ detail }) => setSeconds(detail.receipt.totalMs / 1000), listening);
    return () => listening.abort();
  }, []);
  return (
    <>
      <stylemap-tryon ref={listen} garment-src={garmentSrc} garment-type="top" />
      <output>{seconds !== undefined && `Tried on in ${seconds.toFixed(1)} s`}</output>
    </>
  );
}
