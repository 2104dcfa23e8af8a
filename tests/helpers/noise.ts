/** Makes a text of lower-case letters that deflates badly; always the same for a seed. */
export function noise(length: number, seed: number): string {
  let value = seed;
  return Array.from({ length }, () => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(97 + ((value >>> 16) % 26));
  }).join('');
}
