/**
 * Rows of a product per row of the worn garment where their widths are equal. Cloth that is laid flat shows half of its girth, an oval body 0.73 of that
 * (depth 0.7 of its width); a product photographed on a mannequin shows what a person does. Half-way.
 */
export const drape = 0.86;

/** Scale at the middle of cloth laid flat against that of its whole width, on such an oval. */
export const flatMiddle = 0.73;
