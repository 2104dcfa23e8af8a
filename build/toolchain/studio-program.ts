import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaFiles } from '../host/node/schemas.ts';

/** Bytes of drawings in one part: a course shows a few of more than a thousand. */
const PART = 6000;

/** Pieces with one drawing on each line. */
const DRAWINGS = ['pictograms.txt', 'portraits.txt'];

/** Texts that each package has. */
const COMMON = /^(?:core\.js|views\.js|shell\.css|lms\.12\.js|shared\..*)$/;

/** Names the part that a text is in: one for what each package has, one for each type, and each other text for itself. */
function partOf(name: string): string {
  return COMMON.test(name) ? 'common' : (/^(?:type|scoring)\.([^.]+)\./.exec(name)?.[1] ?? name);
}

/** Puts the texts into parts. @returns the index, with the part of each text, and the parts by file */
function textParts(pieces: string): Map<string, string> {
  const index: { texts: Record<string, string> } = JSON.parse(readFileSync(join(pieces, 'index.json'), 'utf8'));
  const parts = new Map<string, Record<string, string>>();
  for (const [name, text] of Object.entries(index.texts)) parts.set(partOf(name), { ...parts.get(partOf(name)), [name]: text });
  const texts = Object.fromEntries(Object.keys(index.texts).map((name) => [name, partOf(name)]));
  const files = [...parts].map(([part, held]) => [`texts.${part}.json`, JSON.stringify(held)] as const);
  return new Map([['index.json', JSON.stringify({ ...index, texts })], ...files]);
}

/** Cuts lines, which are sorted, into parts. */
function cut(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const line of lines) {
    if (room < line.length) parts.push([]);
    room = (room < line.length ? PART : room) - line.length;
    parts.at(-1)?.push(line);
  }
  return parts;
}

/** Puts the drawings into parts. @returns the parts by file, and the first name in each part */
function drawingParts(pieces: string): Map<string, string> {
  const files = new Map<string, string>();
  const firsts: Record<string, string[]> = {};
  for (const piece of DRAWINGS) {
    const lines = readFileSync(join(pieces, piece), 'utf8').split(/(?<=\n)/);
    const parts = cut(lines);
    firsts[piece] = parts.map(([first = '']) => first.slice(0, first.indexOf('\t')));
    for (const [number, part] of parts.entries()) files.set(`${piece}.${number}`, part.join(''));
  }
  return files.set('drawings.json', JSON.stringify(firsts));
}

/**
 * Collects the program's files that packages are assembled from, as the studio loads them: texts and drawings are in parts, so
 * that a course loads what it uses.
 */
export function studioProgram(root: string): ReadonlyMap<string, string | Uint8Array> {
  const pieces = join(root, '.cartable/program/pieces');
  const parts = new Map([...textParts(pieces), ...drawingParts(pieces)]);
  const { texts }: { texts: Record<string, string> } = JSON.parse(readFileSync(join(pieces, 'index.json'), 'utf8'));
  const isOther = (name: string): boolean => texts[name] === undefined && !DRAWINGS.includes(name) && !parts.has(name);
  const others = readdirSync(pieces).filter(isOther).sort();
  const files = new Map<string, string | Uint8Array>(others.map((name) => [`pieces/${name}`, readFileSync(join(pieces, name))]));
  for (const [name, text] of parts) files.set(`pieces/${name}`, text);
  for (const edition of ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const)
    for (const { name, data } of schemaFiles(edition, root)) files.set(`schemas/${edition}/${name}`, data);
  return files;
}
