/** Characters of a seal. */
export const SEAL = 5;

/** 32 bits over a text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** 24 bits over a text, to recognize one that was cut, altered or made for something else. */
export function sealOf(text: string): string {
  return (hashOf(text) >>> 8).toString(36).padStart(SEAL, '0');
}
