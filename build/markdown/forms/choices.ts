import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Block, Item } from '../../source.ts';
import { markVariables, VARIABLE_IN_TEXT } from '../markers.ts';

/** A line with a box: a choice, a statement, a foreseen mistake. */
interface Choice {
  readonly token: Token;
  readonly html: string;
  readonly text: string;
  /** Its box is ticked. */
  readonly right: boolean;
  readonly feedback?: string;
}

type List = Extract<Block, { kind: 'list' }>;

/** A list without a box in it is part of the question. */
function isChoices(block: Block): block is List {
  return block.kind === 'list' && block.items.some((item) => item.checked !== undefined);
}

function checkItem(item: Item, context: FormContext): void {
  if (item.text === '') context.error('empty-item', item.at);
  else if (item.checked === undefined) context.error('item-without-box', item.at, { item: item.text.slice(0, 60) });
  // A stray quote is reported wherever it stands; everything else would be lost in silence.
  const deeper = item.children.find((child) => child.kind !== 'quote');
  if (deeper) context.error('blocks-in-item', deeper.at, { item: item.text.slice(0, 60) });
  const attribute = item.attributes?.entries[0];
  if (attribute) context.error('unknown-attribute', attribute.at, { name: context.name, key: attribute.key, near: '' });
}

function readChoice(item: Item, context: FormContext): Choice {
  checkItem(item, context);
  const right = item.checked === true;
  return {
    token: context.part({ text: item.text, ...(right && { key: 'x' }) }),
    html: item.html(),
    text: markVariables(item.text, VARIABLE_IN_TEXT),
    right,
    ...(item.feedback && { feedback: item.feedback() }),
  };
}

function reportLost(blocks: readonly Block[], context: FormContext): void {
  for (const block of blocks) {
    if (block.kind === 'directive') context.html([block]);
    else if (block.kind !== 'quote') context.error('text-after-answers', block.at);
  }
}

/**
 * Reads a list of lines with boxes: `{ prompt, choices: [{ token, html, text, right, feedback? }] }`.
 * Where the type has `multiple`, it is also true once several boxes are ticked.
 */
export const read: ReadForm = (body, context) => {
  const start = body.findIndex(isChoices);
  const end = start < 0 ? body.length : start;
  const shape = body.slice(end);
  const prompt = context.html(body.slice(0, end).filter((block) => block.kind !== 'quote'));
  const choices = shape.filter(isChoices).flatMap((list) => list.items.map((item) => readChoice(item, context)));
  reportLost(
    shape.filter((block) => !isChoices(block)),
    context,
  );
  const several = choices.filter((choice) => choice.right).length > 1;
  return { prompt, choices, ...('multiple' in context.options && { multiple: context.options.multiple === true || several }) };
};
