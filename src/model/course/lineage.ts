import { hashOf } from '../state/seal.ts';

/** Alphabet of origins, 6 bits per character. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Identifies a part by its first text: 12 bits of FNV-1a, as in a seal, in two characters. */
export function originOf(text: string): string {
  const hash = hashOf(text);
  return [26, 20].map((shift) => SIGNS[(hash >>> shift) & 63]).join('');
}
