import { isMap, isScalar, isSeq, type Pair, parseDocument, Scalar, stringify, type YAMLMap } from 'yaml';
import type { Range } from './outline.ts';
import type { Replacement } from './raw-text.ts';

/** Value of a key: a word, a number, true, or a list of words. */
export type FrontValue = string | number | boolean | readonly string[] | null;

/** One aim: its words, and their place in the text. */
export interface AimText {
  readonly words: string;
  readonly range: Range;
  /** All of it, with the pictogram. */
  readonly whole: Range;
}

/** Writes a value on one line, in quotes where YAML needs them. */
function written(value: string | number | boolean, quotes?: Scalar.Type): string {
  const scalar = new Scalar(value);
  if (typeof value === 'string' && quotes) scalar.type = quotes;
  return stringify(scalar, { lineWidth: 0 }).trimEnd();
}

/** Writes words so that they may also stand in `[…]` or `{…}`. */
function writtenInFlow(value: string, quotes?: Scalar.Type): string {
  const plain = written(value, quotes);
  return /^["']/.test(plain) || !/[,[\]{}]/.test(plain) ? plain : JSON.stringify(value);
}

/** The front matter of a text: YAML between two lines of dashes. Changes keep comments, order and quotes. */
export class FrontText {
  private readonly text: string;
  private readonly start: number;
  private readonly end: number;
  private readonly map: YAMLMap | null;

  /** @param front with its two lines of dashes */
  constructor(text: string, front: Range) {
    this.text = text;
    this.start = text.indexOf('\n', front.from) + 1;
    this.end = text.lastIndexOf('\n', front.to - 1) + 1;
    const { contents, errors } = parseDocument(text.slice(this.start, this.end), { keepSourceTokens: true });
    this.map = isMap(contents) && errors.length === 0 ? contents : null;
  }

  /** False: it is not a list of keys and values that can be read. */
  get isReadable(): boolean {
    return this.map !== null;
  }

  /** Returns a value as words; '' if there is none. */
  words(key: string): string {
    const value = this.map?.get(key);
    return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
  }

  /** Returns a list of words. */
  list(key: string): string[] {
    const node = this.map?.get(key, true);
    return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) : [];
  }

  /** Returns the words of a list whose items are words or `{ text: … }`. */
  aims(key: string): AimText[] {
    const node = this.map?.get(key, true) as unknown;
    if (!isSeq(node)) return [];
    return node.items.flatMap((item): AimText[] => {
      const scalar = isMap(item) ? item.get('text', true) : item;
      const whole = (item as { range?: readonly number[] }).range;
      if (!isScalar(scalar) || !scalar.range || !whole) return [];
      return [{ words: String(scalar.value), range: this.place(scalar.range), whole: this.place(whole) }];
    });
  }

  /** Sets or removes a key; only its lines change. A new one goes to the end. */
  set(key: string, value: FrontValue): Replacement[] {
    const pair = this.pair(key);
    const isNone = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (isNone) return pair ? [{ ...this.linesOf(pair), insert: '' }] : [];
    const node = pair?.value as Scalar | null | undefined;
    const quotes = isScalar(node) && typeof node.value === 'string' ? (node.type as Scalar.Type | undefined) : undefined;
    const isBlock = quotes === 'BLOCK_FOLDED' || quotes === 'BLOCK_LITERAL';
    const insert = Array.isArray(value)
      ? `[${value.map((one) => writtenInFlow(String(one))).join(', ')}]`
      : written(value as string | number | boolean, isBlock ? undefined : quotes);
    if (!pair) return [{ from: this.end, to: this.end, insert: `${key}: ${insert}\n` }];
    if (!node?.range || isBlock) return [{ ...this.linesOf(pair), insert: `${key}: ${insert}\n` }];
    const place = this.place(node.range);
    // A list in several lines is replaced with them.
    return [{ from: place.from, to: place.to, insert }].map((one) =>
      isSeq(node) && this.isBelowKey(pair, place) ? { ...this.linesOf(pair), insert: `${key}: ${insert}\n` } : one,
    );
  }

  /** Changes the words of one aim. */
  setAim({ range, words }: AimText, value: string): Replacement[] {
    if (value === words || value.trim() === '') return [];
    const quoted = /^["']/.exec(this.text.slice(range.from, range.to))?.[0];
    const quotes = quoted === '"' ? Scalar.QUOTE_DOUBLE : quoted === "'" ? Scalar.QUOTE_SINGLE : undefined;
    return [{ ...range, insert: writtenInFlow(value, quotes) }];
  }

  addAim(key: string, words: string): Replacement[] {
    const pair = this.pair(key);
    const line = writtenInFlow(words);
    if (!pair) return [{ from: this.end, to: this.end, insert: `${key}:\n  - ${line}\n` }];
    const last = this.aims(key).at(-1);
    const node = pair.value as unknown;
    if (!last || !isSeq(node)) return [{ ...this.linesOf(pair), insert: `${key}:\n  - ${line}\n` }];
    if (node.flow) return [{ from: last.whole.to, to: last.whole.to, insert: `, ${line}` }];
    const indent = /(?:^|\n)([ \t]*)-[^\n]*$/.exec(this.text.slice(0, last.whole.from))?.[1] ?? '  ';
    const at = this.lineEnd(last.whole.to);
    return [{ from: at, to: at, insert: `\n${indent}- ${line}` }];
  }

  removeAim(key: string, index: number): Replacement[] {
    const aims = this.aims(key);
    const aim = aims[index];
    const pair = this.pair(key);
    if (!aim || !pair) return [];
    if (aims.length === 1) return [{ ...this.linesOf(pair), insert: '' }];
    const node = pair.value as unknown;
    if (isSeq(node) && node.flow) {
      const [before, after] = [aims[index - 1], aims[index + 1]];
      return [
        { from: before ? before.whole.to : aim.whole.from, to: before ? aim.whole.to : (after?.whole.from ?? aim.whole.to), insert: '' },
      ];
    }
    const from = this.text.lastIndexOf('\n', aim.whole.from) + 1;
    return [{ from, to: this.lineEnd(aim.whole.to) + 1, insert: '' }];
  }

  private pair(key: string): Pair | undefined {
    return this.map?.items.find((item) => isScalar(item.key) && item.key.value === key);
  }

  private place(range: readonly number[]): Range {
    return { from: this.start + (range[0] ?? 0), to: this.start + (range[1] ?? 0) };
  }

  private lineEnd(offset: number): number {
    const before = this.text[offset - 1] === '\n' ? offset - 1 : offset;
    const end = this.text.indexOf('\n', before);
    return end < 0 ? this.text.length : end;
  }

  private isBelowKey({ key }: Pair, { from }: Range): boolean {
    const range = (key as Scalar).range;
    return range ? this.text.slice(this.start + range[0], from).includes('\n') : false;
  }

  /** Whole lines of a key and its value. */
  private linesOf({ key, value }: Pair): Range {
    const from = this.start + ((key as Scalar).range?.[0] ?? 0);
    const node = value as { range?: readonly number[] } | null;
    const end = this.start + (node?.range?.[1] ?? (key as Scalar).range?.[1] ?? 0);
    return { from, to: Math.min(this.lineEnd(Math.max(from + 1, end)) + 1, this.text.length) };
  }
}
