import { hashOf } from './seal.ts';

/** The characters of an origin, 6 bits each. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Names what a part said when it first appeared: 12 bits over its text (FNV-1a, as in a seal), in two characters. */
export function originOf(text: string): string {
  const hash = hashOf(text);
  return [26, 20].map((shift) => SIGNS[(hash >>> shift) & 63]).join('');
}
