import { expect, test } from 'vitest';
import { isShapeOf, listShapeOf, tableShapeOf } from '../../../build/studio/forms/shapes.ts';
import { t } from '../../../build/studio/strings.ts';
import type { BlockText } from '../../../build/studio/text/edit-parts.ts';

const list = (isOrdered: boolean, ...boxes: readonly (string | null)[]): BlockText =>
  ({ kind: 'list', isOrdered, items: boxes.map((box) => ({ box })) }) as unknown as BlockText;
const TABLE = { kind: 'table' } as unknown as BlockText;
const BLOCKS = [list(false, null, 'x'), list(false, null), list(true, null), TABLE];

test.each([
  ['choices', [true, false, false, false]],
  ['mistakes', [true, false, false, false]],
  ['steps', [false, false, true, false]],
  ['scale', [true, true, false, false]],
  ['tree', [true, true, false, false]],
  ['pairs', [false, false, false, true]],
  ['table', [false, false, false, true]],
])('%s reads its own kind of block', (form, read) => {
  expect(BLOCKS.map((block) => isShapeOf(form, block))).toEqual(read);
});

test('a list has the names of its type, else of its form, else of a question', () => {
  const named = (form: string, type: string) => {
    const { what, title, tick, hint } = listShapeOf(form, type);
    return [what, title, tick, hint];
  };
  expect(named('choices', 'true-false')).toEqual([t('forms.statement'), t('forms.statements'), t('forms.true'), t('forms.statementHint')]);
  expect(named('steps', 'order')).toEqual([t('forms.step'), t('forms.steps'), '', t('forms.stepHint')]);
  expect(named('choices', 'checklist')).toEqual([t('forms.point'), t('forms.points'), t('forms.essential'), '']);
  expect(named('steps', 'checklist')).toEqual(named('choices', 'checklist'));
  expect(named('mistakes', 'numeric')).toEqual([t('forms.expected'), t('forms.expectedAll'), t('forms.accepted'), t('forms.expectedHint')]);
  expect(named('scale', 'scale')).toEqual([t('forms.line'), t('forms.lines'), '', '']);
  expect(named('grid', '')).toEqual([t('forms.actor'), t('forms.actors'), '', '']);
  expect(named('choices', 'choice')).toEqual(named('choices', 'quiz-of-ours'));
  expect(named('choices', 'quiz-of-ours')).toEqual([t('forms.answer'), t('forms.answers'), t('forms.right'), t('forms.answerHint')]);
});

test('lines of a scale have competencies and no feedback; answers that can weigh have weights', () => {
  const kept = (form: string, type: string) => {
    const { hasFeedback, more } = listShapeOf(form, type);
    return [hasFeedback, more];
  };
  expect(kept('scale', 'scale')).toEqual([false, 'competency']);
  expect(kept('choices', 'choice')).toEqual([true, 'weight']);
  expect(kept('mistakes', 'short-text')).toEqual([true, 'weight']);
  expect(kept('choices', 'checklist')).toEqual([true, undefined]);
  expect(Object.keys(listShapeOf('steps', 'order'))).not.toContain('more');
});

test.each([
  ['pairs', { what: t('forms.pair'), numbers: [], fixed: 2, most: 3, hint: t('forms.pairHint') }],
  ['labels', { what: t('forms.label'), numbers: [1, 2], fixed: 3, most: 4, hint: t('forms.labelHint') }],
  ['comparison', { what: t('forms.row'), numbers: [], fixed: 1, most: 8, hint: t('forms.comparisonHint') }],
  ['table', { what: t('forms.row'), numbers: [], fixed: 1, most: 8 }],
])('a table of %s has its columns', (form, shape) => {
  expect(tableShapeOf(form)).toStrictEqual({ form, ...shape });
});
