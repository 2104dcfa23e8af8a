/** A text as an id or file name: `Trois lois, une porte` → `trois-lois-une-porte`. At most 40 characters, never empty. */
export function slug(text: string, fallback: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return (
    plain
      .slice(0, 40)
      .replace(/-[^-]{0,3}$|-$/, (end) => (plain.length > 40 ? '' : end))
      .replace(/-+$/, '') || fallback
  );
}
