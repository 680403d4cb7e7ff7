import { useState } from 'react';
import 'stylemap-tryon';

export function ProductPage() {
  const [seconds, setSeconds] = useState<number>();
  return (
    <>
      <h1>Sunset tee</h1>
      <stylemap-tryon
        garment-src="/pictures/tee-sunset.webp"
        garment-type="top"
        ontryon-result={({ detail }) => setSeconds(detail.receipt.totalMs / 1000)}
      />
      <output>{seconds !== undefined && `Tried on in ${seconds.toFixed(1)} s`}</output>
    </>
  );
}
