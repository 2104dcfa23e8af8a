/** Text of a manifest, and how it was encoded. */
export interface Decoded {
  readonly text: string;
  /** Name of the encoding in lower case. */
  readonly encoding: string;
  /** True if it begins with a byte order mark. */
  readonly hasMark: boolean;
}

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Finds the encoding that the declaration names, or that its first bytes show (XML 1.0, appendix F). */
function statedIn(bytes: Uint8Array): string {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const [, name = 'utf-8'] = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start) ?? [];
  return name.toLowerCase();
}

/** Decodes XML. @returns null if the encoding is unknown, or the bytes aren't what it states */
export function decodeXml(bytes: Uint8Array): Decoded | null {
  const mark = MARKS.find(([, signs]) => signs.every((sign, at) => bytes[at] === sign));
  const encoding = mark?.[0] ?? statedIn(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text: text.replace(/\r\n?/g, '\n'), encoding, hasMark: mark !== undefined };
  } catch {
    return null;
  }
}
