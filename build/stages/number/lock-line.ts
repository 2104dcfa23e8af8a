import { SEAL, sealOf } from '../../../src/model/state/seal.ts';

const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Makes a random name for a new line. */
export function newLine(): string {
  const random = globalThis.crypto.getRandomValues(new Uint32Array(SEAL));
  return [...random].map((number) => SIGNS[number % SIGNS.length]).join('');
}

/** Tests for the name of a line. */
export function isLine(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]{5}$/.test(value);
}

interface FirstModule {
  readonly pages: readonly string[];
  readonly activities: readonly { readonly id: string }[];
}

/** Computes the line of a lock of 0.1 from the first ids, which never change: everyone who updates gets the same. */
export function lineOfOld(course: string, modules: Readonly<Record<string, FirstModule>>): string {
  const [id, first] = Object.entries(modules)[0] ?? ['', undefined];
  return sealOf([course, id, first?.pages[0] ?? '', first?.activities[0]?.id ?? ''].join('\n'));
}
