/** Of deflate, where no file is a giant. */
export const LEVEL = 6;
