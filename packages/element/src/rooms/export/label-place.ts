/** Where the label lies in a picture, in its pixels. */
export interface LabelPlace {
  readonly fontPx: number;
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Of the picture's shorter side. */
const fontShare = 0.03;
const smallestFontPx = 11;

/**
 * The lower end corner, large enough to be read on a phone.
 * @param textWidth width of the text in a font of 1 px
 */
export function labelPlace(
  picture: { readonly widthPx: number; readonly heightPx: number },
  textWidth: number,
  direction: 'ltr' | 'rtl',
): LabelPlace {
  const shorterPx = Math.min(picture.widthPx, picture.heightPx);
  const wantedPx = Math.max(smallestFontPx, Math.round(shorterPx * fontShare));
  // A long text in a narrow picture gets smaller rather than cut.
  const fontPx = Math.min(wantedPx, picture.widthPx / (textWidth + 3.2));
  const marginPx = fontPx * 0.8;
  const [widthPx, heightPx] = [fontPx * (textWidth + 1.4), fontPx * 1.9];
  const xPx = direction === 'rtl' ? marginPx : picture.widthPx - marginPx - widthPx;
  return { fontPx, xPx, yPx: picture.heightPx - marginPx - heightPx, widthPx, heightPx };
}
