import type { Answer } from '../course/activity.ts';
import { tokenAt, tokenPosition } from '../course/token.ts';

/** Kinds of values, in the low three bits of a head; the other bits are a number, a length or a count. */
const INTEGER = 0;
const TOKEN = 1;
const TEXT = 2;
const LIST = 3;
const MAP = 4;
const WORD = 5;
const NUMERAL = 6;

const WORDS = [null, false, true] as const;

/** Largest number in a head; above it, heads are no longer exact. */
const LARGEST = 2 ** 49;

/** Appends a value to `bytes`. Undefined members of objects are left out; -0 becomes 0. */
export function putValue(bytes: number[], value: Answer): void {
  /** Writes seven bits per byte, low bits first. */
  const putNumber = (number: number): void => {
    let rest = number;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
    bytes.push(rest);
  };
  const putHead = (kind: number, size: number): void => putNumber(size * 8 + kind);
  const putAll = (values: readonly Answer[]): void => {
    for (const one of values) putValue(bytes, one);
  };
  /** Writes UTF-16 units, not UTF-8: as short in French, shorter for ’ and …, and lone surrogates survive. */
  const putText = (kind: number, text: string): void => {
    putHead(kind, text.length);
    for (let index = 0; index < text.length; index++) putNumber(text.charCodeAt(index));
  };

  if (typeof value === 'number') {
    if (Number.isInteger(value) && value >= 0 && value < LARGEST) putHead(INTEGER, value);
    else putText(NUMERAL, String(value));
  } else if (typeof value === 'string') {
    const position = tokenPosition(value);
    if (position < 0) putText(TEXT, value);
    else putHead(TOKEN, position);
  } else if (Array.isArray(value)) {
    putHead(LIST, value.length);
    putAll(value);
  } else if (value === null || typeof value === 'boolean') putHead(WORD, WORDS.indexOf(value));
  else {
    const members = Object.entries(value).filter((member): member is [string, Answer] => member[1] !== undefined);
    putHead(MAP, members.length);
    putAll(members.map(([key]) => key));
    putAll(members.map(([, member]) => member));
  }
}

function takeMany<Item>(count: number, one: () => Item): Item[] {
  const items: Item[] = [];
  while (items.length < count) items.push(one());
  return items;
}

/**
 * Reads the single value in `bytes`.
 * @throws RangeError if they are too short or too long, or contain something that `putValue` never writes
 */
export function takeValue(bytes: Uint8Array): Answer {
  let at = 0;

  function takeNumber(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = bytes[at++];
      if (byte === undefined || unit > LARGEST) throw new RangeError();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  const takeText = (length: number): string => takeMany(length, () => String.fromCharCode(takeNumber())).join('');

  function take(): Answer {
    const head = takeNumber();
    const size = Math.floor(head / 8);
    switch (head % 8) {
      case INTEGER:
        return size;
      case TOKEN:
        return tokenAt(size);
      case TEXT:
        return takeText(size);
      case LIST:
        return takeMany(size, take);
      case MAP:
        // Don't assign: a key may be `__proto__`.
        return Object.fromEntries(takeMany(size, take).map((key) => [String(key), take()]));
      case NUMERAL:
        return Number(takeText(size));
      default: {
        const word = WORDS[size];
        if (word === undefined) throw new RangeError();
        return word;
      }
    }
  }

  const value = take();
  if (at < bytes.length) throw new RangeError();
  return value;
}
