import type { Band } from '../../../../src/model/course/course.ts';
import type { Directive } from '../../../model/source.ts';
import type { FormContext } from '../../../types/activity-type.ts';

const WHOLE = /^\d{1,3}$/;
const EXAMPLE = { key: 'from', example: 'from=70' } as const;

/** Sorts bands, the highest first. */
export function sorted<One extends Pick<Band, 'from'>>(bands: readonly One[]): readonly One[] {
  return [...bands].sort((one, other) => other.from - one.from);
}

/** Reads `from=70`; undefined if it was reported. */
function startOf({ attributes, at, name }: Directive, context: FormContext): number | undefined {
  const entry = attributes.entries.find(({ key }) => key === 'from');
  const other =
    attributes.id === undefined ? attributes.entries.find((one) => one !== entry) : { key: `#${attributes.id}`, at: attributes.at };
  if (other) context.error('unknown-attribute', other.at, { name, key: other.key, near: '', keys: EXAMPLE.key });
  if (!entry) {
    if (!attributes.isTorn) context.error('missing-attribute', at, { name, ...EXAMPLE });
    return undefined;
  }
  const from = Number(entry.value);
  if (WHOLE.test(String(entry.value)) && from <= 100) return from;
  context.error('bad-attribute', entry.at, { value: String(entry.value), ...EXAMPLE });
  return undefined;
}

/** Reads the directives `:::band`; reports empty ones, and those with the start of an earlier one. */
export function readBands(directives: readonly Directive[], context: FormContext): readonly Band[] {
  const bands = new Map<number, Band>();
  for (const directive of directives) {
    const from = startOf(directive, context);
    const feedback = context.html(directive.body);
    if (directive.body.length === 0) context.error('empty-band', directive.at);
    if (from === undefined) continue;
    if (bands.has(from)) context.error('band-twice', directive.at, { from });
    bands.set(from, { from, feedback });
  }
  return sorted([...bands.values()]);
}
