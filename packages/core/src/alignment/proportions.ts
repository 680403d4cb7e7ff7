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

/** Radius of a bare leg at shares of its length, hip joint to ankle, in such lengths. */
export const legRadius = [
  [0, 0.115],
  [0.25, 0.1],
  [0.5, 0.068],
  [0.68, 0.068],
  [1, 0.042],
] as const;

/** Of an arm, in its radii there. */
export const arm = {
  /** A sleeve whose outline is not seen, one at its tightest, and the most that is taken for sleeve. */
  sleeve: 1.3,
  narrowest: 0.7,
  widest: 2.4,
  /** What of a forearm before the trunk is drawn as its sleeve. */
  before: 1.2,
  /** Straps and trunks cover this share of an upper arm. */
  shoulder: 0.3,
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

/** The product's own shape; `body.md` of the design has what was tried. */
export const shape = {
  /** Shoulders, hips and knees less sure than this say nothing; nor do shoulders nearer to one another than this share of the trunk, from the side. */
  sureFrom: 0.5,
  sideView: 0.4,
  /** A joint that must be lower than this share of the picture's end is below it. */
  beyondPicture: 0.96,
  /** A whole arm from shoulder joint to wrist, in shoulder widths, and where on it the middle of an armhole is, as a share. */
  armOfWidth: 1.6,
  armholeMiddle: 0.06,
  /** A sleeve of this share of the arm or more is a long one. */
  longSleeve: 0.55,
  /** Where sleeves of a length end. */
  sleeveRange: { none: [0, 0], short: [0.12, 0.48], 'three-quarter': [0.5, 0.8], long: [1, 1] },
  /** Beyond the wrist joint, where a long sleeve ends, in shoulder widths. */
  wristToCuff: 0.04,
  /** Sleeves that differ from the worn ones by less than this share of the arm are taken as worn. */
  sleeveDiffers: 0.08,
  /** Radius of a close sleeve: of the limb's, and in shoulder widths. */
  clothOverLimb: [1.1, 0.012],
  /** The width of a sleeve that hangs, of its width laid flat; its looseness in radii at most, and the widest that is taken for a limb. */
  hangingWidth: 0.8,
  loosest: 1.3,
  widestLimb: 1.7,
  /** An elbow stands out over this share of the arm to both sides. */
  elbowLength: 0.12,
  /** In shoulder widths: below a worn cuff its width fades over this, at the shoulder the sleeve comes from its tip over that. */
  cuffFade: 0.4,
  tipFade: 0.16,
  /** New cloth begins this far within the worn one. */
  overlap: 0.08,
  /** Over a short sleeve it begins at this share of that. */
  overShort: 0.35,
  cuffRound: 0.02,
  /** Pixels of distance per share of skin, where skin alone tells of a limb. */
  skinSlope: 8,
  skinShare: 0.3,
  traceOfSkin: 0.15,
  /** Shoulders are covered anew where the worn garment leaves more than this share of them bare. */
  bareShoulders: 0.04,
  /** Half the width of the opening at the neck, in shoulder widths: from, to. */
  neckHalf: [0.2, 0.42],
  /** What is seen of the outline moves neck sides and shoulder tips by this at most. */
  snap: [0.08, 0.11],
  /** Skin this near to an arm, in its radii, is the arm's. */
  armSkin: 1.45,
  /** A hand is as many times as wide as its wrist. */
  handWidth: 1.6,
  /** Sleeves are put on arms of which more than this is bare. */
  bareArm: 0.4,
  /** A hem that is too high by more than the first share of the garment's length, or too low by more than the second, is the product's own. */
  hemDiffers: [0.12, 0.06],
  /** A dress that replaces more trousers or skirt than this goes over them. */
  lowerShare: 0.12,
  /** A top that ends on a dress leaves its skirt alone: so much of what is worn below is a dress. */
  dressShare: 0.5,
  /** What is worn below and reaches this far below the hips, in lengths of the trunk, is trousers, even where the legs touch. */
  trousersReach: 1.15,
  /** And its hem is narrower than this share of its hips: a long skirt's is not. */
  narrowHem: 0.75,
  /** Half width of cloth that hangs, of its half width laid flat; where the body is wider it gives way by the second factor at most. */
  hangingHalf: 0.87,
  widestOverBody: 1.25,
  /** In shoulder widths: how far beside the axis the body is looked for, and how new cloth comes out of worn cloth at its hem. */
  widestBody: 1.1,
  hemOverlap: 0.15,
  hemFade: 0.35,
  /** A hem hangs lower in the middle, in half widths. */
  hemRound: 0.06,
  /** Shoulder widths of a body, in lengths of its leg. */
  shouldersOfLeg: 0.43,
  /** What reaches this far down the leg is trousers; the longest skirt ends there. */
  trousersOfLeg: 0.75,
  floorLength: 1.06,
  /** Trousers that go this far down the leg are full ones. */
  toAnkle: 0.88,
  /** A skirt or trouser leg is at most this many times as wide as what it is worn over. */
  widestSkirt: 1.8,
  /** A hem that is at most this many times as wide as the legs below it lies on them. */
  closeHem: 1.25,
  /** What is worn below and begins higher than this above the usual waist, in lengths of the leg, is a dress. */
  aboveWaist: 0.12,
  /** A skirt that is longer than what is worn by more than this share of its own length hides that. */
  muchLonger: 0.25,
} as const;

/** The outline of a neck side above the line of the shoulder joints, by its distance from the axis; both in shoulder widths (street photos, see `body.md`). */
export const shoulderLine = [
  [0.2, 0.27],
  [0.25, 0.245],
  [0.3, 0.225],
  [0.42, 0.19],
  [0.5, 0.165],
  [0.58, 0.125],
] as const;

/** The opening of a product at the neck, in chest widths. */
export const neck = {
  /** Neck sides are looked for from here to there, and are within this of the highest row. */
  from: 0.08,
  to: 0.36,
  level: 0.018,
  /** An outline that dips by more than this is the front's own. */
  dip: 0.06,
  /** Depth and roundness of a front collar that is not seen on the outline. */
  collarDepth: 0.12,
  roundness: 2.2,
} as const;

/** Arms that are seen where a worn sleeve was. */
export const bare = {
  /** Arms are bared where the worn sleeve is longer by this share of the arm: two short sleeves are taken for alike. */
  differs: 0.18,
  /** Armpits below the line of the shoulder joints, in shoulder widths; nothing above is bared. */
  armpitBelow: 0.42,
  /** Half of the chest between the armpits, at least. */
  leastChest: 0.42,
  /** How far a sleeve may reach from the middle of its arm, in radii, and by how many the arm may lie beside the line of its joints. */
  reach: 3.2,
  /** A trunk is hardly wider than where it is narrowest above: beyond is a sleeve on a hip. */
  flare: 1.2,
  shift: [-0.3, 1.2],
  /** A limb is thinner than the sleeve it was in, and goes on under the new one, whose cuff is round; in shoulder widths. */
  inSleeve: 0.025,
  under: 0.05,
  cuffRound: 0.02,
  /** Over this share of the arm its middle goes over into that of the wrist. */
  toWrist: 0.3,
  /** What is seen of a wrist scales the whole arm within these limits. */
  wristScale: [0.6, 1.3],
  upperScale: [0.72, 1.15],
  toUpper: 0.5,
  nearCuff: 0.15,
  /** The edge of a cuff, a shirt's cuff and their shadow lie within this beyond the worn sleeve, in shoulder widths; and an armhole is this far outside of the shoulder joint. */
  cuff: 0.2,
  armhole: -0.02,
  overShoulder: 0.22,
  /** Half width of a hand in radii of the wrist, and where fingers end, in lengths of the arm. */
  hand: 2.2,
  fingertips: 1.42,
} as const;
