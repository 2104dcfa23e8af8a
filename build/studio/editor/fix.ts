import type { Problem } from '../engine/calls.ts';
import { type DirectiveText, directiveAt, type Outline } from '../text/outline.ts';
import type { Replacement } from '../text/raw-text.ts';

/** A change that removes a problem. */
export interface Fix {
  readonly kind: 'replace' | 'add' | 'remove';
  /** New text, as the button shows it; '' if the old one is removed. */
  readonly shown: string;
  readonly changes: readonly Replacement[];
}

/** The place of a problem in a text, and ways to change it there. */
export class Place {
  readonly text: string;
  readonly outline: Outline;
  readonly problem: Pick<Problem, 'line' | 'column' | 'values'>;
  /** Collects the ids that are taken in the whole course. */
  readonly ids: () => ReadonlySet<string>;
  /** Offset of the problem's line. */
  readonly from: number;
  /** The problem's line, without its break. */
  readonly line: string;

  constructor(text: string, outline: Outline, problem: Place['problem'], ids: Place['ids']) {
    this.ids = ids;
    const lines = text.split('\n');
    this.text = text;
    this.outline = outline;
    this.problem = problem;
    this.from = lines.slice(0, problem.line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    this.line = lines[problem.line - 1] ?? '';
  }

  /** Offset of the problem. */
  get at(): number {
    return this.from + Math.min(this.problem.column - 1, this.line.length);
  }

  get directive(): DirectiveText | undefined {
    return directiveAt(this.outline, this.from);
  }

  value(key: string): string {
    return String(this.problem.values[key] ?? '');
  }

  /** Replaces a text on the line: the first behind the problem's column, else the first on the line. Null: it is not there. */
  replace(written: string, insert: string): Fix | null {
    const column = this.problem.column - 1;
    const behind = this.line.indexOf(written, column);
    const index = behind < 0 ? this.line.indexOf(written) : behind;
    if (written === '' || insert === '' || index < 0) return null;
    const from = this.from + index;
    return { kind: 'replace', shown: insert, changes: [{ from, to: from + written.length, insert }] };
  }

  /** Replaces what an expression finds on the line. */
  replaceFound(pattern: RegExp, insert: string): Fix | null {
    const found = pattern.exec(this.line);
    if (!found) return null;
    const from = this.from + found.index;
    return { kind: 'replace', shown: insert.trim(), changes: [{ from, to: from + found[0].length, insert }] };
  }

  /** Adds a text. @param offset in the whole text */
  add(offset: number, insert: string): Fix {
    return { kind: 'add', shown: insert.trim(), changes: [{ from: offset, to: offset, insert }] };
  }

  /** Removes a part of the line. */
  remove(pattern: RegExp): Fix | null {
    const found = pattern.exec(this.line);
    if (!found) return null;
    const from = this.from + found.index;
    return { kind: 'remove', shown: '', changes: [{ from, to: from + found[0].length, insert: '' }] };
  }
}
