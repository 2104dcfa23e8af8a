import type { Block, Item } from '../../../model/source.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { reportAttributes } from '../body/list-lines.ts';
import { weightIn, withoutWeight } from '../body/weight.ts';
import { type ChoicesBody, readChoices } from './choices.ts';

/** Escapes other than that of a star, which patterns need. */
const ESCAPED = /\\([^*\p{L}\d\s])/gu;

/** Keeps the stars of a line, which Markdown takes for emphasis: here they stand for any characters. */
function withStars(item: Item): Item {
  if (!item.source.includes('*')) return item;
  return { ...item, text: item.source.replace(ESCAPED, '$1').replace(/\s+/g, ' ').trim() };
}

/** Reads the weight of an accepted answer; 100 is left out. */
function worthIn(item: Item, context: FormContext): { readonly weight?: number } {
  reportAttributes(withoutWeight(item.attributes), context.name, context);
  const { weight } = weightIn(item, 0, context);
  if (weight === undefined) return {};
  if (weight > 0 !== (item.checked === true))
    context.error('weight-of-other-box', item.at, { item: item.text.slice(0, 60), value: weight, box: weight > 0 ? '[x]' : '[ ]' });
  return weight === 100 || weight === 0 ? {} : { weight };
}

/** Reads accepted answers (ticked) and expected mistakes, written like choices. Learners don't see them, so they have no pictogram. */
export const mistakes: Form<Omit<ChoicesBody, 'multiple'>> = {
  read(body, context) {
    const blocks = body.map((block): Block => (block.kind === 'list' ? { ...block, items: block.items.map(withStars) } : block));
    const { prompt, choices } = readChoices(blocks, context, worthIn);
    return { prompt, choices };
  },
};
