import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Block, Item } from '../../source.ts';
import { reportLost } from '../list-lines.ts';
import { markVariables, VARIABLE_IN_TEXT } from '../markers.ts';
import { textKey } from '../similar-texts.ts';

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
  const { id, entries, at } = item.attributes ?? { entries: [], at: item.at };
  const found = id === undefined ? entries[0] : { key: `#${id}`, at };
  if (found) context.error('unknown-attribute', found.at, { name: context.name, key: found.key, near: '' });
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

function reportTwice(items: readonly Item[], context: FormContext): void {
  const met = new Set<string>();
  for (const { text, at } of items) {
    if (text !== '' && met.has(textKey(text))) context.error('item-twice', at, { item: text.slice(0, 60) });
    met.add(textKey(text));
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
  const items = shape.filter(isChoices).flatMap((list) => list.items);
  reportTwice(items, context);
  const choices = items.map((item) => readChoice(item, context));
  reportLost(
    shape.filter((block) => !isChoices(block)),
    context,
  );
  const several = choices.filter((choice) => choice.right).length > 1;
  return { prompt, choices, ...('multiple' in context.options && { multiple: context.options.multiple === true || several }) };
};
