import { extname } from 'pathe';
import type { Files } from '../host/host.ts';
import type { DOCUMENTS } from '../types/attribute-types.ts';

/** First bytes of each kind of file; Office and OpenDocument files are zips. */
const BEGINS: Readonly<Record<(typeof DOCUMENTS)[number], string>> = {
  pdf: '%PDF-',
  docx: 'PK',
  odt: 'PK',
  xlsx: 'PK',
  ods: 'PK',
  pptx: 'PK',
  odp: 'PK',
};

/** Readers skip some bytes before a document (PDF 32000-1, annex H 3.4.1). */
const HEAD = 1024;

/** Decodes each byte as one character. This is enough, because all patterns here are ASCII. */
function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** Returns the bytes of a document; null if its content doesn't match its name. */
export function documentBytes(files: Files, path: string): number | null {
  const kind = extname(path).slice(1).toLowerCase();
  const begin = Object.entries(BEGINS).find(([name]) => name === kind)?.[1];
  const text = latin1(files.head(path, HEAD));
  const isThat = begin !== undefined && (begin === 'PK' ? text.startsWith(begin) : text.includes(begin));
  return isThat ? (files.factsBehind(path)?.bytes ?? null) : null;
}

/** Number of characters within which `<svg` must appear in a drawing, after comments. */
const SVG_WITHIN = 4096;

/**
 * Code and links in a drawing (SVG 2, 15 and 16): they don't work inside a page, but do when the file itself is opened.
 * A name may have a prefix (`svg:script`), and an `ATTLIST` adds attributes to every element.
 */
const ACTIVE =
  /<(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed|handler|listener)\b|\son[a-z]+\s*=|(?:javascript|vbscript):|href\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg|gif|webp);)[^"'\s]|@import\b|url\(\s*["']?\s*(?:[a-z]+:)?\/\/|<!(?:ENTITY|ATTLIST)/i;

/** Returns true if an audio or video file is empty or is a web page. Its encoding is not checked: browsers detect it. */
export function isNoMedia(files: Files, path: string): boolean {
  const head = latin1(files.head(path, HEAD));
  return head === '' || /^\s*<(?:!doctype|html|\?xml)/i.test(head);
}

/** Finds what is wrong with a picture: it isn't one, or it contains code or a link (`found`). Null if it is valid. */
export function pictureFault(files: Files, path: string): { readonly found?: string } | null {
  const kind = extname(path).slice(1).toLowerCase();
  const head = files.head(path, HEAD);
  if (head.length === 0) return {};
  if (kind !== 'svg') return latin1(head).trimStart().startsWith('<') ? {} : null;
  return drawingFault(files.read(path));
}

/** Finds the same fault in the bytes of a drawing. */
export function drawingFault(bytes: Uint8Array): { readonly found?: string } | null {
  const text = latin1(bytes);
  if (!text.slice(0, SVG_WITHIN).includes('<svg')) return {};
  const found = ACTIVE.exec(text)?.[0];
  return found === undefined ? null : { found: found.trim().slice(0, 30) };
}
