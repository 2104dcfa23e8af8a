/** Parses a position on a picture in percent of its width or height, 0..100; undefined if the text is none. */
export function percentOf(text: string): number | undefined {
  if (!/^\d{1,3}(?:[.,]\d{1,2})?\s*%?$/.test(text.trim())) return undefined;
  const value = Number.parseFloat(text.replace(',', '.'));
  return value <= 100 ? value : undefined;
}
