import { hashOf } from './seal.ts';

/** Characters of an origin, 6 bits each. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Identifies a part by its text at the first appearance: 12 bits of FNV-1a, as in a seal, in two characters. */
export function originOf(text: string): string {
  const hash = hashOf(text);
  return [26, 20].map((shift) => SIGNS[(hash >>> shift) & 63]).join('');
}
