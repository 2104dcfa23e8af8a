import { readFileSync } from 'node:fs';
import type { Entry } from '../built.ts';
import { utf8 } from '../utf8.ts';

/** Characters of text whose bytes are kept for the next package; cohorts and targets share most of theirs. */
const KEPT = 1024 * 1024;

const PACKED_ALREADY = /\.(?:avif|docx|gif|jpe?g|m4a|mp3|mp4|odt|ogg|pdf|png|pptx|webm|webp|woff2?|xlsx|zip)$/;
const TEXT = /\.(?:css|csv|html|js|json|md|svg|txt|vtt|xml)$/;

const texts = new Map<string, Buffer>();
const views = new WeakMap<Uint8Array, Buffer>();
let kept = 0;

/** Whether deflating is worth its time. A file of the course is media unless its name says that it is text. */
export function deflates(entry: Entry): boolean {
  return 'path' in entry ? TEXT.test(entry.name) : !PACKED_ALREADY.test(entry.name);
}

/** An entry's bytes, all in memory. The same data gives the same Buffer, so that what is known of it can be used again. */
export function bytesOf(entry: Entry): Buffer {
  if ('path' in entry) return readFileSync(entry.path);
  const { data } = entry;
  if (Buffer.isBuffer(data)) return data;
  return typeof data === 'string' ? encoded(data) : viewed(data);
}

function viewed(data: Uint8Array): Buffer {
  const known = views.get(data);
  if (known) return known;
  const view = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  views.set(data, view);
  return view;
}

function encoded(text: string): Buffer {
  const bytes = texts.get(text) ?? utf8([text]);
  if (!texts.delete(text)) kept += text.length;
  texts.set(text, bytes);
  // A Map keeps the order of insertion: the first is the one not used for longest.
  for (const oldest of texts.keys()) {
    if (kept <= KEPT) break;
    texts.delete(oldest);
    kept -= oldest.length;
  }
  return bytes;
}
