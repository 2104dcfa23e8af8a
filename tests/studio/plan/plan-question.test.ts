// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlanPane } from '../../../build/studio/plan/plan-pane.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { button, buttons, draw, field, fill, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

const PATH = 'modules/four/pain.md';
const TEXT = '# Un {#un}\n\n:::choice{#sel}\nDu sel ?\n\n- [x] Oui\n:::\n\n# Deux {#deux}\n\nTexte.\n';
let open: OpenStudio;
const dialog = (selector: string): string => wordsOf(document.querySelector(`dialog ${selector}`));
const text = (): string => open.studio.project.text(PATH) ?? '';

beforeEach(async () => {
  language.value = 'en';
  open = await openStudio({ 'pain.md': TEXT }, { types: () => [] });
  await draw(h(PlanPane, { studio: open.studio, path: PATH }));
});
afterEach(undraw);

test('a page is added at the end, with a title', async () => {
  await press(t('plan.add'));
  expect([dialog('h2'), dialog('small'), field(t('plan.title')).value, button(t('plan.create')).disabled]).toEqual([
    t('plan.add'),
    t('plan.add.hint'),
    '',
    true,
  ]);
  await fill(t('plan.title'), '  La mie ');
  await press(t('plan.create'));
  expect(text()).toBe(`${TEXT}\n# La mie {#la-mie}\n\n${t('plan.lead')}\n`);
  expect(document.querySelector('dialog')).toBeNull();
  expect(wordsOf(document.querySelector('.s-plan-sum'))).toContain(t('plan.pages', { n: 3 }));
});

test('giving up adds nothing; neither does a title of spaces', async () => {
  await press(t('plan.add'));
  await fill(t('plan.title'), '  ');
  document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
  await settled();
  expect([text(), document.querySelector('dialog') !== null]).toEqual([TEXT, true]);
  await press(t('cancel'));
  expect([text(), document.querySelector('dialog')]).toEqual([TEXT, null]);
});

/** Chooses a command in the menu of a row. */
async function command(row: string, name: string): Promise<void> {
  await press(row);
  const item = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => wordsOf(one).startsWith(name));
  if (!item) throw new Error(`No « ${name} » among ${buttons().join(' | ')}`);
  item.click();
  await settled();
}

test('a page gets another title, and keeps its id', async () => {
  await command(t('plan.menu', { name: 'Deux' }), t('plan.rename'));
  expect([dialog('h2'), dialog('small'), field(t('plan.title')).value]).toEqual([t('plan.rename'), t('plan.rename.hint'), 'Deux']);
  await fill(t('plan.title'), 'Trois');
  await press(t('plan.save'));
  expect(text()).toBe(TEXT.replace('# Deux', '# Trois'));
});

test('a page is removed after a question, and comes back', async () => {
  await command(t('plan.menu', { name: 'Un' }), t('plan.remove'));
  expect([dialog('h2'), dialog('p')]).toEqual([t('plan.removePage', { name: 'Un' }), t('plan.removePage.text', { n: 1 })]);
  await press(t('cancel'));
  expect([text(), document.querySelector('dialog')]).toEqual([TEXT, null]);
  await command(t('plan.menu', { name: 'Un' }), t('plan.remove'));
  await press(t('plan.remove'));
  expect([text().includes('{#un}'), output('status')]).toEqual([false, [t('plan.removed', { name: 'Un' })]]);
  await press(t('plan.undo'));
  expect([text(), output('status'), buttons().includes(t('plan.undo'))]).toEqual([TEXT, [], false]);
});

test('an activity is removed after a question of its own', async () => {
  await command(t('plan.menu', { name: 'Du sel ?' }), t('plan.remove'));
  expect([dialog('h2'), dialog('p')]).toEqual([t('plan.removePart', { name: 'Du sel ?' }), t('plan.removePart.text')]);
  await press(t('plan.remove'));
  expect([text().includes('{#sel}'), text().includes('{#un}'), document.querySelector('dialog')]).toEqual([false, true, null]);
});
