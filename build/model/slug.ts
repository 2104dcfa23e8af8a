/** Soft hyphens and similar characters from word processors, which separate no words. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** Makes an id or file name from a text: `Trois lois, une porte` → `trois-lois-une-porte`. At most 40 characters, never empty. */
export function slug(text: string, fallback: string): string {
  const plain = text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return plain.slice(0, 40).replace(/-[^-]{0,3}$/, (end) => (plain.length > 40 ? '' : end)) || fallback;
}
