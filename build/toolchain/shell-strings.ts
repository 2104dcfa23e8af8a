const PLURAL = /\.(?:zero|one|two|few|many|other)$/;
const QUOTES = ['"', "'", '`'];

/** Lists all prefixes of a key that end with a dot: `save.` of `save.saved`. */
function beginnings(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => `${parts.slice(0, index + 1).join('.')}.`);
}

/**
 * Finds the keys of the shell's strings that scripts may use: whole, without a plural ending, or composed from a prefix
 * (`save.${status}`). The others are only in the markup.
 * @param code all scripts, compiled
 */
export function requestedKeys(keys: readonly string[], code: string): string[] {
  const has = (text: string, ends: readonly string[]): boolean =>
    QUOTES.some((quote) => ends.some((end) => code.includes(quote + text + end)));
  return keys.filter(
    (key) =>
      [key, key.replace(PLURAL, '')].some((whole) => has(whole, QUOTES)) || beginnings(key).some((start) => has(start, [...QUOTES, '${'])),
  );
}
