import { beforeEach, describe, expect, test } from 'vitest';
import { PlanCommands } from '../../../build/studio/plan/plan-commands.ts';
import { type PlanPage, type PlanPart, planOf } from '../../../build/studio/plan/plan-items.ts';
import { isPage, labelOf, nameOf, PlanRows } from '../../../build/studio/plan/plan-state.ts';
import { t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const PATH = 'modules/four/pain.md';
const part = (id: string): string => `:::choice{#${id}}\nDu ${id} ?\n\n- [x] Oui\n:::\n\n`;
const TEXT = `---\nid: pain\n---\n\n# Un {#un}\n\n${part('sel')}${part('levain')}# Deux {#deux}\n\n${part('eau')}`;

let studio: Studio;
let rows: PlanRows;

beforeEach(async () => {
  ({ studio } = await openStudio({ 'pain.md': TEXT }));
  rows = new PlanRows(studio, PATH, new PlanCommands(studio, PATH));
});

const pages = (): readonly PlanPage[] => planOf(studio.project.text(PATH) ?? '', { course: null, problems: [], types: [] });
function page(at: number): PlanPage {
  const found = pages()[at];
  if (!found) throw new Error('There is no such page.');
  return found;
}
function partOf(at: number, index: number): PlanPart {
  const found = page(at).parts[index];
  if (!found) throw new Error('There is no such part.');
  return found;
}
const ids = (): readonly string[] => [...(studio.project.text(PATH) ?? '').matchAll(/\{#(\w+)\}/g)].map(([, id = '']) => id);

test('a row is known by its title, else by its type', () => {
  expect([isPage(page(0)), isPage(partOf(0, 0)), nameOf(page(0)), nameOf(partOf(0, 0))]).toEqual([true, false, 'Un', 'Du sel ?']);
  expect([nameOf({ ...page(0), title: '' }), nameOf({ ...partOf(0, 0), title: '', label: 'Question' })]).toEqual([
    t('plan.untitled'),
    'Question',
  ]);
  expect([labelOf({ ...partOf(0, 0), label: '' }), labelOf({ ...partOf(0, 0), type: 'trainer' })]).toEqual(['choice', t('plan.trainer')]);
});

test('the page of the cursor is open, the first one with the settings before it; by hand, others are', () => {
  expect([rows.isOpen(page(0)), rows.isOpen(page(1))]).toEqual([true, false]);
  studio.cursor.value = { path: PATH, line: page(1).line };
  expect([rows.isOpen(page(0)), rows.isOpen(page(1)), rows.isCurrent(partOf(1, 0))]).toEqual([false, true, false]);
  studio.cursor.value = { path: PATH, line: partOf(1, 0).lastLine };
  expect([rows.isCurrent(partOf(1, 0)), rows.isCurrent(page(0))]).toEqual([true, false]);
  studio.cursor.value = { path: 'modules/four/other.md', line: page(1).line };
  expect([rows.isCurrent(page(0)), rows.isCurrent(page(1))]).toEqual([true, false]);
  rows.toggle(page(0));
  rows.toggle(page(1));
  expect([rows.isOpen(page(0)), rows.isOpen(page(1))]).toEqual([false, true]);
  rows.toggle(page(1));
  expect(rows.isOpen(page(1))).toBe(false);
});

test('a row is the current one from its first line to its last', () => {
  const isCurrent = (item: PlanPage | PlanPart, line: number): boolean => {
    studio.cursor.value = { path: PATH, line };
    return rows.isCurrent(item);
  };
  for (const item of [page(1), partOf(0, 1)]) {
    const { line, lastLine } = item;
    expect([line - 1, line, lastLine, lastLine + 1].map((at) => isCurrent(item, at))).toEqual([false, true, true, false]);
  }
});

test('going to a page opens it; going to a part shows its line', () => {
  rows.goTo(page(1));
  expect([rows.opened.value.get(page(1).key), studio.cursor.value]).toEqual([true, { path: PATH, line: page(1).line, isPicked: true }]);
  rows.goTo(partOf(0, 1));
  expect([rows.opened.value.size, studio.cursor.value?.line]).toEqual([1, partOf(0, 1).line]);
});

test('a step moves a row, announces it, and keeps the focus; at the end nothing moves', () => {
  rows.step(partOf(0, 0), 'down');
  expect([ids(), rows.focused.value, rows.commands.note.value?.text]).toEqual([
    ['un', 'levain', 'sel', 'deux', 'eau'],
    'sel',
    t('plan.movedDown', { name: 'Du sel ?' }),
  ]);
  rows.focused.value = null;
  rows.step(page(0), 'up');
  expect([ids()[0], rows.focused.value]).toEqual(['un', null]);
  rows.step(page(1), 'up');
  expect([ids()[0], rows.commands.note.value?.text]).toEqual(['deux', t('plan.movedUp', { name: 'Deux' })]);
});

describe('what is dragged', () => {
  test('goes before or after a row of its kind, and a part into a page', () => {
    rows.dragged.value = partOf(0, 0);
    expect([rows.aim(partOf(1, 0), true), rows.goal.value]).toEqual([true, { key: 'eau', side: 'before' }]);
    expect([rows.aim(partOf(1, 0), false), rows.goal.value]).toEqual([true, { key: 'eau', side: 'after' }]);
    expect([rows.aim(partOf(0, 1), false), rows.goal.value]).toEqual([true, { key: 'levain', side: 'after' }]);
    expect([rows.aim(page(1), true), rows.goal.value]).toEqual([true, { key: 'deux', side: 'inside' }]);
    rows.dragged.value = page(0);
    expect([rows.aim(page(1), false), rows.goal.value]).toEqual([true, { key: 'deux', side: 'after' }]);
  });

  test('goes neither onto itself nor, as a page, onto a part', () => {
    expect(rows.aim(page(0), true)).toBe(false);
    rows.dragged.value = page(0);
    expect([rows.aim(page(0), true), rows.aim(partOf(1, 0), true), rows.goal.value]).toEqual([false, false, null]);
  });

  test('moves when it is dropped, and not without a place', () => {
    rows.dragged.value = partOf(0, 0);
    rows.aim(partOf(1, 0), false);
    rows.drop(partOf(1, 0));
    expect([ids(), rows.dragged.value, rows.goal.value]).toEqual([['un', 'levain', 'deux', 'eau', 'sel'], null, null]);
    expect(rows.commands.note.value?.text).toBe(t('plan.moved', { name: 'Du sel ?' }));
    rows.dragged.value = partOf(1, 1);
    rows.aim(partOf(1, 0), true);
    rows.drop(partOf(1, 0));
    expect(ids()).toEqual(['un', 'levain', 'deux', 'sel', 'eau']);
    rows.dragged.value = partOf(0, 0);
    rows.drop(partOf(1, 0));
    expect(ids()).toEqual(['un', 'levain', 'deux', 'sel', 'eau']);
  });
});
