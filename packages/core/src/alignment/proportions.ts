/**
 * Every length that is taken from people and clothes in general, and not from the pictures at hand. Lengths of the body are in shoulder widths (the
 * distance of the shoulder joints across the trunk) unless said; 1 is about 33 cm on an adult.
 */

/**
 * The trunk. Shoulder joint to hip joint is about 1.55 shoulder widths on street photos with MediaPipe's joints; on a body that is turned the
 * shoulders come closer and the trunk stays as long, so that it gives the size then.
 */
export const trunk = {
  /** Shoulder widths of a turned body, in lengths of the trunk. */
  widthOfLength: 0.6,
  lengthOfWidth: 1.55,
  /** Where the cloth begins beside the neck, above the line of the shoulder joints: from, usual, to. */
  neckAbove: [0.2, 0.3, 0.42],
  /** Lateral reach of where the neck side is looked for. */
  neckSide: [0.16, 0.42],
  /** The outline over a shoulder joint. */
  shoulderOut: 0.08,
  shoulderUp: 0.125,
  /** The cloth of the trunk goes over into that of the sleeve across this. */
  seam: 0.07,
  /** Armpits below the line of the shoulder joints: from, to. */
  armpitBelow: [0.08, 0.6],
  /** Half widths of a dressed trunk at the armpits, at the waist (0.6 of the trunk's length) and at the hips. */
  chestHalf: 0.52,
  waistHalf: 0.47,
  hipsHalf: 0.56,
  waistAt: 0.6,
  /** What is seen may differ by these factors above the hips; beyond is an arm, or a bag hides it. */
  slack: [0.8, 1.35],
} as const;

/** Radius of a bare arm at shares of its length, shoulder to wrist (measured on studio bodies and street photos: see `body.md` of the design). */
export const armRadius = [
  [0, 0.135],
  [0.3, 0.115],
  [0.5, 0.095],
  [0.62, 0.1],
  [1, 0.065],
] as const;

/** Of an arm, in its radii there. */
export const arm = {
  /** A sleeve whose outline is not seen, one at its tightest, and the most that is taken for sleeve. */
  sleeve: 1.3,
  narrowest: 0.7,
  widest: 2.4,
  /** What of a forearm before the trunk is drawn as its sleeve. */
  before: 1.2,
  /** A stretch without cloth this long is bare: a strap is narrower. */
  bare: 2,
} as const;

/** Of a sleeve: shares of its length that are cuff, and that may be repeated; the armpit lies between these shares of the upper arm. */
export const sleeve = { cuffShare: 0.12, repeatedShare: 0.5, armpitAlong: [0.05, 0.6] } as const;

/**
 * Of a product laid flat this share of the half width is seen from the front; the rest goes round the side. It is where shoulder seams end, too (tees
 * and shirts of shops: 0.82 to 0.87).
 */
export const shownHalf = 0.86;

export const hems = {
  /** Depth of a hem or border, in widths; what of the last row is still background, in heights. */
  depth: 0.2,
  rim: 0.02,
  /** What may be repeated above a hem, in heights: prints of tops reach far down. */
  repeatedOfTop: 0.14,
  repeatedOfDress: 0.3,
  /** How far above and below the last row an edge belongs to the hem, in heights. */
  ofProduct: [0.25, 0.06],
  ofWorn: [0.02, 0.02],
} as const;

/** How a product's own size is told: see `naturalScale`. */
export const fit = {
  /** Chest widths per shoulder width: `topWidths * width / length` of a top within these limits; a dress with and without sleeves. */
  topWidths: 1.95,
  topRange: [0.95, 1.4],
  dress: [1.0, 1.12],
  /** The worn hem is followed where cloth of the natural size is at most this much too long, or too short. */
  hem: [0.8, 1.12],
  /** The same of cuffs: arms are foreshortened as trunks are not. */
  cuff: [0.65, 1.5],
} as const;

/** Limits of the scale in the middle against that of the whole width. */
export const middleRange = [0.6, 1.2] as const;
/** The same of a round sleeve: 2 / pi. */
export const roundMiddle = 0.64;

/** The lower body, in lengths of the leg from hip joint to ankle. */
export const leg = {
  /** Where trousers and skirts are worn, and where legs part, above and below the hip joints. */
  waistAbove: 0.2,
  crotchBelow: 0.11,
  /** What is seen this far above the hips shows its waistband. */
  bandAbove: 0.12,
  /** A full trouser leg ends this far below the ankle; it is this many times as long as what is above the gap, or more, and the rise is that share of it all. */
  hemBelow: 0.02,
  fullRises: 1.35,
  riseOfFull: 0.3,
  /** Widths of what is cut for them: hips of trousers, waist of a skirt. */
  hipWidth: 0.54,
  skirtWaist: 0.38,
  /** How far a worn hem pulls the length of trousers and of skirts, and how much more a rise may be stretched than the leg. */
  trouserHem: 1.15,
  skirtHem: 1.5,
  rise: 1.4,
} as const;
