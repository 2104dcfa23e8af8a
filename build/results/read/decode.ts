import { decode } from '../../model/decode-text.ts';

/** Decodes a downloaded text. */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).text;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
}

/** Decodes the HTML entities with which Moodle's reports escape an answer. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g, (_, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? '';
    return characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
