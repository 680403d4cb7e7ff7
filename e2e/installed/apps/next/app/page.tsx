import { TryOn } from './try-on';

export default function ProductPage() {
  return (
    <>
      <h1>Sunset tee</h1>
      <TryOn garmentSrc="/pictures/tee-sunset.webp" />
    </>
  );
}
