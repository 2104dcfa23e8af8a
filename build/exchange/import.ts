import { decode } from '../model/decode-text.ts';
import { slug } from '../model/slug.ts';
import { formatterIn } from './messages.ts';
import type { Lang, Message, Piece, Place, Remark } from './model.ts';
import { readAiken } from './read/aiken.ts';
import { binaryFault, type FileKind, isZip, textKind } from './read/detect.ts';
import { readDocx } from './read/docx/docx.ts';
import { readGift } from './read/gift/gift.ts';
import { readMarkdown } from './read/markdown/markdown.ts';
import { readMoodleXml } from './read/moodle-xml/moodle-xml.ts';
import { Reading } from './read/reading.ts';
import { titleOf } from './title.ts';
import { type Document, MANY, plainTitle, writeBanks, writeQuizSession, writeSession } from './write/documents.ts';
import { Ids } from './write/ids.ts';
import { fitsBank } from './write/question.ts';
import { QuestionWriter } from './write/questions.ts';

/** Largest file that is read, in bytes. */
export const LARGEST_IMPORT = 40 * 1024 * 1024;

/** Form that a file is imported in: a bank, a session, or a bank with a session that asks its questions. */
export type ImportAs = 'bank' | 'session' | 'quiz';

/** A file to import. */
export interface ImportedFile {
  /** Name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Reads a file beside it, such as a picture of a Markdown text. */
  readonly beside?: (path: string) => Uint8Array | undefined;
}

/** The course that receives files. */
export interface Receiver {
  readonly lang: Lang;
  readonly ids: Iterable<string>;
  readonly competencies: readonly string[];
  /** Tests whether a path in the course's folder is taken. */
  readonly isTaken: (path: string) => boolean;
}

/** Result of the import of a file. */
export interface Imported {
  readonly name: string;
  readonly kind: FileKind;
  readonly place: Place;
  /** Files to write, by path in the course's folder. */
  readonly files: readonly { readonly path: string; readonly data: string | Uint8Array }[];
  /** Id of the session to add to the course. */
  readonly session?: string;
  readonly found: number;
  readonly made: number;
  readonly remarks: readonly (Remark & { readonly id?: string })[];
}

/** A file that can't be imported. */
export interface Unusable {
  readonly fault: Message;
}

/** Names that Windows reserves. */
const DEVICE = /^(?:con|prn|aux|nul|course|(?:com|lpt)\d)$/;

interface Read {
  readonly kind: FileKind;
  readonly pieces: readonly Piece[];
}

async function read(file: ImportedFile, reading: Reading): Promise<Read | string> {
  const { name, bytes } = file;
  if (bytes.length > LARGEST_IMPORT) return 'file.large';
  if (isZip(bytes) && /\.docx$/i.test(name)) {
    const pieces = await readDocx(bytes, reading);
    return typeof pieces === 'string' ? pieces : { kind: 'docx', pieces };
  }
  const fault = binaryFault(bytes);
  if (fault !== undefined) return fault;
  const { text: decoded, encoding } = decode(bytes);
  const text = decoded.replace(/^\ufeff/, '');
  if (encoding !== 'utf-8') reading.remark('note', 'encoding', 0, { encoding });
  const found = textKind(text, name);
  if ('fault' in found) return found.fault;
  if (found.kind === 'moodle-xml' && /<!DOCTYPE|<!ENTITY/i.test(text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, ''))) return 'file.doctype';
  const readers = { gift: readGift, aiken: readAiken, 'moodle-xml': readMoodleXml, markdown: readMarkdown };
  return { kind: found.kind, pieces: found.kind === 'docx' ? [] : readers[found.kind](text, reading) };
}

/** Makes names that are free in the course. */
class Names {
  readonly #used = new Set<string>();
  readonly #isTaken: Receiver['isTaken'];

  constructor(isTaken: Receiver['isTaken']) {
    this.#isTaken = isTaken;
  }

  free(pathOf: (suffix: string) => string): string {
    let path = pathOf('');
    for (let number = 2; this.#isTaken(path) || this.#used.has(path); number++) path = pathOf(`-${number}`);
    this.#used.add(path);
    return path;
  }
}

/** Imports files into a course. Nothing is written: the result names the files to write. */
export class Importer {
  readonly #receiver: Receiver;
  readonly #names: Names;
  readonly #ids: Ids;

  constructor(receiver: Receiver) {
    this.#receiver = receiver;
    this.#names = new Names(receiver.isTaken);
    this.#ids = new Ids([...receiver.ids, ...receiver.competencies]);
  }

