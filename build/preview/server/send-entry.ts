import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Entry } from '../../host/host.ts';
import { SCO_POLICY } from './guard.ts';

const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  gif: 'image/gif',
  html: 'text/html; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
};

/** Returns the content type of a file by its name; undefined if it is none of ours. */
export function contentType(name: string): string | undefined {
  return TYPES[name.split('.').pop()?.toLowerCase() ?? ''];
}

/** Parses first and last requested byte; null if the header isn't understood, 'none' if there are no such bytes. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | null | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to ? { from, to } : 'none';
}

function bodyOf(entry: Entry, from: number, to: number): ReadableStream | Uint8Array<ArrayBuffer> {
  if ('path' in entry) return Readable.toWeb(createReadStream(entry.path, { start: from, end: to })) as ReadableStream;
  const bytes = typeof entry.data === 'string' ? Buffer.from(entry.data) : entry.data;
  return new Uint8Array(bytes.subarray(from, to + 1));
}

function sizeOf(entry: Entry): number {
  if ('path' in entry) return entry.bytes;
  return typeof entry.data === 'string' ? Buffer.byteLength(entry.data) : entry.data.length;
}

/** Sends a file of a module, or the part that a video player requests. @param range the request's `Range` */
export function sendEntry(entry: Entry, range: string | undefined): Response {
  const size = sizeOf(entry);
  const part = rangeOf(range, size);
  const headers = {
    'accept-ranges': 'bytes',
    'content-security-policy': SCO_POLICY,
    'content-type': contentType(entry.name) ?? 'application/octet-stream',
  };
  if (part === 'none') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const { from, to } = part ?? { from: 0, to: size - 1 };
  const sized = { ...headers, 'content-length': String(to - from + 1) };
  if (!part) return new Response(size === 0 ? null : bodyOf(entry, from, to), { headers: sized });
  return new Response(bodyOf(entry, from, to), { status: 206, headers: { ...sized, 'content-range': `bytes ${from}-${to}/${size}` } });
}
