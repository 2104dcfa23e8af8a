// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Given, GiveRequest } from '../../../build/studio/engine/exchange-calls.ts';
import { ExportForm } from '../../../build/studio/import/export-form.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { draw, field, fill, looks, output, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

language.value = 'en';
const TEXTS = {
  'course.yaml': 'id: four\n',
  'banks/pain.md': '',
  'banks/lisez.txt': '',
  'banks.md': '',
  'banks-2/eau.md': '',
  'banks/pain.md.txt': '',
  'pain.md': '',
  'banks/sel.md': '',
};
const WHAT = new RegExp(`^${t('export.what')}`);
const TO = new RegExp(`^${t('export.to')}`);

let asked: GiveRequest[];
let answer: Given;
/** Downloads, in order: name of the file, its type and content. */
let saved: (readonly [string, string, Promise<string>])[];

beforeEach(async () => {
  [asked, saved] = [[], []];
  answer = { name: 'pain.xml', text: '<quiz/>', made: 3, remarks: [] };
  let blob = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((one) => {
    blob = one as Blob;
    return 'blob:1';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push([this.download, blob.type, blob.text()]);
  });
  const give = (request: GiveRequest): Given => {
    asked.push(request);
    return answer;
  };
  const { studio } = await openStudio(TEXTS, { give: give as never });
  await draw(h(ExportForm, { studio }));
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
});
const options = (label: RegExp): [string, string][] => [...field<HTMLSelectElement>(label).options].map((one) => [one.value, wordsOf(one)]);

test('the course or one of its banks is chosen, and a format', () => {
  expect(options(WHAT)).toEqual([
    ['', t('export.course')],
    ['modules/four/banks/pain.md', 'banks/pain.md'],
    ['modules/four/banks/sel.md', 'banks/sel.md'],
  ]);
  expect(options(TO)).toEqual([
    ['moodle-xml', t('export.to.moodle-xml')],
    ['gift', t('export.to.gift')],
  ]);
  expect(wordsOf(document.querySelector('p'))).toBe(t('export.lead').replace(/\s+/g, ' '));
  expect([field(WHAT).value, field(TO).value, asked, output('status')]).toEqual(['', 'moodle-xml', [], []]);
});

test('the questions are saved as a file, and counted', async () => {
  expect(looks()).toEqual(['primary']);
  await press(t('export.do'));
  expect(asked).toEqual([{ to: 'moodle-xml', bank: '' }]);
  expect(saved.map(([name, type]) => [name, type])).toEqual([['pain.xml', 'text/plain']]);
  expect(await saved[0]?.[2]).toBe('<quiz/>');
  expect([output('status'), output('alert'), document.querySelector('details')]).toEqual([
    [t('export.done', { n: 3, name: 'pain.xml' })],
    [],
    null,
  ]);
});

test('what was chosen is asked for', async () => {
  await fill(WHAT, 'modules/four/banks/sel.md');
  await fill(TO, 'gift');
  await press(t('export.do'));
  expect([asked, field(WHAT).value, field(TO).value]).toEqual([
    [{ to: 'gift', bank: 'modules/four/banks/sel.md' }],
    'modules/four/banks/sel.md',
    'gift',
  ]);
  await fill(TO, 'moodle-xml');
  await fill(WHAT, '');
  await press(t('export.do'));
  expect(asked[1]).toEqual({ to: 'moodle-xml', bank: '' });
});

test('remarks are folded, with their number', async () => {
  answer = { name: 'a', text: 'b', made: 1, remarks: ['Sans image.', 'Sans son.'] };
  await press(t('export.do'));
  expect(wordsOf(document.querySelector('details > summary'))).toBe(t('export.remarks', { n: 2 }));
  expect([...document.querySelectorAll('details li')].map(wordsOf)).toEqual(['Sans image.', 'Sans son.']);
  answer = { name: 'a', text: 'b', made: 1, remarks: ['Sans image.'] };
  await press(t('export.do'));
  expect([...document.querySelectorAll('details')].map(wordsOf)).toEqual([`${t('export.remarks', { n: 1 })}Sans image.`]);
});

test('what prevents it is reported, and nothing is saved', async () => {
  answer = { errors: ['Une erreur.', 'Deux.'] };
  await press(t('export.do'));
  expect([saved, output('status'), output('alert')]).toEqual([[], [], ['Une erreur.Deux.']]);
});

test('an engine that fails is reported', async () => {
  const { studio } = await openStudio(TEXTS);
  await draw(h(ExportForm, { studio }));
  await press(t('export.do'));
  expect([saved, output('status'), output('alert')]).toEqual([[], [], [t('export.failed', { why: 'No give.' })]]);
  vi.spyOn(studio, 'ask').mockRejectedValue('Full.');
  await press(t('export.do'));
  expect(output('alert')).toEqual([t('export.failed', { why: 'Full.' })]);
});
