'use client';

import { useState } from 'react';
// Not the tag itself: React attaches no listeners to a custom element that the server has rendered.
import { StylemapTryon } from 'stylemap-tryon/react';

export function TryOn({ garmentSrc }: { garmentSrc: string }) {
  const [seconds, setSeconds] = useState<number>();
  return (
    <>
      <StylemapTryon
        garmentSrc={garmentSrc}
        garmentType="top"
        onTryonResult={({ detail }) => setSeconds(detail.receipt.totalMs / 1000)}
      />
      <output>{seconds !== undefined && `Tried on in ${seconds.toFixed(1)} s`}</output>
    </>
  );
}
