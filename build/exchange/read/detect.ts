/** Kinds of files that can be imported. */
export type FileKind = 'gift' | 'aiken' | 'moodle-xml' | 'docx' | 'markdown';

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Tests for a zip, which a Word file is. */
export function isZip(bytes: Uint8Array): boolean {
  return begins(bytes, [0x50, 0x4b, 3, 4]);
}

/** Share of control characters above which a file is no text. */
const BINARY = 0.02;

/** Finds out why a file can't be a text: a key of the strings; undefined if it can. */
export function binaryFault(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'file.empty';
  if (isZip(bytes)) return 'file.zip';
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'file.old-word';
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return 'file.pdf';
  const head = bytes.subarray(0, 4096);
  // UTF-16 has zeros in every other byte.
  const isWide = begins(head, [0xff, 0xfe]) || begins(head, [0xfe, 0xff]) || isEveryOther(head);
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return !isWide && controls / head.length > BINARY ? 'file.binary' : undefined;
}

function isEveryOther(head: Uint8Array): boolean {
  const zeros = [0, 1].map((odd) => head.filter((byte, index) => byte === 0 && index % 2 === odd).length);
  return zeros.some((count, odd) => count > head.length * 0.15 && (zeros[1 - odd] ?? 0) < head.length * 0.01);
}

const AIKEN = /^[ \t]*[A-Z][.)][ \t]+\S.*\n(?:.*\n){0,40}?[ \t]*ANSWER[ \t]*:/m;
const GIFT = /^[ \t]*::|(?<!\\)\{[^{}]*\}|^[ \t]*\$CATEGORY:/m;

/** Finds out the kind of a text by its content and its name; a key of the strings if it is another one. */
export function textKind(text: string, name: string): { readonly kind: FileKind } | { readonly fault: string } {
  const extension = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const start = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 300);
  if (/^(?:<\?xml|<quiz|<!doctype)/i.test(start)) {
    if (/^(?:gift|aiken|md|markdown)$/.test(extension)) return { fault: 'file.is-xml' };
    return /<quiz[\s>]/i.test(text)
      ? { kind: 'moodle-xml' }
      : { fault: /<html|<!doctype html/i.test(start) ? 'file.is-html' : 'file.no-quiz' };
  }
  if (extension === 'xml') return { fault: 'file.not-xml' };
  if (extension === 'docx') return { fault: 'file.not-docx' };
  if (extension === 'gift' || extension === 'aiken') return { kind: extension };
  if (extension === 'md' || extension === 'markdown') return { kind: 'markdown' };
  if (AIKEN.test(`${text.slice(0, 200_000)}\n`.replace(/\r\n?/g, '\n'))) return { kind: 'aiken' };
  return GIFT.test(text.slice(0, 200_000)) ? { kind: 'gift' } : { fault: 'file.unknown' };
}
