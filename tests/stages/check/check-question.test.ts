import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { Directive } from '../../../build/model/source.ts';
import { checkQuestion } from '../../../build/stages/check/check-question.ts';
import type { CourseContext } from '../../../build/stages/check/context.ts';
import type { ActivityType } from '../../../build/types/activity-type.ts';

function found(prompt: unknown, title?: string, more: object = {}) {
  const diagnostics = new Diagnostics();
  const type = { name: 'choice', asks: true, strings: { fr: { label: 'Choix' }, en: {} }, ...more } as unknown as ActivityType;
  const context = (lang: string) => ({ course: { lang }, diagnostics }) as unknown as CourseContext;
  for (const lang of ['fr', 'en'])
    checkQuestion({ at: { file: 'rames.md', line: 4, column: 1 } } as Directive, type, prompt, title, context(lang));
  return diagnostics.list.map(({ severity, code, at, values }) => `${severity} ${code} ${at.line} ${values.label}`);
}

test('an activity that needs a question and has neither it nor a title', () => {
  expect(found('')).toEqual(['warning no-question 4 Choix', 'warning no-question 4 choice']);
});

test.each([
  ['a question', '<p>Quel frein ?</p>', undefined, {}],
  ['a title', '', 'Le frein', {}],
  ['a type that needs none', '', undefined, { asks: false }],
  ['a type without questions', undefined, undefined, {}],
] as const)('nothing is reported with %s', (_, prompt, title, more) => {
  expect(found(prompt, title, more)).toEqual([]);
});
