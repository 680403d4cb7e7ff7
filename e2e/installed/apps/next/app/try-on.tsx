'use client';

import { useState } from 'react';
import 'stylemap-tryon';

export function TryOn({ garmentSrc }: { garmentSrc: string }) {
  const [seconds, setSeconds] = useState<number>();
  return (
    <>
      <stylemap-tryon
        garment-src={garmentSrc}
        garment-type="top"
        ontryon-result={({ detail }) => setSeconds(detail.receipt.totalMs / 1000)}
      />
      <output>{seconds !== undefined && `Tried on in ${seconds.toFixed(1)} s`}</output>
    </>
  );
}
