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

/** Encodings that texts of other programs have. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

function encodingOf(bytes: Uint8Array): Exclude<Encoding, 'windows-1252'> {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (zeros(bytes, 1) > WIDE && zeros(bytes, 0) < WIDE)) return 'utf-16le';
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (zeros(bytes, 0) > WIDE && zeros(bytes, 1) < WIDE)) return 'utf-16be';
  return 'utf-8';
}

/**
 * Decodes a text of another program: UTF-8, UTF-16, or the Windows encoding that old programs save. Control characters are left out.
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const encoding = encodingOf(bytes);
  const read = (label: Encoding, fatal: boolean): string => new TextDecoder(label, { fatal }).decode(bytes).replace(CONTROL, '');
  try {
    return { text: read(encoding, true), encoding };
  } catch {
    const other = encoding === 'utf-8' ? 'windows-1252' : encoding;
    return { text: read(other, false), encoding: other };
  }
}
