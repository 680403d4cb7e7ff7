/** Never rendered: says to `tsc` what the tag takes, and what it refuses; a misspelt name with a hyphen is beyond JSX. */
import { useRef } from 'react';
import type { StylemapTryonElement, TryOn } from 'stylemap-tryon';

export function EveryAttribute({ photo, garment, engine }: { photo: Blob; garment: HTMLCanvasElement; engine: TryOn }) {
  const tag = useRef<StylemapTryonElement>(null);
  const blob: Promise<Blob | null> | undefined = tag.current?.getResultBlob({ type: 'image/png' });
  const loaded: Promise<void> | undefined = tag.current?.preload();
  void [blob, loaded];
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
        product-id="T-1"
        variant-id="T-1-M"
        product-name="Tee"
        controls="strength save"
        cart="buy-form"
        consent="required"
        consented
        garment-shape="worn"
        strength={0.6}
        src="/ada.webp"
        alt="Ada"
        poster="/poster.webp"
        loading="eager"
        backend="wasm"
        asset-base="/stylemap-tryon/"
        locale="de"
        max-result-pixels={4_000_000}
        photo={photo}
        garment={garment}
        engine={engine}
        strings={{ title: 'Try me', consent: { agree: 'Fine' } }}
        ontryon-progress={({ detail }) => detail.fraction.toFixed(2)}
        ontryon-result={({ detail, currentTarget }) => [detail.receipt.totalMs.toFixed(), currentTarget.phase]}
        ontryon-error={({ detail }) => detail.error.code === 'no-person'}
        ontryon-phase={({ detail }) => detail.room === 'consent'}
        ontryon-photo={({ detail }) => detail.source === 'file'}
        ontryon-change={({ detail }) => detail.worn.length}
        ontryon-consent-request={(event) => event.preventDefault()}
        ontryon-consent={({ detail }) => detail.granted}
        ontryon-add-to-cart={({ detail }) => detail.items[0]?.productId}
        ontryon-export={({ detail }) => detail.as === 'share'}
        ontryon-track={({ detail }) => [detail.name, detail.params['item_id']]}
      >
        <img slot="sample-model" src="/ada-72.webp" data-photo="/ada.webp" alt="Ada" hidden />
        <button slot="actions">Add to bag</button>
        <stylemap-garment
          key="jeans"
          src="/jeans.webp"
          type="bottom"
          product-id="J-1"
          variant-id="J-1-38"
          product-name="Jeans"
          worn={false}
          mix={0.5}
          garment={garment}
        />
      </stylemap-tryon>
      <stylemap-tryon
        strength="0.5"
        src={null}
        photo={null}
        garment={null}
        engine={null}
        loading="near"
        max-result-pixels="4000000"
        alt={undefined}
      />
      {/* @ts-expect-error no kind of garment */}
      <stylemap-tryon garment-type="hat" />
      <stylemap-shelf for="tee" active={false} tile-px={480}>
        <stylemap-garment src="/jeans.webp" type="bottom" />
      </stylemap-shelf>
      {/* @ts-expect-error not a number */}
      <stylemap-shelf tile-px="large" />
      {/* @ts-expect-error no such word */}
      <stylemap-tryon strings={{ titel: 'Try me' }} />
      {/* @ts-expect-error no kind of garment */}
      <stylemap-garment type="hat" />
      {/* @ts-expect-error not a number */}
      <stylemap-tryon strength="much" />
      {/* @ts-expect-error no way to load */}
      <stylemap-tryon loading="never" />
      {/* @ts-expect-error no backend */}
      <stylemap-tryon backend="webgl" />
      {/* @ts-expect-error a URL is for `src` */}
      <stylemap-tryon photo="/ada.webp" />
      {/* @ts-expect-error not an engine */}
      <stylemap-tryon engine="wasm" />
      {/* @ts-expect-error it is read only */}
      <stylemap-tryon phase="done" />
      {/* @ts-expect-error no server could render it */}
      <stylemap-tryon garmentSrc="/tee.webp" />
      {/* @ts-expect-error no such detail */}
      <stylemap-tryon ontryon-result={({ detail }) => detail.price} />
    </>
  );
}
