import type { FormContext } from '../activity-type.ts';
import type { Attributes, Block, Item } from '../source.ts';

/** Reports what no line without a box can hold, attributes apart: it would be lost in silence. */
export function checkBareLine(item: Item, context: FormContext): void {
  const words = { item: item.text.slice(0, 60) };
  if (item.text === '') context.error('empty-item', item.at);
  if (item.checked !== undefined) context.error('needless-box', item.at, words);
  // A stray quote is reported wherever it stands.
  const deeper = item.children.find((child) => child.kind !== 'quote');
  if (deeper) context.error('blocks-in-item', deeper.at, words);
}

/** Reports the first attribute of a line or a heading that knows none: it would be lost in silence. */
export function reportAttributes(attributes: Attributes | undefined, name: string, context: FormContext): void {
  const found = attributes?.id === undefined ? attributes?.entries[0] : { key: `#${attributes.id}`, at: attributes.at };
  if (found) context.error('unknown-attribute', found.at, { name, key: found.key, near: '' });
}

/** Reports what a line without box and attributes can't hold. */
export function checkLine(item: Item, context: FormContext): void {
  checkBareLine(item, context);
  reportAttributes(item.attributes, context.name, context);
}

/** Reports blocks that stand behind the shape of a form, where nobody would see them. */
export function reportLost(blocks: readonly Block[], context: FormContext): void {
  for (const block of blocks) {
    if (block.kind === 'directive') context.html([block]);
    else if (block.kind !== 'quote') context.error('text-after-answers', block.at);
  }
}
