/** Width of a character relative to its size, if text can't be measured: wide, so that words mostly fit. */
const CHARACTER = 0.55;

/**
 * Makes a function that measures the width of a line in pixels, for drawings, where text doesn't wrap.
 * Measures in bold in the page's own font, so that neither a wide font nor a bold word overflows.
 * @param size font size in pixels
 */
export function measureWords(size: number): (line: string) => number {
  const pen = document.createElement('canvas').getContext('2d');
  const { fontFamily, letterSpacing } = getComputedStyle(document.body);
  if (pen) Object.assign(pen, { font: `700 ${size}px ${fontFamily}`, letterSpacing });
  return (line) => pen?.measureText(line).width ?? line.length * size * CHARACTER;
}
