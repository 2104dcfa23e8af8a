import type { Files } from '../host/host.ts';

/** Width and height in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture's size is near its beginning, but EXIF data before it may be long. */
const HEAD = 256 * 1024;

/** Walks a JPEG's segments to its frame header (ISO 10918-1, B.2.2). */
function jpegSize(bytes: DataView): PictureSize | null {
  let at = 2;
  while (at + 9 < bytes.byteLength && bytes.getUint8(at) === 0xff) {
    const marker = bytes.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: bytes.getUint16(at + 5), width: bytes.getUint16(at + 7) };
    at += 2 + bytes.getUint16(at + 2);
  }
  return null;
}

/** Reads a little-endian number of three bytes. */
function uint24(bytes: DataView, at: number): number {
  return bytes.getUint16(at, true) + bytes.getUint8(at + 2) * 0x10000;
}

function webpSize(bytes: DataView): PictureSize | null {
  const kind = lettersAt(bytes, 12, 4);
  if (kind === 'VP8X') return { width: 1 + uint24(bytes, 24), height: 1 + uint24(bytes, 27) };
  if (kind === 'VP8 ') return { width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = bytes.getUint32(21, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
}

function lettersAt(bytes: DataView, at: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => bytes.getUint8(at + index)));
}

function svgSize(text: string): PictureSize | null {
  const open = /<svg\b[^<>]*>/.exec(text)?.[0] ?? '';
  const length = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)(?:px)?"`).exec(open)?.[1]);
  const [, , boxWidth, boxHeight] = (/viewBox="([^"]+)"/.exec(open)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = length('width') || boxWidth;
  const height = length('height') || boxHeight;
  return width && height ? { width: Math.round(width), height: Math.round(height) } : null;
}

function sizeOf(head: Uint8Array): PictureSize | null {
  if (head.length < 30) return null;
  const bytes = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (bytes.getUint32(0) === 0x89504e47) return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  if (lettersAt(bytes, 0, 3) === 'GIF') return { width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) };
  if (bytes.getUint16(0) === 0xffd8) return jpegSize(bytes);
  if (lettersAt(bytes, 8, 4) === 'WEBP') return webpSize(bytes);
  return svgSize(new TextDecoder().decode(head));
}

/** Reads the size of a PNG, JPEG, GIF, WebP or SVG file, so that a page reserves its space; null if it is unknown. */
export function pictureSize(files: Files, path: string): PictureSize | null {
  try {
    const size = sizeOf(files.head(path, HEAD));
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    return null;
  }
}
