import type { EditorState, Line, Range } from '@codemirror/state';
import { Decoration } from '@codemirror/view';
import type { CardLine } from './cards.ts';
import { boxIn, bracesIn, marksIn, type PictureMark, pictureIn } from './marks.ts';
import { BoxWidget, IdWidget, PictureWidget } from './small-widgets.ts';
import { surroundings } from './surroundings.ts';

const HIDDEN = Decoration.replace({});

/** Longest part of an answer that its box is read out with, in characters. */
const READ_OUT = 80;

/** Draws the lines between the first and the last lines of directives. Lines come in the order of the text. */
export class LinePainter {
  private readonly state: EditorState;
  private readonly ranges: Range<Decoration>[];
  private fence = '';
  /** Number of the line that a prompt began in, and the directive it belongs to. */
  private prompt = { line: 0, of: -1 };
  /** Start of the directive whose last box is ticked; -1: none. */
  private rightIn = -1;

  constructor(state: EditorState, ranges: Range<Decoration>[]) {
    this.state = state;
    this.ranges = ranges;
  }

  /** @param isOpen shown as it is written */
  paint(line: Line, card: CardLine | undefined, isOpen: boolean): void {
    const picture = isOpen ? undefined : pictureIn(line.text);
    if (this.isInCode(line)) this.line(line, 's-mono');
    else if (line.text.trim() !== '') {
      if (/^#{1,6}(?:[ \t]|$)/.test(line.text)) this.heading(line, isOpen);
      else if (picture) this.picture(line, picture);
      else this.words(line, card, isOpen);
    } else if (!isOpen) this.line(line, 's-blank');
  }

  private words(line: Line, card: CardLine | undefined, isOpen: boolean): void {
    const { text } = line;
    if (boxIn(text)) this.box(line, card);
    else if (text.startsWith('>')) this.feedback(line, card, isOpen);
    else if (/^\s*\|/.test(text)) this.line(line, 's-row');
    else if (/^\s*(?:[-*+]|\d+[.)])\s/.test(text)) this.line(line, 's-item');
    else if (this.isPrompt(line, card)) this.line(line, 's-prompt');
    this.marks(line, isOpen);
  }

  private line({ from }: Line, name: string): void {
    this.ranges.push(Decoration.line({ class: name }).range(from));
  }

  private isInCode({ text }: Line): boolean {
    const [, mark = ''] = /^ {0,3}(`{3,}|~{3,})/.exec(text) ?? [];
    if (this.fence === '') {
      this.fence = mark;
      return mark !== '';
    }
    if (mark.startsWith(this.fence) && text.trim() === mark) this.fence = '';
    return true;
  }

  private heading(line: Line, isOpen: boolean): void {
    const depth = /^#+/.exec(line.text)?.[0].length ?? 1;
    this.line(line, `s-heading s-heading-${Math.min(depth, 3)}`);
    this.ranges.push(Decoration.mark({ class: 's-hash' }).range(line.from, Math.min(line.to, line.from + depth + 1)));
    const braces = bracesIn(line.text);
    if (braces) {
      const [from, to] = [line.from + braces.from, line.from + braces.to];
      if (isOpen) this.ranges.push(Decoration.mark({ class: 's-mono s-attributes' }).range(from, to));
      else this.ranges.push(Decoration.replace({ widget: new IdWidget(this.state.sliceDoc(from, to).trim()) }).range(from, to));
    }
    this.marks(line, isOpen, braces?.from);
  }

  private picture(line: Line, { address, alt }: PictureMark): void {
    const source = this.state.field(surroundings).picture(address);
    this.ranges.push(Decoration.replace({ widget: new PictureWidget(address, alt, source) }).range(line.from, line.to));
  }

  /** Draws a box, unless the cursor is in its signs. */
  private box(line: Line, card: CardLine | undefined): void {
    const box = boxIn(line.text);
    if (!box) return;
    this.rightIn = box.isTicked ? (card?.around.at(-1)?.from ?? -1) : -1;
    this.line(line, box.isTicked ? 's-answer s-answer-right' : 's-answer');
    const { head, empty } = this.state.selection.main;
    const end = line.from + box.to;
    if (empty && head >= line.from && head < end) this.ranges.push(Decoration.mark({ class: 's-mono s-sign' }).range(line.from, end));
    else
      this.ranges.push(
        Decoration.replace({ widget: new BoxWidget(box.isTicked, line.text.slice(box.to, box.to + READ_OUT)) }).range(line.from, end),
      );
  }

  private feedback(line: Line, card: CardLine | undefined, isOpen: boolean): void {
    const before = line.number > 1 ? this.state.doc.line(line.number - 1).text : '';
    const names = ['s-feedback'];
    if (!card) names[0] = 's-quote';
    else if (card.around.at(-1)?.from === this.rightIn) names.push('s-feedback-right');
    if (!before.startsWith('>')) names.push('s-feedback-first');
    this.line(line, names.join(' '));
    const end = line.from + (/^>[ \t]?/.exec(line.text)?.[0].length ?? 1);
    this.ranges.push((isOpen ? Decoration.mark({ class: 's-mono s-sign' }) : HIDDEN).range(line.from, end));
  }

  /** Tests whether a line is in the first paragraph of an activity. */
  private isPrompt({ number }: Line, card: CardLine | undefined): boolean {
    const own = card?.around.at(-1);
    if (!own || this.state.field(surroundings).types.get(own.name)?.kind !== 'activity') return false;
    if (this.prompt.of === own.from && this.prompt.line !== number - 1) return false;
    const isFirst = this.prompt.of !== own.from;
    // Text behind answers or questions is no prompt.
    if (isFirst && own.children.some((child) => child.line < number)) return false;
    this.prompt = { line: number, of: own.from };
    return true;
  }

  /** @param end offset in the line where marks end */
  private marks(line: Line, isOpen: boolean, end = line.length): void {
    for (const { kind, from, to, signs } of marksIn(line.text)) {
      if (signs[1] && signs[1].to > end) continue;
      this.ranges.push(Decoration.mark({ class: `s-${kind}` }).range(line.from + from, line.from + to));
      for (const sign of signs) {
        const place = [line.from + sign.from, line.from + sign.to] as const;
        this.ranges.push((isOpen ? Decoration.mark({ class: 's-sign' }) : HIDDEN).range(...place));
      }
    }
  }
}