  /**
   * Imports one file.
   * @param as form to import it in; absent: the usual one of its kind
   * @param plain usual form of a file whose questions all fit in a bank
   */
  async take(file: ImportedFile, as?: ImportAs, plain: 'bank' | 'quiz' = 'quiz'): Promise<Imported | Unusable> {
    const { lang } = this.#receiver;
    const own = slug(file.name.replace(/\.[^.]*$/, ''), 'import');
    const base = this.#freeBase(DEVICE.test(own) ? `import-${own}` : own);
    const reading = new Reading(lang, `assets/${base}`, file.beside);
    const found = await read(file, reading);
    if (typeof found === 'string') return { fault: { key: found, values: { file: file.name, most: LARGEST_IMPORT / 2 ** 20 } } };
    const isText = found.kind === 'docx' || found.kind === 'markdown';
    const areAll = found.pieces.every((piece) => piece.kind === 'question' && fitsBank(piece.question));
    return this.#write(file, found, base, as ?? (isText ? 'session' : areAll ? plain : 'quiz'), reading);
  }

  /** Finds a base for the names of all files of an import. */
  #freeBase(own: string): string {
    const { isTaken } = this.#receiver;
    const id = this.#ids.make(own, own);
    const report = this.#names.free((suffix) => `IMPORT-${id}${suffix}.md`);
    const base = report.slice('IMPORT-'.length, -'.md'.length);
    return isTaken(`${base}.md`) || isTaken(`assets/${base}`) ? this.#freeBase(`${own}-import`) : base;
  }

  #write(file: ImportedFile, { kind, pieces }: Read, base: string, as: ImportAs, reading: Reading): Imported | Unusable {
    const { lang, competencies } = this.#receiver;
    const place = kind === 'docx' ? 'paragraph' : reading.place;
    const format = formatterIn(lang);
    const word = (key: string): string => format({ key, values: {} });
    const writer = new QuestionWriter({ lang, ids: this.#ids, competencies: new Set(competencies), remarks: reading.remarks, format });
    const titles = { quiz: word('page.quiz'), open: word('page.open'), page: titleOf(file.name) };
    const documents = as === 'session' ? [this.#session(pieces, base, titles, writer)] : this.#banks(pieces, base, as, titles, writer);
    const remarks = [...reading.remarks, ...writer.remarks];
    const refused = remarks.filter(({ level }) => level === 'refused').length;
    const made = writer.written.length - writer.remarks.filter(({ key }) => key === 'write.bank').length;
    const session = documents.find(({ path }) => path === `${base}.md`) && base;
    const used = documents.map(({ text }) => text).join('\n');
    const pictures = reading.pictures.list.filter(({ path }) => used.includes(path));
    if (made + refused === 0 && ((kind !== 'docx' && kind !== 'markdown') || pieces.length === 0))
      return { fault: { key: 'file.no-questions', values: { file: file.name } } };
    if (made === 0 && refused > 0) {
      const first = remarks.find(({ level }) => level === 'refused') as Remark;
      const key = place === 'line' ? 'file.none-made' : 'file.none-made-elsewhere';
      return { fault: { key, values: { file: file.name, n: refused, line: first.line, reason: format(first) } } };
    }
    const ids = new Map(writer.written.map(({ id, question }) => [question.line, id]));
    return {
      name: file.name,
      kind,
      place,
      files: [...documents.map(({ path, text }) => ({ path, data: text })), ...pictures.map(({ path, bytes }) => ({ path, data: bytes }))],
      ...(session !== undefined && { session }),
      found: made + refused,
      made,
      remarks: remarks.map((remark) => ({ ...remark, ...(ids.get(remark.line) && { id: ids.get(remark.line) as string }) })),
    };
  }

  #session(pieces: readonly Piece[], base: string, titles: { quiz: string; open: string; page: string }, writer: QuestionWriter): Document {
    return writeSession(pieces, { id: base, title: titles.page }, titles, this.#ids, writer);
  }

  #banks(
    pieces: readonly Piece[],
    base: string,
    as: ImportAs,
    titles: { quiz: string; open: string; page: string },
    writer: QuestionWriter,
  ): Document[] {
    const nameOf = (category: string): string => {
      const name = slug(category, '');
      const end = name === '' || name === base ? '' : `-${name}`;
      return this.#names.free((suffix) => `banks/${base}${end}${suffix}.md`);
    };
    const { banks, others } = writeBanks(pieces, titles.page, nameOf, writer);
    if (as === 'quiz' && writer.written.length > 0) {
      const count = writer.written.filter(({ question }) => fitsBank(question)).length;
      if (count > MANY) writer.remarks.push({ level: 'note', key: 'write.draw', line: 0, values: { draw: MANY, n: count } });
      return [...banks, writeQuizSession({ id: base, title: titles.page, count }, banks, others, titles, this.#ids)];
    }
    for (const { question } of others) writer.refuse(question, { key: 'write.bank', values: {} });
    for (const piece of pieces) {
      if (piece.kind !== 'question')
        writer.remarks.push({
          level: 'lost',
          key: 'write.prose',
          line: piece.line,
          values: { text: plainTitle(piece.text).slice(0, 200) },
        });
    }
    return [...banks];
  }
}
