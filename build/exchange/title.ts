/** Makes a title of a file's name. */
export function titleOf(name: string): string {
  const plain = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? name : plain.charAt(0).toUpperCase() + plain.slice(1);
}
