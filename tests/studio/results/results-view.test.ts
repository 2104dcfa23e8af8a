// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReportAnswer, ReportRequest } from '../../../build/studio/engine/results-calls.ts';
import { ResultsView } from '../../../build/studio/results/results-view.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { button, buttons, drag, draw, field, give, icons, output, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';
import { PaperPage } from '../../helpers/paper-page.ts';

const REPORT = { format: 1, anonymous: false, downloaded: '', people: [], sessions: [], notes: [] } as const;
const MADE = { report: REPORT, outputs: [], source: 'kept' } as unknown as ReportAnswer;
let open: OpenStudio;
let answer: () => unknown;
let page: PaperPage;

beforeEach(async () => {
  language.value = 'en';
  page = new PaperPage();
  answer = () => MADE;
  open = await openStudio({ '1.md': '# One' }, { report: () => answer() });
  await draw(h(ResultsView, { studio: open.studio, settings: page.settings }));
});
afterEach(async () => {
  await undraw();
  page.close();
});

const file = (name: string): File => Object.defineProperty(new File(['x'], name), 'webkitRelativePath', { value: '' });
const asked = (): readonly ReportRequest[] =>
  open.asked.filter(({ name }) => name === 'report').map(({ args }) => args[0] as ReportRequest);
const given = (): readonly string[] => [...document.querySelectorAll('.s-given-file')].map(wordsOf);
const files = (): readonly (readonly string[])[] => asked().map((one) => one.files.map(({ name }) => name));

test('asks for what Moodle gives, and explains where it is', () => {
  expect([wordsOf(document.querySelector('h1')), buttons(), asked()]).toEqual([
    t('results.title'),
    [t('results.choose'), t('results.folder')],
    [],
  ]);
  expect(wordsOf(document.querySelector('.s-drop'))).toBe(
    [t('results.drop'), t('results.drop.about'), t('results.private'), t('results.choose'), t('results.folder')].join(''),
  );
  expect([...document.querySelectorAll('details[open] summary, details[open] li')].map(wordsOf)).toEqual(
    (['results.where', 'results.where.1', 'results.where.2', 'results.where.3'] as const).map((key) => t(key)),
  );
  expect([icons(), output('status'), output('alert'), document.querySelector('.s-given')]).toEqual([
    ['chart-column', 'lock'],
    [],
    [],
    null,
  ]);
  expect(
    [field(t('results.choose')), field(t('results.folder'))].map((one) => [one.multiple, one.hasAttribute('webkitdirectory')]),
  ).toEqual([
    [true, false],
    [true, true],
  ]);
});

test.each([['results.choose'], ['results.folder']] as const)('files are read by the button %s', async (key) => {
  await give([file('b.csv'), file('a.csv')], t(key));
  expect([files(), given(), document.querySelector('details')]).toEqual([[['a.csv', 'b.csv']], ['a.csv', 'b.csv'], null]);
  expect(wordsOf(document.body)).toContain(t('results.source.kept'));
});

test('files are read by a drop', async () => {
  await drag('drop', document.querySelector('.s-drop'), [file('a.csv')]);
  await settled();
  expect(files()).toEqual([['a.csv']]);
});

test('a file is removed by its own button, and all of them by one', async () => {
  await give([file('a.csv'), file('b.csv')], t('results.choose'));
  expect(document.querySelector('.s-given')?.getAttribute('aria-label')).toBe(t('results.files'));
  expect(icons(document.querySelector('.s-given'))).toEqual(['x', 'x']);
  const remove = button(t('results.remove', { name: 'a.csv' }));
  expect([remove.className, button(t('results.clear')).className]).toEqual(['s-button s-quiet s-only-icon', 's-button s-plain']);
  await press(t('results.remove', { name: 'a.csv' }));
  expect([files().at(-1), given()]).toEqual([['b.csv'], ['b.csv']]);
  await press(t('results.clear'));
  expect([given(), document.querySelector('.s-given'), document.querySelectorAll('details[open]').length, asked().length]).toEqual([
    [],
    null,
    1,
    2,
  ]);
});

test('names are left out, and come back', async () => {
  await give([file('a.csv')], t('results.choose'));
  expect([field(t('results.anonymous')).checked, field(t('results.anonymous')).type]).toEqual([false, 'checkbox']);
  field(t('results.anonymous')).click();
  await settled();
  field(t('results.anonymous')).click();
  await settled();
  expect(asked().map(({ anonymous }) => anonymous)).toEqual([false, true, false]);
  field(t('results.anonymous')).click();
  await settled();
  await press(t('results.clear'));
  await give([file('b.csv')], t('results.choose'));
  expect([field(t('results.anonymous')).checked, asked().at(-1)?.anonymous]).toEqual([true, true]);
});

test('another course begins without the files of the one before', async () => {
  await give([file('a.csv')], t('results.choose'));
  const { studio } = await openStudio({ '1.md': '# Two' }, { report: () => answer() });
  const other = h('div', null, h(ResultsView, { studio, settings: page.settings }));
  await act(() => render(other, document.body.firstElementChild as Element));
  await settled();
  expect([given(), document.querySelector('.s-given'), document.querySelectorAll('details[open]').length]).toEqual([[], null, 1]);
});

test('what is missing for a report is listed', async () => {
  answer = () => ({ errors: ['No answers.', 'No names.'] });
  await give([file('a.csv')], t('results.choose'));
  expect(output('alert')).toEqual([`${t('results.errors')}No answers.No names.`]);
  expect([
    wordsOf(document.querySelector('h2')),
    icons(document.querySelector('[role=alert]')),
    document.querySelector('.s-report'),
  ]).toEqual([t('results.errors'), ['circle-alert'], null]);
});

test('a failure is explained', async () => {
  open.studio.ask = () => Promise.reject(new Error('It burns.'));
  await give([file('a.csv')], t('results.choose'));
  expect([output('alert'), output('status')]).toEqual([[t('results.failed', { why: 'It burns.' })], []]);
});

test('reading is reported while it lasts', async () => {
  open.studio.ask = () => new Promise(() => {});
  await give([file('a.csv')], t('results.choose'));
  expect([output('status'), output('alert')]).toEqual([[t('results.reading')], []]);
});
