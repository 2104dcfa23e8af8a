import type { Holder } from './edit-parts.ts';
import type { Replacement } from './raw-text.ts';

/** Value of an attribute: true for a bare key, null for none. */
export type AttributeValue = string | true | null;

function quoted(value: string): string {
  if (/^[\p{L}\p{M}\d][\p{L}\p{M}\d.,_/:+%-]*$/u.test(value)) return value;
  const line = value.replace(/\s*\n\s*/g, ' ');
  // A backslash makes the quote after it text, so that nothing would close the value: a space keeps them apart.
  if (line.endsWith('\\')) return line.includes('»') ? `"${line.replace(/"/g, '\\"')} "` : `« ${line} »`;
  return `"${line.replace(/"/g, '\\"')}"`;
}

function written(key: string, value: string | true): string {
  if (key === 'id') return `#${value}`;
  return value === true ? key : `${key}=${quoted(value)}`;
}

/** Removes one attribute with a space beside it; the braces too, if it was the only one. */
function removed(text: string, { braces, attributes }: Holder, found: { readonly from: number; readonly to: number }): Replacement[] {
  if (attributes.length === 1 && text.slice(braces.from + 1, braces.to - 1).trim() === text.slice(found.from, found.to)) {
    const lead = /[ \t]*$/.exec(text.slice(0, braces.from))?.[0].length ?? 0;
    return [{ from: braces.from - lead, to: braces.to, insert: '' }];
  }
  const before = /\s*$/.exec(text.slice(braces.from + 1, found.from))?.[0].length ?? 0;
  if (found.from - before > braces.from + 1) return [{ from: found.from - before, to: found.to, insert: '' }];
  const after = /^\s*/.exec(text.slice(found.to, braces.to - 1))?.[0].length ?? 0;
  return [{ from: found.from, to: found.to + after, insert: '' }];
}

/**
 * Sets or removes one attribute; the others stay as they are written.
 * @param gap text before new braces: none after the name of a directive, a space after words
 */
export function setAttribute(text: string, holder: Holder, key: string, value: AttributeValue, gap: '' | ' '): Replacement[] {
  const { braces, attributes } = holder;
  const found = attributes.find((one) => one.key === key);
  if (value === null || value === '') return found ? removed(text, holder, found) : [];
  if (found?.value === value) return [];
  // In a heading or an item, braces in a value would end the attributes.
  const insert = written(key, gap === ' ' && value !== true ? value.replace(/[{}]/g, '') : value);
  if (found) return [{ from: found.from, to: found.to, insert }];
  if (braces.from === braces.to) return [{ from: braces.from, to: braces.to, insert: `${gap}{${insert}}` }];
  const inside = text.slice(braces.from + 1, braces.to - 1);
  const end = braces.to - 1 - (inside.length - inside.trimEnd().length);
  return [{ from: end, to: end, insert: inside.trim() === '' ? insert : ` ${insert}` }];
}
