const PLURAL = /\.(?:zero|one|two|few|many|other)$/;
const QUOTES = ['"', "'", '`'];

/** All beginnings of a key that end in a point: `save.` of `save.saved`. */
function beginnings(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join('.')}.`);
}

/**
 * Keys of the shell's words that scripts may ask for: whole, without the ending of a plural, or put together from a beginning
 * (`save.${status}`). The others stand in the markup alone.
 * @param code all scripts, compiled
 */
export function wordsAskedFor(keys: readonly string[], code: string): string[] {
  const has = (text: string, ends: readonly string[]): boolean =>
    QUOTES.some((quote) => ends.some((end) => code.includes(quote + text + end)));
  return keys.filter(
    (key) =>
      [key, key.replace(PLURAL, '')].some((whole) => has(whole, QUOTES)) || beginnings(key).some((start) => has(start, [...QUOTES, '${'])),
  );
}
