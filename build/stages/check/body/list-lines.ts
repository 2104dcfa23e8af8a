import type { Attributes, Block, Item } from '../../../model/source.ts';
import type { FormContext } from '../../../types/activity-type.ts';

/** Reports content, except attributes, that a line without a box can't have: it would be dropped silently. */
export function checkBareLine(item: Item, context: FormContext): void {
  const words = { item: item.text.slice(0, 60) };
  if (item.text === '') context.error('empty-item', item.at);
  if (item.checked !== undefined) context.error('needless-box', item.at, words);
  // A stray quote is reported elsewhere.
  const deeper = item.children.find((child) => child.kind !== 'quote');
  if (deeper) context.error('blocks-in-item', deeper.at, words);
}

/** Reports the first attribute of a line or a heading that can't have any: it would be dropped silently. */
export function reportAttributes(attributes: Attributes | undefined, name: string, context: FormContext): void {
  const found = attributes?.id === undefined ? attributes?.entries[0] : { key: `#${attributes.id}`, at: attributes.at };
  if (found) context.error('unknown-attribute', found.at, { name, key: found.key, near: '' });
}

/** Reads the pictogram that a line or a heading names by `icon=…`; other attributes are reported. */
export function iconIn(attributes: Attributes | undefined, name: string, context: FormContext): { readonly icon?: string } {
  const icon = attributes?.entries.find(({ key }) => key === 'icon');
  const others = attributes && { ...attributes, entries: attributes.entries.filter((entry) => entry !== icon) };
  reportAttributes(others, name, context);
  if (!icon) return {};
  const found = context.pictogram(String(icon.value), icon.at);
  return found === '' ? {} : { icon: found };
}

/** Reports what a line without box and attributes can't hold. */
export function checkLine(item: Item, context: FormContext): void {
  checkBareLine(item, context);
  reportAttributes(item.attributes, context.name, context);
}

/** Reports blocks after the form's block, which would not be shown. */
export function reportLost(blocks: readonly Block[], context: FormContext): void {
  for (const block of blocks) {
    if (block.kind === 'directive') context.html([block]);
    else if (block.kind !== 'quote') context.error('text-after-answers', block.at);
  }
}
