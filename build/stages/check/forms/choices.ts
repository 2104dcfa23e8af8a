import type { Html, Token } from '../../../../src/model/course/activity.ts';
import { markVariables, VARIABLE_IN_TEXT } from '../../../model/markers.ts';
import type { Block, Item } from '../../../model/source.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { iconIn, reportLost } from '../body/list-lines.ts';
import { reportEqual } from '../body/similar-texts.ts';

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

function readChoice(item: Item, context: FormContext, attributesOf: typeof iconIn): Choice {
  const right = item.checked === true;
  return {
    token: context.part({ text: item.text, ...(right && { key: 'x' }) }),
    html: item.html(),
    text: markVariables(item.text, VARIABLE_IN_TEXT),
    right,
    ...attributesOf(item.attributes, context.name, context),
    ...(item.feedback && { feedback: item.feedback() }),
  };
}

export interface ChoicesBody {
  readonly prompt: Html;
  readonly choices: readonly Choice[];
  readonly multiple?: boolean;
}

/** Reads the lines with boxes, and what is before them as the prompt. `attributesOf` reads or reports the attributes of a line. */
export function readChoices(body: readonly Block[], context: FormContext, attributesOf: typeof iconIn): Omit<ChoicesBody, 'multiple'> {
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
  return { prompt, choices };
}

/**
 * Reads a list of lines with boxes: `{ prompt, choices: [{ token, html, text, right, icon?, feedback? }] }`.
 * Where the type has `multiple`, it is also true once several boxes are ticked.
 */
export const choices: Form<ChoicesBody, Some<{ readonly multiple?: boolean }>> = {
  read(body, context) {
    const { prompt, choices } = readChoices(body, context, iconIn);
    const several = choices.filter((choice) => choice.right).length > 1;
    return { prompt, choices, ...('multiple' in context.options && { multiple: context.options.multiple === true || several }) };
  },
};
