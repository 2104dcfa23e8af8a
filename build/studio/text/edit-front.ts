import { addItem, removeItem, removeValue, setValue } from '../course/yaml-edit.ts';
import { plainAt } from '../course/yaml-plain.ts';
import { pairText, type YamlPath, yamlValue } from '../course/yaml-text.ts';
import type { Range } from './outline.ts';
import { difference, type Replacement } from './raw-text.ts';

/** Value of a key: a word, a number, true, or a list of words. */
export type FrontValue = string | number | boolean | readonly string[] | null;

/** One aim: its words, and where they are in the front matter. */
export interface AimText {
  readonly words: string;
  readonly path: YamlPath;
  /** Position in the list, which may have items without words. */
  readonly index: number;
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The front matter of a text: YAML between two lines of dashes. Changes keep comments, order and quotes; one that is impossible is none. */
export class FrontText {
  private readonly yaml: string;
  private readonly start: number;
  private readonly plain: unknown;

  /** @param front with its two lines of dashes */
  constructor(text: string, front: Range) {
    this.start = text.indexOf('\n', front.from) + 1;
    this.yaml = text.slice(this.start, text.lastIndexOf('\n', front.to - 1) + 1);
    this.plain = yamlValue(this.yaml);
  }

  /** False: it is not a list of keys and values that can be read. */
  get isReadable(): boolean {
    return typeof this.plain === 'object' && this.plain !== null && !Array.isArray(this.plain);
  }

  /** Returns a value as words; '' if there is none. */
  words(key: string): string {
    const value = plainAt(this.plain, [key]);
    return isWord(value) ? String(value) : '';
  }

  /** Returns a list of words. */
  list(key: string): string[] {
    return this.items(key).filter(isWord).map(String);
  }

  /** Returns the words of a list whose items are words or `{ text: … }`. */
  aims(key: string): AimText[] {
    return this.items(key).flatMap((item, index): AimText[] => {
      const path = isWord(item) ? [key, index] : [key, index, 'text'];
      const words = plainAt(this.plain, path);
      return isWord(words) ? [{ words: String(words), path, index }] : [];
    });
  }

  /** Sets or removes a key; only its lines change. A new one goes to the end. */
  set(key: string, value: FrontValue): Replacement[] {
    const isNone = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return this.changes(isNone ? removeValue(this.yaml, [key]) : setValue(this.yaml, [key], value));
  }

  /** Changes the words of one aim. */
  setAim({ path, words }: AimText, value: string): Replacement[] {
    return value === words || value.trim() === '' ? [] : this.changes(setValue(this.yaml, path, value));
  }

  /** Adds an aim at the end of the list. The first one gets a line of its own below the key. */
  addAim(key: string, words: string): Replacement[] {
    if (this.items(key).length > 0) return this.changes(addItem(this.yaml, [key], words));
    const without = removeValue(this.yaml, [key]);
    return this.changes(without === null ? null : `${without}${pairText(key, [words], '', '\n', true)}\n`);
  }

  /** Removes an aim; with the last one, the key goes. */
  removeAim(key: string, { index }: AimText): Replacement[] {
    const isOnly = this.items(key).length === 1;
    return this.changes(isOnly ? removeValue(this.yaml, [key]) : removeItem(this.yaml, [key], index));
  }

  private items(key: string): readonly unknown[] {
    const list = plainAt(this.plain, [key]);
    return Array.isArray(list) ? list : [];
  }

  /** @param result the front matter after a change; null if it was impossible */
  private changes(result: string | null): Replacement[] {
    if (result === null || result === this.yaml) return [];
    const { from, to, insert } = difference(this.yaml, result);
    return [{ from: this.start + from, to: this.start + to, insert }];
  }
}
