/** Length of a seal, in characters. */
export const SEAL = 5;

/** Hashes a text to 32 bits (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Hashes a text to 24 bits, to recognise one that was cut, altered or made for something else. */
export function sealOf(text: string): string {
  return (hashOf(text) >>> 8).toString(36).padStart(SEAL, '0');
}
