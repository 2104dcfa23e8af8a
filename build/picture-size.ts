import { closeSync, openSync, readSync } from 'node:fs';

/** Width and height in CSS pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture's size stands near its beginning; EXIF before it may be long. */
const HEAD = 256 * 1024;

function readHead(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD);
    return buffer.subarray(0, readSync(file, buffer, 0, HEAD, 0));
  } finally {
    closeSync(file);
  }
}

/** Walks a JPEG's segments to its frame header (ISO 10918-1, B.2.2). */
function jpegSize(bytes: Buffer): PictureSize | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function webpSize(bytes: Buffer): PictureSize | null {
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
  if (kind === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = bytes.readUInt32LE(21);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
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

function sizeOf(bytes: Buffer): PictureSize | null {
  if (bytes.length < 30) return null;
  if (bytes.readUInt32BE(0) === 0x89504e47) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.toString('latin1', 0, 3) === 'GIF') return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return webpSize(bytes);
  return svgSize(bytes.toString('utf8'));
}

/** Size of a PNG, JPEG, GIF, WebP or SVG file, so that a page keeps its place; null where it can't be told. */
export function pictureSize(path: string): PictureSize | null {
  try {
    const size = sizeOf(readHead(path));
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    return null;
  }
}
