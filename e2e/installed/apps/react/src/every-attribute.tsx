/** Never rendered: says to `tsc` what the tag takes, and what it refuses; a misspelt name with a hyphen is beyond JSX. */
import { useRef } from 'react';
import type { StylemapTryonElement } from 'stylemap-tryon';

export function EveryAttribute({ photo }: { photo: Blob }) {
  const tag = useRef<StylemapTryonElement>(null);
  const blob: Promise<Blob | null> | undefined = tag.current?.getResultBlob({ type: 'image/png' });
  void blob;
  return (
    <>
      <stylemap-tryon
        ref={tag}
        key="tee"
        id="tee"
        className="wide"
        style={{ width: '20rem' }}
        garment-src="/tee.webp"
        garment-type="outerwear"
        strength={0.6}
        src="/ada.webp"
        alt="Ada"
        poster="/poster.webp"
        loading="eager"
        backend="wasm"
        asset-base="/stylemap-tryon/"
        locale="de"
        photo={photo}
        ontryon-progress={({ detail }) => detail.fraction.toFixed(2)}
        ontryon-result={({ detail, currentTarget }) => [detail.receipt.totalMs.toFixed(), currentTarget.phase]}
        ontryon-error={({ detail }) => detail.error.code === 'no-person'}
      >
        <img slot="sample-model" src="/ada-72.webp" data-photo="/ada.webp" alt="Ada" hidden />
        <button slot="actions">Add to bag</button>
      </stylemap-tryon>
      <stylemap-tryon strength="0.5" src={null} photo={null} alt={undefined} />
      {/* @ts-expect-error no kind of garment */}
      <stylemap-tryon garment-type="hat" />
      {/* @ts-expect-error not a number */}
      <stylemap-tryon strength="much" />
      {/* @ts-expect-error no way to load */}
      <stylemap-tryon loading="never" />
      {/* @ts-expect-error no backend */}
      <stylemap-tryon backend="webgl" />
      {/* @ts-expect-error a URL is for `src` */}
      <stylemap-tryon photo="/ada.webp" />
      {/* @ts-expect-error it is read only */}
      <stylemap-tryon phase="done" />
      {/* @ts-expect-error no server could render it */}
      <stylemap-tryon garmentSrc="/tee.webp" />
      {/* @ts-expect-error no such detail */}
      <stylemap-tryon ontryon-result={({ detail }) => detail.price} />
    </>
  );
}
