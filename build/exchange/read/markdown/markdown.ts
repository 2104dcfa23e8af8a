import type { Body, Common, Piece } from '../../model.ts';
import type { Reading } from '../reading.ts';
import { toLine, toMarkdown } from '../rich-text.ts';
import { type CleanLine, cleanLines } from './clean.ts';
import { aloneBody, type BoxLine, boxBody, boxLineOf, clozeBody } from './quizzes.ts';

const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const HINT = /^\s*\[\[\?\]\]\s*(.*)$/;
const SCRIPT = /^\s*\[\[!\]\]/;
const SOLUTION = /^\s*\*{3,}\s*$/;
const FEEDBACK = /^\s*>\s?(.*)$/;

type Item = BoxLine & { readonly feedback: string[] };

/** Reads the lines of a text from the first to the last. */
class Reader {
  readonly pieces: Piece[] = [];
  readonly #lines: readonly CleanLine[];
  readonly #reading: Reading;
  #at = 0;
  /** Lines since the last piece. */
  #text: CleanLine[] = [];

  constructor(lines: readonly CleanLine[], reading: Reading) {
    this.#lines = lines;
    this.#reading = reading;
  }

  #line(offset = 0): CleanLine | undefined {
    const line = this.#lines[this.#at + offset];
    return line && !line.isCode ? line : undefined;
  }

  /** Adds the collected lines as text. */
  #flush(): void {
    const [first] = this.#text;
    const source = this.#text.map(({ text }) => text).join('\n');
    this.#text = [];
    if (!first || source.trim() === '') return;
    const text = toMarkdown(source, 'markdown', this.#reading.context(first.line, false));
    if (text !== '') this.pieces.push({ kind: 'prose', text, line: first.line });
  }

  /** Takes the last paragraph of the collected lines: the question. */
  #stem(): { readonly text: string; readonly line: number } {
    while (this.#text.at(-1)?.text.trim() === '') this.#text.pop();
    const start = this.#text.findLastIndex(({ text, isCode }) => text.trim() === '' && !isCode) + 1;
    const taken = this.#text.splice(start);
    return { text: taken.map(({ text }) => text).join('\n'), line: taken[0]?.line ?? this.#line()?.line ?? 1 };
  }

  /** Reads hints and the solution below a quiz. */
  #rest(line: number): string {
    const solution: string[] = [];
    for (;;) {
      let skip = 0;
      while (this.#line(skip)?.text.trim() === '') skip++;
      const next = this.#line(skip)?.text ?? '';
      const hint = HINT.exec(next)?.[1];
      if (hint !== undefined) this.#reading.remark('lost', 'xml.hint', line, { text: hint.slice(0, 200) });
      else if (SCRIPT.test(next)) this.#reading.remark('lost', 'text.script', line, { detail: '[[!]]' });
      else if (!SOLUTION.test(next)) return outdented(solution);
      this.#at += skip + 1;
      if (!SOLUTION.test(next)) continue;
      while (this.#at < this.#lines.length && !SOLUTION.test(this.#line()?.text ?? '')) solution.push(this.#lines[this.#at++]?.text ?? '');
      this.#at++;
    }
  }

  /** Adds a question. */
  #add(stem: { readonly text: string; readonly line: number }, bodyOf: (context: ReturnType<Reading['context']>) => Body): void {
    this.#flush();
    const context = this.#reading.context(stem.line, true);
    const body = bodyOf(context);
    const rest = this.#rest(stem.line);
    const common: Common = {
      name: '',
      text: body.kind === 'cloze' ? '' : toMarkdown(stem.text, 'markdown', context),
      ...(rest.trim() !== '' && { after: toMarkdown(rest, 'markdown', context) }),
      points: 1,
      category: [],
      tags: [],
      line: stem.line,
    };
    if (body.kind === 'single' || body.kind === 'multiple') {
      const hasRight = body.choices.some(({ weight }) => weight > 0);
      if (!hasRight) this.#reading.remark('review', 'no-right', stem.line);
    }
    this.pieces.push({ kind: 'question', question: { ...common, ...body } });
  }

  /** Reads a list with boxes of one kind, and the feedback under each. */
  #boxes(): void {
    const items: Item[] = [];
    const kind = boxLineOf(this.#line()?.text ?? '')?.kind;
    const stem = unnumbered(this.#stem());
    for (; this.#at < this.#lines.length; this.#at++) {
      const text = this.#line()?.text ?? '';
      const box = boxLineOf(text);
      const feedback = FEEDBACK.exec(text)?.[1];
      if (box && box.kind === kind) items.push({ ...box, feedback: [] });
      else if (feedback !== undefined) items.at(-1)?.feedback.push(feedback);
      // A line that is indented goes on with the choice.
      else if (HINT.test(text) || SCRIPT.test(text) || SOLUTION.test(text)) break;
      else if (/^\s{2,}\S/.test(text) && !box) items.push(continued(items.pop(), text));
      else if (text.trim() !== '' || boxLineOf(this.#line(1)?.text ?? '')?.kind !== kind) break;
    }
    this.#add(stem, (context) => boxBody(items, context));
  }

  /** Reads a paragraph with blanks. */
  #cloze(): boolean {
    const from = this.#text.findLastIndex(({ text }) => text.trim() === '') + 1;
    const own = this.#text.slice(from);
    const context = this.#reading.context(own[0]?.line ?? 1, true);
    const body = own.some(({ isCode }) => isCode) ? undefined : clozeBody(outdented(own.map(({ text }) => text)), context);
    if (!body) return false;
    this.#text.splice(from);
    this.#add({ text: '', line: own[0]?.line ?? 1 }, () => body);
    return true;
  }

  #step(): void {
    const line = this.#line();
    const heading = line && HEADING.exec(line.text);
    if (heading) {
      this.#flush();
      const text = toLine(heading[2] ?? '', 'markdown', this.#reading.context(line.line, true));
      if (text !== '') this.pieces.push({ kind: 'heading', level: heading[1]?.length ?? 1, text, line: line.line });
      this.#at++;
    } else if (line && boxLineOf(line.text)) this.#boxes();
    else if (line && aloneBody(line.text, this.#reading.context(line.line, true))) {
      const stem = this.#stem();
      this.#at++;
      this.#add(stem, (context) => aloneBody(line.text, context) as Body);
    } else {
      // The paragraph ends here: is it a cloze?
      if (line?.text.trim() === '' && this.#cloze()) return;
      const one = this.#lines[this.#at++];
      if (one) this.#text.push(one);
    }
  }

  read(): Piece[] {
    while (this.#at < this.#lines.length) this.#step();
    if (!this.#cloze()) this.#flush();
    return this.pieces;
  }
}

/** Removes the number of a question that is the only item of a list. */
function unnumbered<Stem extends { readonly text: string }>(stem: Stem): Stem {
  const numbers = stem.text.match(/^\s*\d+[.)]\s+/gm) ?? [];
  return numbers.length === 1 ? { ...stem, text: stem.text.replace(/^\s*\d+[.)]\s+/, '') } : stem;
}

/** Joins lines without the indent that all have: it would make code of them. */
function outdented(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least)).join('\n');
}

/** Adds a line to a choice. */
function continued(item: Item | undefined, text: string): Item {
  const { text: before = '', ...rest } = item ?? { kind: 'task', isTicked: false, feedback: [] };
  return { ...rest, text: `${before} ${text.trim()}` };
}

/** Reads a Markdown text of another tool: LiaScript, GitHub. */
export function readMarkdown(source: string, reading: Reading): Piece[] {
  return new Reader(cleanLines(source, reading), reading).read();
}
