/** The figures of products' own shapes for people to read, beside the bars. */

/** @typedef {ReturnType<typeof import('./sleeve-measurement.mjs').summariseSleeves>} SleeveFigures */
/** @typedef {ReturnType<typeof import('./skin-measurement.mjs').summariseSkin>} SkinFigures */

export const bars = { drawnAgainstSeen: 0.08, psnrGainDb: 1.5, ciede2000: [5, 12], iou: 0.75 };

const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(0)} %`;
const verdict = (/** @type {boolean} */ isGood, /** @type {string} */ bar) => `${isGood ? 'clears' : 'BELOW'} ${bar}`;

/** @param {{ photos: number, sleeves: SleeveFigures, skin: SkinFigures }} report */
export function shapeTable({ photos, sleeves, skin }) {
  const gain = skin.psnrDb - skin.handPsnrDb;
  const [median, high] = skin.ciede2000;
  return [
    '',
    `Sleeves on ${photos} photos, by what the parser sees in the results`,
    ...Object.entries(sleeves).map(
      ([direction, own]) =>
        `  ${direction.padEnd(8)} ${String(own.arms).padStart(4)} arms  kept ${percent(own.kept).padStart(5)}  the product's ${percent(own.right).padStart(5)}, of those not kept ${percent(own.rightOfChanged).padStart(5)}` +
        // The mask of a result counts arms that it uncovers: only of cloth it tells the end.
        (direction === 'uncover'
          ? ''
          : `  drawn against seen ${own.drawnAgainstSeen.toFixed(3)} ${verdict(own.drawnAgainstSeen <= bars.drawnAgainstSeen, String(bars.drawnAgainstSeen))}`),
    ),
    '',
    `Skin that was covered and uncovered again: ${skin.arms} forearms`,
    `  PSNR      ${skin.psnrDb.toFixed(1)} dB, the hand's colour ${skin.handPsnrDb.toFixed(1)} dB  ${verdict(gain >= bars.psnrGainDb, `+${bars.psnrGainDb} dB`)}`,
    `  CIEDE2000 ${median.toFixed(1)} median, ${high.toFixed(1)} 90th percentile; the hand's colour ${skin.handCiede2000.map((value) => value.toFixed(1)).join(', ')}  ${verdict(median <= bars.ciede2000[0] && high <= bars.ciede2000[1], bars.ciede2000.join(', '))}`,
    `  outline   ${skin.iou.toFixed(3)} IoU  ${verdict(skin.iou >= bars.iou, String(bars.iou))}`,
    '',
  ].join('\n');
}
