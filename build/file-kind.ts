import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';

/** How a file of each kind begins; Office and OpenDocument files are zips. */
const BEGINS: Readonly<Record<string, string>> = {
  pdf: '%PDF-',
  docx: 'PK',
  odt: 'PK',
  xlsx: 'PK',
  ods: 'PK',
  pptx: 'PK',
  odp: 'PK',
};

/** A document may be preceded by a few bytes that readers skip (PDF 32000-1, annex H 3.4.1). */
const HEAD = 1024;

/** What can be offered to read or fill in. */
export const DOCUMENTS = Object.keys(BEGINS);

function headOf(path: string, length: number): string {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(length);
    return head.toString('latin1', 0, readSync(file, head, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** Bytes of a document; null where it is not what its name says. */
export function documentBytes(path: string): number | null {
  const begin = BEGINS[extname(path).slice(1).toLowerCase()];
  const text = headOf(path, HEAD);
  const isThat = begin !== undefined && (begin === 'PK' ? text.startsWith(begin) : text.includes(begin));
  return isThat ? statSync(path).size : null;
}

/** A drawing says so near its beginning, behind a comment or two. */
const SVG_WITHIN = 4096;

/**
 * Code and ways out that a drawing may hold (SVG 2, 15 and 16): none of it works in a page, all of it where the file is opened.
 * A name may have a prefix (`svg:script`), and what a type declares (`ATTLIST`) stands in every element.
 */
const ACTIVE =
  /<(?:[\w.-]+:)?(?:script|foreignObject|iframe|object|embed|handler|listener)\b|\son[a-z]+\s*=|(?:javascript|vbscript):|href\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg|gif|webp);)[^"'\s]|@import\b|url\(\s*["']?\s*(?:[a-z]+:)?\/\/|<!(?:ENTITY|ATTLIST)/i;

/** Is there nothing in a film or sound, or the page that a site shows in its place? Which coding it has, the browser finds out. */
export function isNoMedia(path: string): boolean {
  const head = headOf(path, HEAD);
  return head === '' || /^\s*<(?:!doctype|html|\?xml)/i.test(head);
}

/** What is wrong with a picture of this name: it is none, or it holds code or a link, which is given. Null where nothing is. */
export function pictureFault(path: string): { readonly found?: string } | null {
  const kind = extname(path).slice(1).toLowerCase();
  if (statSync(path).size === 0) return {};
  if (kind !== 'svg') return headOf(path, HEAD).trimStart().startsWith('<') ? {} : null;
  const text = readFileSync(path, 'latin1');
  if (!text.slice(0, SVG_WITHIN).includes('<svg')) return {};
  const found = ACTIVE.exec(text)?.[0];
  return found === undefined ? null : { found: found.trim().slice(0, 30) };
}
