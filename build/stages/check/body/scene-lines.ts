import type { Change, Need, Values } from '../../../../src/model/record/story.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { Attribute, Attributes } from '../../../model/source.ts';
import type { FormContext } from '../../../types/activity-type.ts';

/** Changes and conditions in a decision's `{…}`. */
export interface Effect {
  readonly changes: readonly Change[];
  readonly needs: readonly Need[];
}

const STEP = /^([A-Za-z][A-Za-z0-9]*)([+-]\d+)$/;
const NEED = /^\s*([A-Za-z][A-Za-z0-9]*)\s*(<=|>=|!=|<|>|=|≤|≥|≠)\s*(-?\d{1,6})\s*$/;
const SIGNS: Readonly<Record<string, Need[1]>> = { '≤': '<=', '≥': '>=', '≠': '!=' };

/** Reads the initial values: `state="confiance=2; appels=0"`. */
export function valuesOf(state: unknown): Values {
  const pairs = Array.isArray(state) ? (state as readonly string[]).map((text) => text.split('=')) : [];
  return Object.fromEntries(pairs.map(([name = '', value]) => [name.trim(), Number(value)]));
}

function isKnown(name: string, at: Attribute['at'], values: Values, context: FormContext): boolean {
  const known = Object.keys(values);
  if (known.includes(name)) return true;
  context.error('unknown-state', at, { name, near: nearest(name, known) });
  return false;
}

function needsOf(text: string, at: Attribute['at'], values: Values, context: FormContext): Need[] {
  return text.split(';').flatMap((one): Need[] => {
    const [, name = '', sign = '', than] = NEED.exec(one) ?? [];
    if (name === '') {
      context.error('bad-condition', at, { condition: one.trim() });
      return [];
    }
    return isKnown(name, at, values, context) ? [[name, SIGNS[sign] ?? (sign as Need[1]), Number(than)]] : [];
  });
}

function changeOf({ key, value, at }: Attribute, values: Values, context: FormContext): Change[] {
  const [, name = '', by] = STEP.exec(key) ?? [];
  if (value === true && name !== '') return isKnown(name, at, values, context) ? [[name, '+', Number(by)]] : [];
  if (value === true || !/^-?\d{1,6}$/.test(value)) {
    const near = nearest(key, ['if', ...Object.keys(values).map((one) => `${one}+1`)]);
    context.error('unknown-attribute', at, { name: context.name, key, near });
    return [];
  }
  return isKnown(key, at, values, context) ? [[key, '=', Number(value)]] : [];
}

/** Reads `{confiance+1 appels=0 if="confiance>=1"}` after a decision; names must be those of the story's values. */
export function effectOf(attributes: Attributes | undefined, values: Values, context: FormContext): Effect {
  const { id, at, entries } = attributes ?? { at: context.at, entries: [] };
  if (id !== undefined) context.error('unknown-attribute', at, { name: context.name, key: `#${id}`, near: '' });
  const conditions = entries.filter(({ key }) => key === 'if');
  return {
    changes: entries.filter(({ key }) => key !== 'if').flatMap((entry) => changeOf(entry, values, context)),
    needs: conditions.flatMap(({ value, at: where }) => needsOf(value === true ? '' : value, where, values, context)),
  };
}
