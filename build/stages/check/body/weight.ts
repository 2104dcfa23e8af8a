import type { Attribute, Attributes, Item } from '../../../model/source.ts';
import type { FormContext } from '../../../types/activity-type.ts';

const PERCENT = /^[+-]?\d{1,3}(?:[.,]\d{1,6})?$/;

function weightOf({ attributes }: Item): Attribute | undefined {
  return attributes?.entries.find(({ key }) => key === 'weight');
}

/** Separates `weight=…` from the other attributes of a line. */
export function withoutWeight(attributes: Attributes | undefined): Attributes | undefined {
  return attributes && { ...attributes, entries: attributes.entries.filter(({ key }) => key !== 'weight') };
}

/**
 * Reads `weight=50` of a line, in percent; `{}` if there is none, or it was reported.
 * @param min smallest weight allowed; the largest is 100
 */
export function weightIn(item: Item, min: number, context: FormContext): { readonly weight?: number } {
  const entry = weightOf(item);
  if (!entry) return {};
  const text = String(entry.value);
  const weight = Number(text.replace(',', '.'));
  if (PERCENT.test(text) && weight >= min && weight <= 100) return { weight };
  context.error('bad-weight', entry.at, { value: entry.value === true ? '' : text, min });
  return {};
}

/** A line with its item in the text. */
interface Weighed {
  readonly item: Item;
  readonly right: boolean;
  readonly weight?: number;
}

/** Weights of thirds and sevenths don't add up to 100 exactly. */
const ROUNDING = 1;

/** Suggests equal weights for a number of choices. */
function equalWeights(count: number): string {
  return `{weight=${Math.floor(1000 / count) / 10}}`;
}

/**
 * Checks the weights of choices: all have one or none has, and the ticked ones add up to 100.
 * @param several if true, several choices can be ticked, and exactly those with a positive weight are right
 */
export function checkWeights(lines: readonly Weighed[], several: boolean, context: FormContext): void {
  if (!lines.some(({ item }) => weightOf(item))) return;
  for (const { item } of lines) if (!weightOf(item)) context.error('weight-missing', item.at, { item: item.text.slice(0, 60) });
  const unfit = several ? lines.filter(({ right, weight }) => weight !== undefined && weight > 0 !== right) : [];
  for (const { item, weight = 0 } of unfit)
    context.error('weight-of-other-box', item.at, { item: item.text.slice(0, 60), value: weight, box: weight > 0 ? '[x]' : '[ ]' });
  if (unfit.length > 0 || lines.some(({ weight }) => weight === undefined)) return;
  const rights = lines.filter(({ right }) => right);
  const sum = rights.reduce((total, { weight = 0 }) => total + weight, 0);
  const [first] = rights;
  if (first && Math.abs(sum - 100) > ROUNDING)
    context.error('weight-sum', first.item.at, { sum: Math.round(sum * 10) / 10, example: equalWeights(rights.length) });
}
