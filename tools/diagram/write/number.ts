/** A length in a picture, rounded to hundredths of a pixel, so that machines agree. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);
