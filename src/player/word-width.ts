/** What a character takes of its size where nothing can be measured: wide, so that words mostly fit. */
const CHARACTER = 0.55;

/**
 * For words in a drawing, which nothing wraps: gives what tells the width of a line, in pixels.
 * It is measured in the page's own font and in bold, so that neither a wide font nor a bold word spills.
 * @param size of the letters in pixels
 */
export function measureWords(size: number): (line: string) => number {
  const pen = document.createElement('canvas').getContext('2d');
  const { fontFamily, letterSpacing } = getComputedStyle(document.body);
  if (pen) Object.assign(pen, { font: `700 ${size}px ${fontFamily}`, letterSpacing });
  return (line) => pen?.measureText(line).width ?? line.length * size * CHARACTER;
}
