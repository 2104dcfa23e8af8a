import type { Html, Token } from '../../../../src/model/course/activity.ts';
import { markVariables, VARIABLE_IN_TEXT } from '../../../model/markers.ts';
import type { Block, Item } from '../../../model/source.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { iconIn, reportLost } from '../body/list-lines.ts';
import { reportEqual } from '../body/similar-texts.ts';
import { checkWeights, weightIn, withoutWeight } from '../body/weight.ts';

/** A line with a box: a choice, a statement, an expected mistake. */
interface Choice {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** True if its box is ticked. */
  readonly right: boolean;
  readonly feedback?: string;
  /** The marker of its pictogram. */
  readonly icon?: string;
  /** Percent that it adds to the score, below 0 too, or that an accepted answer is worth; absent: none is given. */
  readonly weight?: number;
}

type List = Extract<Block, { kind: 'list' }>;

/** Tests for a list with a box; other lists are part of the question. */
function isChoices(block: Block): block is List {
  return block.kind === 'list' && block.items.some((item) => item.checked !== undefined);
}

function checkItem(item: Item, context: FormContext): void {
  if (item.text === '') context.error('empty-item', item.at);
  else if (item.checked === undefined) context.error('item-without-box', item.at, { item: item.text.slice(0, 60) });
  // A stray quote is reported elsewhere; everything else would be dropped silently.
  const deeper = item.children.find((child) => child.kind !== 'quote');
  if (deeper) context.error('blocks-in-item', deeper.at, { item: item.text.slice(0, 60) });
}

/** Reads or reports the attributes of a line. */
type AttributesOf = (item: Item, context: FormContext) => Pick<Choice, 'icon' | 'weight'>;

function readChoice(item: Item, context: FormContext, attributesOf: AttributesOf): Choice {
  const right = item.checked === true;
  return {
    token: context.part({ text: item.text, ...(right && { key: 'x' }) }, item.at),
    html: item.html(),
    text: markVariables(item.text, VARIABLE_IN_TEXT),
    right,
    ...attributesOf(item, context),
    ...(item.feedback && { feedback: item.feedback() }),
  };
}

export interface ChoicesBody {
  readonly prompt: Html;
  readonly choices: readonly Choice[];
  readonly multiple?: boolean;
}

/** The lines as they were read, with their items. */
interface ReadChoices extends Omit<ChoicesBody, 'multiple'> {
  readonly items: readonly Item[];
}

/** Reads the lines with boxes, and what is before them as the prompt. */
export function readChoices(body: readonly Block[], context: FormContext, attributesOf: AttributesOf): ReadChoices {
  const start = body.findIndex(isChoices);
  const end = start < 0 ? body.length : start;
  const shape = body.slice(end);
  const prompt = context.html(body.slice(0, end).filter((block) => block.kind !== 'quote'));
  const items = shape.filter(isChoices).flatMap((list) => list.items);
  for (const item of items) checkItem(item, context);
  reportEqual(items, context);
  const choices = items.map((item) => readChoice(item, context, attributesOf));
  reportLost(
    shape.filter((block) => !isChoices(block)),
    context,
  );
  return { prompt, choices, items };
}

function iconOf({ attributes }: Item, context: FormContext): { readonly icon?: string } {
  return iconIn(attributes, context.name, context);
}

/** Reads a pictogram and a weight. */
function iconAndWeight(item: Item, context: FormContext): Pick<Choice, 'icon' | 'weight'> {
  return { ...iconIn(withoutWeight(item.attributes), context.name, context), ...weightIn(item, -100, context) };
}

/**
 * Reads a list of lines with boxes: `{ prompt, choices: [{ token, html, text, right, icon?, weight?, feedback? }] }`.
 * Where the type has `multiple`, it is also true once several boxes are ticked, and lines may have weights.
 */
export const choices: Form<ChoicesBody, Some<{ readonly multiple?: boolean }>> = {
  read(body, context) {
    const isQuestion = 'multiple' in context.options;
    const { prompt, choices, items } = readChoices(body, context, isQuestion ? iconAndWeight : iconOf);
    if (!isQuestion) return { prompt, choices };
    const multiple = context.options.multiple === true || choices.filter((choice) => choice.right).length > 1;
    const lines = items.map((item, index) => ({ right: false, ...choices[index], item }));
    checkWeights(lines, multiple, context);
    return { prompt, choices, multiple };
  },
};
