// @vitest-environment happy-dom
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SaidRemark, TakenFile } from '../../../build/studio/engine/exchange-calls.ts';
import { Importing, type TakenFiles } from '../../../build/studio/import/importing.ts';
import { TakenPreview } from '../../../build/studio/import/taken-preview.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { draw, field, fill, press, undraw, wordsOf } from '../../helpers/drawn.ts';

language.value = 'en';
const FILE = {
  kind: 'gift',
  found: 3,
  made: 2,
  session: '',
  remarks: [],
  pictures: [],
  paths: [],
  report: '# Pain',
  reportName: 'pain.md',
};
const fileOf = (more: Partial<TakenFile> = {}): TakenFile => ({ ...FILE, name: 'pain.gift', ...more });
const remark = (level: SaidRemark['level'], line: number, message: string, text = '', place: SaidRemark['place'] = 'line'): SaidRemark => ({
  level,
  line,
  place,
  message,
  text,
  id: '',
});
const picture = (name: string) => ({ path: 'modules/four/pain.md', picture: `modules/four/assets/${name}`, written: '' });

/** Addresses of pictures and downloads: content and type of each; and those that were freed. */
let made: Blob[];
let freed: string[];
let work: Importing;

beforeEach(() => {
  [made, freed] = [[], []];
  work = new Importing({ take: () => Promise.reject(new Error('not asked')) }, false);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void freed.push(address));
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
});
const shown = (taken: readonly TakenFile[], files: TakenFiles['files'] = new Map()): Promise<void> =>
  draw(h(TakenPreview, { work, made: { taken, files } }));
const folds = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>('section details')];

test('each file has what was found in it; without remarks nothing is lost', async () => {
  await shown([
    fileOf({ remarks: [remark('note', 1, 'x')] }),
    fileOf({ name: 'sel.gift', found: 1, made: 1 }),
    fileOf({ name: 'a.md', found: 0 }),
  ]);
  expect(
    [...document.querySelectorAll('section')].map((one) => [wordsOf(one.querySelector('h3')), wordsOf(one.querySelector('p'))]),
  ).toEqual([
    ['pain.gift', t('import.found', { n: 3, made: 2 })],
    ['sel.gift', `${t('import.found', { n: 1, made: 1 })} ${t('import.nothing')}`],
    ['a.md', `${t('import.found.none')} ${t('import.nothing')}`],
  ]);
  expect(document.querySelector('fieldset')).toBeNull();
});

test('remarks are grouped by how serious they are, in the order of their lines', async () => {
  const remarks = [
    remark('note', 9, 'Neuf.'),
    remark('lost', 0, 'Perdu.'),
    remark('refused', 7, 'Sept.', 'A = B', 'question'),
    remark('review', 4, 'Quatre.', '', 'paragraph'),
    remark('refused', 2, 'Deux.'),
  ];
  await shown([fileOf({ remarks })]);
  expect(folds().map((one) => [wordsOf(one.querySelector('summary')), one.open])).toEqual([
    [`${t('import.level.refused')} · 2`, true],
    [`${t('import.level.review')} · 1`, false],
    [`${t('import.level.lost')} · 1`, false],
    [`${t('import.level.note')} · 1`, false],
  ]);
  expect(folds().map((one) => [...one.querySelectorAll('li')].map(wordsOf))).toEqual([
    [`${t('import.line', { line: 2 })} Deux.`, `${t('import.question', { line: 7 })} Sept.A = B`],
    [`${t('import.paragraph', { line: 4 })} Quatre.`],
    ['Perdu.'],
    [`${t('import.line', { line: 9 })} Neuf.`],
  ]);
  expect([...document.querySelectorAll('pre')].map((one) => one.textContent)).toEqual(['A = B']);
  expect(folds().map((one) => one.querySelector('.s-tag')?.className.trim())).toEqual([
    's-tag s-wrong',
    's-tag s-warm',
    's-tag s-warm',
    's-tag',
  ]);
});

test('the report is saved as a file', async () => {
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await shown([fileOf()]);
  await press(t('import.report'));
  expect([
    click.mock.contexts.map((one) => (one as HTMLAnchorElement).download),
    made.map(({ type }) => type),
    await made[0]?.text(),
  ]).toEqual([['pain.md'], ['text/markdown'], '# Pain']);
});

test('pictures without a description are shown once, with a field for it', async () => {
  const files = new Map<string, string | Uint8Array<ArrayBuffer>>([
    ['modules/four/assets/a.png', Uint8Array.of(1)],
    ['modules/four/assets/b.svg', '<svg/>'],
  ]);
  work.describe('modules/four/assets/b.svg', 'Un four');
  await shown(
    [fileOf({ pictures: [picture('a.png'), picture('b.svg')] }), fileOf({ name: 'x', pictures: [picture('a.png'), picture('c.png')] })],
    files,
  );
  const [set] = document.querySelectorAll('fieldset');
  expect(wordsOf(set?.querySelector('legend'))).toBe(t('import.pictures', { n: 3 }));
  expect(wordsOf(set?.querySelector('p'))).toBe(t('import.picture.about'));
  expect([...(set?.querySelectorAll('label') ?? [])].map((one) => [wordsOf(one), one.querySelector('input')?.value])).toEqual([
    [t('import.picture', { name: 'a.png' }), ''],
    [t('import.picture', { name: 'b.svg' }), 'Un four'],
    [t('import.picture', { name: 'c.png' }), ''],
  ]);
  expect([...(set?.querySelectorAll('img') ?? [])].map((one) => [one.getAttribute('src'), one.getAttribute('alt')])).toEqual([
    ['blob:1', ''],
    ['blob:2', ''],
  ]);
  expect(made.map(({ type, size }) => [type, size])).toEqual([
    ['', 1],
    ['image/svg+xml', 6],
  ]);
  await fill(t('import.picture', { name: 'c.png' }), 'Un pain');
  expect([work.described.value.get('modules/four/assets/c.png'), field(t('import.picture', { name: 'c.png' })).value]).toEqual([
    'Un pain',
    'Un pain',
  ]);
  expect(made.length).toBe(2);
});

test('the address of a picture is freed once it is loaded', async () => {
  await shown([fileOf({ pictures: [picture('a.png')] })], new Map([['modules/four/assets/a.png', 'x']]));
  await act(() => void document.querySelector('img')?.dispatchEvent(new Event('load')));
  expect(freed).toEqual(['blob:1']);
});

test('the files that would be written are listed', async () => {
  await shown([fileOf()], new Map(['modules/four/pain.md', 'modules/four/course.yaml'].map((path) => [path, 'x'])));
  const fold = [...document.querySelectorAll('details')].at(-1);
  expect([wordsOf(fold?.querySelector('summary')), fold?.open]).toEqual([t('import.writes'), false]);
  expect([...(fold?.querySelectorAll('li > code') ?? [])].map(wordsOf)).toEqual(['modules/four/pain.md', 'modules/four/course.yaml']);
});
