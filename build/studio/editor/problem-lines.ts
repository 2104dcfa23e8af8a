import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Problem } from '../engine/calls.ts';
import { t } from '../strings.ts';
import { element, icon } from './dom.ts';
import type { Fix } from './fix.ts';
import { fixOf } from './fixes.ts';
import { reading } from './reading.ts';
import { surroundings } from './surroundings.ts';

/** Problems to show. While somebody writes, the words for the cursor's line wait: they would jump at each key. */
interface Shown {
  readonly problems: readonly Problem[];
  readonly isWriting: boolean;
}

export const setProblems = StateEffect.define<Shown>();

const DRAWINGS = { error: 'circle-alert', warning: 'triangle-alert', notice: 'lightbulb' } as const;

/** Longest text of a fix on its button, in characters. */
const LONGEST = 40;

/** Names a fix on its button. */
export function fixName({ kind, shown }: Fix): string {
  const short = shown.replaceAll('\n', ' ');
  return t(`editor.fix.${kind}`, { shown: short.length > LONGEST ? `${short.slice(0, LONGEST)}…` : short });
}

/** A problem under its line, with a button if it can be removed at once. */
class ProblemWidget extends WidgetType {
  private readonly problem: Problem;
  private readonly fix: Fix | null;
  private readonly isInCard: boolean;
  private readonly key: string;

  constructor(problem: Problem, fix: Fix | null, isInCard: boolean) {
    super();
    this.problem = problem;
    this.fix = fix;
    this.isInCard = isInCard;
    this.key = JSON.stringify([problem.severity, problem.problem, problem.write, fix && fixName(fix), isInCard]);
  }

  override eq(other: ProblemWidget): boolean {
    return other.key === this.key;
  }

  override get estimatedHeight(): number {
    return 52;
  }

  override toDOM(view: EditorView): HTMLElement {
    const { severity, problem, write } = this.problem;
    const words = element('p', {}, problem);
    if (write !== '') words.append(' ', element('span', { class: 's-fault-write' }, write));
    const shown = element('div', { class: `s-fault s-fault-${severity}` }, icon(DRAWINGS[severity]), words);
    const place = element('div', { class: this.isInCard ? 's-fault-line s-in-card' : 's-fault-line' }, shown);
    if (this.fix) {
      const button = element('button', { type: 'button', class: 's-fault-fix' }, fixName(this.fix));
      button.addEventListener('click', () => this.apply(view, place));
      shown.append(button);
    }
    return place;
  }

  override ignoreEvent(): boolean {
    return true;
  }

  /** Makes the fix for the text as it is now: lines may have been added since it was offered. */
  private apply(view: EditorView, place: HTMLElement): void {
    const { doc } = view.state;
    const line = doc.lineAt(view.posAtDOM(place)).number;
    const fix = fixOf({ ...this.problem, line }, doc.toString(), view.state.field(surroundings).ids);
    const last = fix?.changes.at(-1);
    if (!fix || !last) return;
    const grown = fix.changes.slice(0, -1).reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
    const anchor = last.from + grown + last.insert.length;
    view.dispatch({ changes: [...fix.changes], selection: { anchor }, userEvent: 'input.fix', scrollIntoView: true });
    view.focus();
  }
}

/** Finds the part of a line that a problem is about: a value of its message, else the rest of the line. */
function rangeOf({ values, column }: Problem, text: string): { readonly from: number; readonly to: number } {
  const start = Math.min(column - 1, text.length);
  const written = Object.values(values)
    .map(String)
    .filter((value) => value.length > 1 && text.includes(value, start));
  const longest = written.sort((one, other) => other.length - one.length)[0];
  if (longest === undefined) return { from: start, to: text.length };
  const from = text.indexOf(longest, start);
  return { from, to: from + longest.length };
}

/** Draws problems: a line under what they are about, and their words below. Those of front matter stand below all of it. */
function draw(state: EditorState, { problems, isWriting }: Shown): DecorationSet {
  const { doc } = state;
  const quiet = isWriting ? doc.lineAt(state.selection.main.head).number : 0;
  const text = doc.toString();
  const ranges: Range<Decoration>[] = [];
  for (const problem of problems) {
    if (problem.line < 1 || problem.line > doc.lines) continue;
    const line = doc.line(problem.line);
    const { outline, lines } = state.field(reading);
    const isInFront = outline.front !== null && line.from <= outline.front.to;
    const { from, to } = rangeOf(problem, line.text);
    if (to > from && !isInFront)
      ranges.push(Decoration.mark({ class: `s-squiggle s-squiggle-${problem.severity}` }).range(line.from + from, line.from + to));
    if (problem.line === quiet) continue;
    const card = lines.get(problem.line);
    const isInCard = card !== undefined && problem.line < (card.around[0]?.lastLine ?? 0);
    const widget = new ProblemWidget(problem, fixOf(problem, text, state.field(surroundings).ids, outline), isInCard);
    const at = isInFront && outline.front ? outline.front.to : line.to;
    ranges.push(Decoration.widget({ widget, side: 1, block: true }).range(at));
  }
  return Decoration.set(ranges, true);
}

/** Shows problems in the text. Between two checks they move with their lines. */
export function problemLines(): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(value, { effects, changes, state }) {
      const found = effects.find((one) => one.is(setProblems));
      return found ? draw(state, found.value) : value.map(changes);
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
