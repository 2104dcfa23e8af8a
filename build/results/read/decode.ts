/** Control characters (C0), except tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** Number of bytes examined to recognise UTF-16 without a byte order mark. */
const SAMPLE = 512;

/** Share of zero bytes above which a text is UTF-16: most of its letters are Latin. */
const WIDE = 0.3;

function zeros(bytes: Uint8Array, odd: 0 | 1): number {
  const part = bytes.subarray(0, SAMPLE);
  return part.filter((byte, index) => byte === 0 && index % 2 === odd).length / Math.max(1, part.length / 2);
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (zeros(bytes, 1) > WIDE && zeros(bytes, 0) < WIDE)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (zeros(bytes, 0) > WIDE && zeros(bytes, 1) < WIDE)) return 'utf-16be';
  return 'utf-8';
}

/** Decodes a downloaded text: UTF-8, UTF-16, or the Windows encoding that old spreadsheets save. Control characters are left out. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const decode = (label: string, fatal: boolean): string => new TextDecoder(label, { fatal }).decode(bytes);
  try {
    return decode(encoding, true).replace(CONTROL, '');
  } catch {
    return decode(encoding === 'utf-8' ? 'windows-1252' : encoding, false).replace(CONTROL, '');
  }
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
