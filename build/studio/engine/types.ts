import * as z from 'zod';
import type { Language } from '../../diagnostics/format.ts';
import { blanks } from '../../stages/check/forms/blanks.ts';
import { cards } from '../../stages/check/forms/cards.ts';
import { choices } from '../../stages/check/forms/choices.ts';
import { comparison } from '../../stages/check/forms/comparison.ts';
import { composed } from '../../stages/check/forms/composed.ts';
import { definitions } from '../../stages/check/forms/definitions.ts';
import { fields } from '../../stages/check/forms/fields.ts';
import { grid } from '../../stages/check/forms/grid.ts';
import { groups } from '../../stages/check/forms/groups.ts';
import { labels } from '../../stages/check/forms/labels.ts';
import { mistakes } from '../../stages/check/forms/mistakes.ts';
import { none } from '../../stages/check/forms/none.ts';
import { pairs } from '../../stages/check/forms/pairs.ts';
import { passages } from '../../stages/check/forms/passages.ts';
import { prose } from '../../stages/check/forms/prose.ts';
import { scale } from '../../stages/check/forms/scale.ts';
import { scenes } from '../../stages/check/forms/scenes.ts';
import { speeches } from '../../stages/check/forms/speeches.ts';
import { spots } from '../../stages/check/forms/spots.ts';
import { steps } from '../../stages/check/forms/steps.ts';
import { table } from '../../stages/check/forms/table.ts';
import { tree } from '../../stages/check/forms/tree.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import { blockAttributes, commonAttributes } from '../../types/attribute-types.ts';
import type { AttributeFacts, TypeFacts } from './calls.ts';

/** Forms by the names that types choose them by. */
const FORMS: Readonly<Record<string, unknown>> = {
  blanks,
  cards,
  choices,
  comparison,
  composed,
  definitions,
  fields,
  grid,
  groups,
  labels,
  mistakes,
  none,
  pairs,
  passages,
  prose,
  scale,
  scenes,
  speeches,
  spots,
  steps,
  table,
  tree,
};

/** A member of a JSON Schema. */
interface Member {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Member[];
  readonly default?: unknown;
}

/** Lists the words that a value may be; empty if it may be something else. */
function wordsOf(member: Member): string[] {
  if (member.enum) return member.enum.map(String);
  if (member.const !== undefined) return [String(member.const)];
  const inner = member.anyOf?.map(wordsOf) ?? [];
  return inner.length > 0 && inner.every((words) => words.length > 0) ? inner.flat() : [];
}

function kindOf(member: Member, values: readonly string[]): AttributeFacts['kind'] {
  if (values.length > 0 && values.every((value) => value === 'true' || value === 'false')) return 'flag';
  if (values.length > 0) return 'choice';
  const types = [member, ...(member.anyOf ?? [])].map(({ type }) => type);
  if (types.includes('boolean')) return 'flag';
  return types.includes('number') || types.includes('integer') ? 'number' : 'text';
}

function attributesOf(schema: z.ZodObject, isCommon: boolean): AttributeFacts[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, Member> };
  return Object.entries(properties).map(([name, member]) => {
    const values = wordsOf(member);
    const fallback = member.default === undefined ? '' : String(member.default);
    return { name, kind: kindOf(member, values), values, fallback, isCommon };
  });
}

/** Describes all types for the page. */
export function typesOf(types: ReadonlyMap<string, ActivityType>, language: Language): readonly TypeFacts[] {
  const formNames = new Map(Object.entries(FORMS).map(([name, form]) => [form, name]));
  const facts = [...types.values()].map((type) => ({
    name: type.name,
    label: type.strings[language].label ?? type.name,
    kind: type.kind,
    form: formNames.get(type.form) ?? '',
    attributes: [
      ...attributesOf(type.attributes, false),
      ...attributesOf(type.kind === 'activity' ? commonAttributes : blockAttributes, true),
    ],
    contains: type.contains ?? [],
  }));
  return facts.sort((one, other) => one.label.localeCompare(other.label, language));
}
