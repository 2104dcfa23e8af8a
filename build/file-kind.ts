import { closeSync, openSync, readSync, statSync } from 'node:fs';
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

/** Bytes of a document; null where it is not what its name says. */
export function documentBytes(path: string): number | null {
  const begin = BEGINS[extname(path).slice(1).toLowerCase()];
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const text = head.toString('latin1', 0, readSync(file, head, 0, HEAD, 0));
    const isThat = begin !== undefined && (begin === 'PK' ? text.startsWith(begin) : text.includes(begin));
    return isThat ? statSync(path).size : null;
  } finally {
    closeSync(file);
  }
}
