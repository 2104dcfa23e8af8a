import type { TextContext, TextLoss } from '../html/loss.ts';
import type { Lang, Place, Remark } from '../model.ts';
import { fromBase64, Pictures } from './pictures.ts';

/** Losses that ask the author to complete something. */
const REVIEWED: readonly TextLoss[] = ['alt', 'bad-picture', 'missing-picture'];
/** Losses that change no word. */
const NOTED: readonly TextLoss[] = ['style', 'language', 'flattened', 'small'];

const DATA = /^data:image\/[\w.+-]+;base64,/i;

/** Name of a file at the end of an address. */
function fileName(src: string): string {
  const name =
    src
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The reading of one file: what it collects besides its questions. */
export class Reading {
  readonly lang: Lang;
  readonly pictures: Pictures;
  readonly remarks: Remark[] = [];
  /** Unit of the lines of remarks and questions. A reader changes it if several questions share a line. */
  place: Place = 'line';
  /** Files of the whole document, by name. */
  readonly files = new Map<string, Uint8Array>();
  readonly #known = new Set<string>();
  readonly #beside: (path: string) => Uint8Array | undefined;

  /**
   * @param folder path of its pictures in the course's folder
   * @param beside reads a file beside the imported one
   */
  constructor(lang: Lang, folder: string, beside: (path: string) => Uint8Array | undefined = () => undefined) {
    this.lang = lang;
    this.#beside = beside;
    this.pictures = new Pictures(folder);
  }

  remark(level: Remark['level'], key: string, line: number, values: Remark['values'] = {}): void {
    const known = JSON.stringify([key, line, values]);
    if (this.#known.has(known)) return;
    this.#known.add(known);
    this.remarks.push({ level, key, line, values });
  }

  /** Reports a question that isn't made, and keeps its text. */
  refuse(key: string, line: number, text: string, values: Remark['values'] = {}): void {
    this.remarks.push({ level: 'refused', key, line, values, text: text.trim() });
  }

  /**
   * Makes the context in which a text at a line is converted.
   * @param files bytes of the files that belong to the text, by name
   */
  context(line: number, isQuestion: boolean, files: ReadonlyMap<string, Uint8Array> = new Map(), hasTable = false): TextContext {
    const lose = (what: TextLoss, detail = ''): void => {
      const level = REVIEWED.includes(what) ? 'review' : NOTED.includes(what) ? 'note' : 'lost';
      this.remark(level, `text.${what}`, line, { detail });
    };
    return { lang: this.lang, isQuestion, hasTable, lose, picture: (src) => this.#picture(src, files, lose) };
  }

  #picture(src: string, files: ReadonlyMap<string, Uint8Array>, lose: TextContext['lose']): string | undefined {
    const data = DATA.exec(src)?.[0];
    const name = data === undefined ? fileName(src) : 'image';
    const bytes = data === undefined ? (files.get(name) ?? this.files.get(name) ?? this.#beside(src)) : fromBase64(src.slice(data.length));
    const path = bytes && this.pictures.add(name, bytes);
    if (path === undefined) lose(bytes ? 'bad-picture' : 'missing-picture', (data ?? src).slice(0, 80));
    return path;
  }
}
