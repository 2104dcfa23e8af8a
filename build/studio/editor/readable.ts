import { type EditorState, type Extension, type Range, StateField, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { iconOf } from '../plan/type-icons.ts';
import { t } from '../strings.ts';
import type { DirectiveText } from '../text/outline.ts';
import { BarWidget, FrontWidget } from './bar-widget.ts';
import type { CardLine } from './cards.ts';
import { chipsOf } from './chips.ts';
import { LinePainter } from './line-painter.ts';
import { boxIn } from './marks.ts';
import { openLines, presence, reading } from './reading.ts';
import { type Surroundings, setSurroundings, surroundings } from './surroundings.ts';

/** Icons of directives that are no types, by their names. */
const OTHERS = { after: 'message-square', band: 'chart-column', include: 'file-text', trainer: 'presentation' } as const;

/** Draws a document: directives as cards, boxes, feedback, headings, pictures. Nothing of it changes the text. */
class Drawing {
  private readonly state: EditorState;
  private readonly ranges: Range<Decoration>[] = [];
  private readonly open: ReturnType<typeof openLines>;

  constructor(state: EditorState) {
    this.state = state;
    this.open = openLines(state);
  }

  draw(): DecorationSet {
    const { doc } = this.state;
    const first = this.front();
    const painter = new LinePainter(this.state, this.ranges);
    for (let number = first; number <= doc.lines; number += 1) {
      const line = doc.line(number);
      const card = this.state.field(reading).lines.get(number);
      if (card) this.card(number, card);
      if (card?.role === 'head' && card.own) this.head(card.own, card, number);
      else if (card?.role === 'end') this.end(number);
      else painter.paint(line, card, this.isOpen(number));
    }
    return Decoration.set(this.ranges, true);
  }

  private isOpen(number: number): boolean {
    return this.open !== null && number >= this.open.first && number <= this.open.last;
  }

  /** Draws front matter. @returns the number of the first line behind it */
  private front(): number {
    const { front } = this.state.field(reading).outline;
    if (!front) return 1;
    const { doc } = this.state;
    const last = doc.lineAt(front.to).number;
    const isOpen = this.open !== null && this.open.first <= last;
    const widget = new FrontWidget();
    if (!isOpen) this.ranges.push(Decoration.replace({ widget }).range(front.from, front.to));
    else {
      this.ranges.push(Decoration.widget({ widget, side: -1 }).range(front.from));
      for (let number = 1; number <= last; number += 1) this.ranges.push(Decoration.line({ class: 's-raw' }).range(doc.line(number).from));
    }
    return last + 1;
  }

  private card(number: number, { around, role }: CardLine): void {
    const [outer] = around;
    if (!outer) return;
    const classes = ['s-card'];
    if (number === outer.line) classes.push('s-card-first');
    if (number === outer.lastLine) classes.push('s-card-last');
    if (this.open && this.open.first >= outer.line && this.open.first <= outer.lastLine) classes.push('s-card-on');
    const depth = around.length - 1;
    if (depth > 0) classes.push('s-inner', ...(role === 'head' ? ['s-inner-first'] : []));
    this.ranges.push(Decoration.line({ class: classes.join(' ') }).range(this.state.doc.line(number).from));
  }

  private head(own: DirectiveText, { around }: CardLine, number: number): void {
    const { from, to } = own.head;
    const bar = this.bar(own, around.length > 1);
    if (!this.isOpen(number)) {
      this.ranges.push(Decoration.replace({ widget: bar }).range(from, to));
      return;
    }
    this.ranges.push(Decoration.widget({ widget: bar, side: -1 }).range(from), Decoration.mark({ class: 's-mono' }).range(from, to));
  }

  private bar(own: DirectiveText, isInner: boolean): BarWidget {
    const { types, course } = this.state.field(surroundings);
    const type = types.get(own.name);
    const other = (Object.keys(OTHERS) as (keyof typeof OTHERS)[]).find((name) => name === own.name);
    const label = other === undefined ? (type?.label ?? own.name) : t(`editor.directive.${other}`);
    const drawing = other === undefined ? iconOf(own.name, type?.form ?? '') : OTHERS[other];
    return new BarWidget({ label, drawing, chips: chipsOf(own, course), isInner });
  }

  private end(number: number): void {
    const { from, to } = this.state.doc.line(number);
    if (this.isOpen(number)) this.ranges.push(Decoration.mark({ class: 's-mono s-dim' }).range(from, to));
    else this.ranges.push(Decoration.line({ class: 's-close' }).range(from), Decoration.replace({}).range(from, to));
  }
}

/** Tests whether a transaction can change what is drawn. */
function isDrawnAgain({ state, startState, docChanged, selection, effects }: Transaction): boolean {
  const before = startState.field(surroundings);
  const isNew = ({ types, key }: Surroundings): boolean => types !== before.types || key !== before.key;
  if (docChanged || effects.some((one) => one.is(setSurroundings) && isNew(one.value))) return true;
  const [was, is] = [startState.field(presence).isPressed, state.field(presence).isPressed];
  if (is || was) return was && !is;
  // A box shows its signs while the cursor is in them.
  if (selection && boxIn(state.doc.lineAt(state.selection.main.head).text)) return true;
  const [left, entered] = [openLines(startState), openLines(state)];
  return left?.first !== entered?.first || left?.last !== entered?.last;
}

/** Decorations that make a text readable. */
export function readable(): Extension {
  return StateField.define<DecorationSet>({
    create: (state) => new Drawing(state).draw(),
    update: (value, transaction) => (isDrawnAgain(transaction) ? new Drawing(transaction.state).draw() : value),
    provide: (field) => EditorView.decorations.from(field),
  });
}
