import { readDirectiveLine } from '../../stages/read/text/directive-line.ts';
import { type AttributeText, attributesIn, writtenValue } from './attributes.ts';

/** A range of the text: offsets, the end excluded. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A line of the text. */
interface Line extends Range {
  readonly text: string;
  /** Counts from 1. */
  readonly number: number;
}

/** A directive with its body, or one without. */
export interface DirectiveText extends Range {
  readonly name: string;
  /** '' if it has none. */
  readonly id: string;
  readonly attributes: readonly AttributeText[];
  /** The first line, without the break. */
  readonly head: Range;
  /** `{…}` in its first line; empty at the end of the line if there are none. */
  readonly braces: Range;
  /** Lines between the first and the last; absent for `::name`. */
  readonly body?: Range;
  readonly isClosed: boolean;
  /** First and last line; they count from 1. */
  readonly line: number;
  readonly lastLine: number;
  readonly children: readonly DirectiveText[];
}

/** A page: a heading of level 1 and all that follows it. */
export interface PageText extends Range {
  readonly title: string;
  readonly id: string;
  readonly attributes: readonly AttributeText[];
  readonly head: Range;
  readonly line: number;
  readonly directives: readonly DirectiveText[];
}

/** The structure of a text, read line by line. It understands any text, also one with mistakes. */
export interface Outline {
  /** Front matter with its two lines of dashes. */
  readonly front: Range | null;
  /** Directives before the first page: all of a bank. */
  readonly directives: readonly DirectiveText[];
  readonly pages: readonly PageText[];
}

type Open = { -readonly [Key in keyof DirectiveText]: DirectiveText[Key] } & { children: DirectiveText[] };
type OpenPage = { -readonly [Key in keyof PageText]: PageText[Key] } & { directives: DirectiveText[] };

function linesOf(text: string): Line[] {
  let from = 0;
  return text.split('\n').map((line, index) => {
    const found = { text: line, from, to: from + line.length, number: index + 1 };
    from = found.to + 1;
    return found;
  });
}

/** Returns the number of lines of front matter; 0 if there is none. */
function frontLines(lines: readonly Line[]): number {
  if (lines[0]?.text.replace(/^\ufeff/, '').trimEnd() !== '---') return 0;
  return 1 + lines.findIndex(({ text }, index) => index > 0 && text.trimEnd() === '---');
}

/** Reads a text into its outline. */
class OutlineReader {
  readonly directives: DirectiveText[] = [];
  readonly pages: OpenPage[] = [];
  private readonly stack: Open[] = [];
  private fence = '';

  read(line: Line): void {
    if (this.isInCode(line.text)) return;
    if (/^#(?:[ \t]|$)/.test(line.text)) this.page(line);
    else if (/^ {0,3}::/.test(line.text)) this.directive(line);
  }

  /** Closes everything that is still open. */
  end(last: Line): void {
    while (this.stack.length > 0) this.close(last, false);
    const page = this.pages.at(-1);
    if (page) page.to = last.to;
  }

  private isInCode(text: string): boolean {
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
    if (this.fence === '') {
      this.fence = mark;
      return mark !== '';
    }
    if (mark.startsWith(this.fence) && text.trim() === mark) this.fence = '';
    return true;
  }

  private page({ text, from, to, number }: Line): void {
    // A page ends what was forgotten to be closed.
    while (this.stack.length > 0) this.close({ text: '', from, to: from - 1, number: number - 1 }, false);
    const before = this.pages.at(-1);
    if (before) before.to = from - 1;
    const brace = /\{[^{}]*\}\s*$/.exec(text);
    const attributes = brace ? attributesIn(brace[0], from + brace.index) : [];
    const title = text.slice(1, brace?.index).trim();
    const id = writtenValue(attributes, 'id') ?? '';
    this.pages.push({ title, id, attributes, head: { from, to }, line: number, from, to, directives: [] });
  }

  private directive(line: Line): void {
    const { kind, name = '', attributes, offset } = readDirectiveLine(line.text.trim());
    if (kind === 'closes') {
      if (this.stack.length > 0) this.close(line, true);
      return;
    }
    const { from, to, number } = line;
    const start = from + line.text.indexOf('::') + offset;
    const braces = attributes === undefined ? { from: start, to: start } : { from: start, to: start + attributes.length };
    const found = attributesIn(attributes ?? '', start);
    const id = writtenValue(found, 'id') ?? '';
    const open: Open = {
      name,
      id,
      attributes: found,
      head: { from, to },
      braces,
      isClosed: true,
      line: number,
      lastLine: number,
      from,
      to,
      children: [],
    };
    if (kind === 'alone') this.add(open);
    else this.stack.push({ ...open, body: { from: to + 1, to: to + 1 } });
  }

  private close({ from, to, number }: Line, isClosed: boolean): void {
    const open = this.stack.pop();
    if (!open) return;
    const begin = open.head.to + 1;
    open.body = { from: begin, to: Math.max(begin, isClosed ? from : to + 1) };
    open.isClosed = isClosed;
    open.to = Math.max(open.head.to, to);
    open.lastLine = number;
    this.add(open);
  }

  private add(directive: DirectiveText): void {
    const parent = this.stack.at(-1);
    if (parent) parent.children.push(directive);
    else (this.pages.at(-1)?.directives ?? this.directives).push(directive);
  }
}

/** Reads the structure of a text. @param text with `\n` as its line breaks */
export function outlineOf(text: string): Outline {
  const lines = linesOf(text);
  const front = frontLines(lines);
  const reader = new OutlineReader();
  for (const line of lines.slice(front)) reader.read(line);
  const last = lines.at(-1) ?? { text: '', from: 0, to: 0, number: 1 };
  reader.end(last);
  const end = lines[front - 1];
  return { front: end ? { from: 0, to: end.to } : null, directives: reader.directives, pages: reader.pages };
}

/** Lists directives at all depths, in the order of the text. */
export function allDirectives({ directives, pages }: Outline): DirectiveText[] {
  const flat = (list: readonly DirectiveText[]): DirectiveText[] => list.flatMap((one) => [one, ...flat(one.children)]);
  return flat([...directives, ...pages.flatMap((page) => page.directives)]);
}

/** Finds the innermost directive at an offset. */
export function directiveAt(outline: Outline, offset: number): DirectiveText | undefined {
  return allDirectives(outline)
    .filter(({ from, to }) => from <= offset && offset <= to)
    .at(-1);
}

/** Finds the page at an offset. */
export function pageAt({ pages }: Outline, offset: number): PageText | undefined {
  return pages.filter(({ from }) => from <= offset).at(-1);
}
