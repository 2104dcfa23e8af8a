import type { Html, Token } from '../../../../src/model/course/activity.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { Block } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import { typography } from '../../../text/typography.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { aroundShape } from '../body/form-body.ts';
import { checkLine, reportLost } from '../body/list-lines.ts';
import { reportDuplicates, textKey } from '../body/similar-texts.ts';
import { titleText } from '../body/whole-title.ts';
import { groups as grouped } from './groups.ts';

/** Name of an axis, then its words from the lowest. */
export type Axis = readonly [name: string, ...words: string[]];

/** A place of the grid, with a description for screen readers: « Intérêt : fort ; pouvoir : faible ». */
interface Cell {
  readonly token: Token;
  readonly text: string;
}

/** Cells of one word of the y axis, from the lowest word of the x axis. */
interface Row {
  readonly text: string;
  readonly cells: readonly Cell[];
}

interface Actor {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** The right cell; absent if nothing is right or wrong. */
  readonly cell?: Token;
  readonly feedback?: string;
}

interface Groups {
  readonly prompt: string;
  readonly groups: readonly { readonly token: Token; readonly text: string }[];
  readonly items: readonly (Omit<Actor, 'cell'> & { readonly groups: readonly Token[] })[];
}

type List = Extract<Block, { kind: 'list' }>;

function isPlace(block: Block): boolean {
  return block.kind === 'heading' && block.level === 2;
}

/** Lowers the first letter inside a sentence: « Pouvoir » becomes « pouvoir », « ARS » stays. */
function inSentence(name: string): string {
  return name.replace(/^\p{Lu}(?=\p{Ll})/u, (character) => character.toLowerCase());
}

/** Lists the names of all cells, as an author writes them. */
function namesOf([, ...across]: Axis, [, ...up]: Axis): string[] {
  return across.flatMap((x) => up.map((y) => `${x}, ${y}`));
}

/** Suggests the intended place, word by word, because half of its name may be right. */
function meantBy(text: string, axes: readonly Axis[]): string {
  const parts = text.split(',');
  return axes.map(([, ...known], index) => nearest((parts[index] ?? '').trim(), known) || (known.at(-1) ?? '')).join(', ');
}

function checkPlaces(body: readonly Block[], x: Axis, y: Axis, context: FormContext): void {
  const names = new Set(namesOf(x, y).map(textKey));
  const [across, up] = [x, y].map(([, ...known]) => known.join(', '));
  for (const block of body) {
    if (block.kind !== 'heading' || block.level !== 2 || block.title.text === '') continue;
    const text = titleText(block);
    if (names.has(textKey(text))) continue;
    context.error('unknown-cell', block.at, { title: text, across: across ?? '', up: up ?? '', cell: meantBy(text, [x, y]) });
  }
}

/** Reports actors in two places. */
function checkActors(body: readonly Block[], context: FormContext): void {
  const met = new Map<string, Block | undefined>();
  let place: Block | undefined;
  for (const block of body) {
    if (isPlace(block)) place = block;
    if (block.kind !== 'list') continue;
    for (const { text, at } of block.items) {
      const key = textKey(text);
      // Twice in one place is reported by the form `groups`.
      if (key !== '' && met.has(key) && met.get(key) !== place) context.error('actor-in-two-cells', at, { item: text.slice(0, 60) });
      met.set(key, place);
    }
  }
}

/** Reads actors without a `##`: there is no model, and nothing is right or wrong. */
function readBare(body: readonly Block[], context: FormContext): Groups {
  const { before, shape, rest } = aroundShape(body, (block): block is List => block.kind === 'list');
  const lines = shape?.items ?? [];
  reportDuplicates(lines, context);
  const items = lines.map((item) => {
    checkLine(item, context);
    const html = item.html();
    const feedback = item.feedback?.();
    return { token: context.part({ text: item.text }), html, text: plainHtml(html), groups: [], ...(feedback && { feedback }) };
  });
  reportLost(rest, context);
  return { prompt: context.html(before), groups: [], items };
}

export interface GridBody {
  readonly prompt: Html;
  /** The highest row first. */
  readonly rows: readonly Row[];
  readonly items: readonly Actor[];
}

/**
 * Reads actors in the places of two axes: `{ prompt, rows: [{ text, cells: [{ token, text }] }], items: [{ token, html, text, cell?,
 * feedback? }] }`, the highest row first. The axes are the type's attributes `x` and `y`: a name, then words from the lowest. Each
 * `##` is a word of x, a comma, a word of y.
 */
export const grid: Form<GridBody, Some<{ readonly x: Axis; readonly y: Axis }>> = {
  read(body, context) {
    const { x, y } = context.options;
    const { prompt, groups, items } = body.some(isPlace) ? grouped.read(body, context) : readBare(body, context);
    checkPlaces(body, x, y, context);
    checkActors(body, context);
    const shown = (text: string): string => typography(text, context.lang);
    // A name may be long: the separator shows its end.
    const gap = context.lang.startsWith('fr') ? ' ' : '';
    const tokens = new Map([...groups].reverse().map(({ text, token }) => [textKey(text), token]));
    const rows = [...y.slice(1)].reverse().map((up): Row => {
      const cells = x.slice(1).map((across): Cell => {
        const name = `${across}, ${up}`;
        const token = tokens.get(textKey(name)) ?? context.part({ text: name });
        return { token, text: shown(`${x[0]}${gap}: ${across}${gap}; ${inSentence(y[0])}${gap}: ${up}`) };
      });
      return { text: shown(up), cells };
    });
    const actors = items.map(({ groups: [cell], ...item }): Actor => ({ ...item, ...(cell !== undefined && { cell }) }));
    return { prompt, rows, items: actors };
  },
};
