// @vitest-environment happy-dom
import { unzipSync } from 'fflate';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../../build/results/report-schema.ts';
import { ReportPages } from '../../../build/studio/results/report-pages.tsx';
import type { MadeReport } from '../../../build/studio/results/reporting.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { button, draw, field, fill, icons, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { PaperPage } from '../../helpers/paper-page.ts';
import { savedFiles } from '../../helpers/saved-files.ts';
import { session, took } from '../../results/sample-report.ts';

const NAMES = [
  'bilan.html',
  'ana.html',
  'bob.html',
  'cy.html',
  'resultats.csv',
  'competences.csv',
  'preuves-indicateur-11.csv',
  'report.json',
];
const outputs = NAMES.map((name) => ({ name, text: `<p>${name}</p>` }));
const person = (name: string): Report['people'][number] => ({ name, email: '', homonym: false, sheet: `${name.toLowerCase()}.html` });
const first = session({ id: 'a', title: 'Bread', participations: [took(0), took(2, { state: 'underway' })] });
const second = session({ id: 'b', title: 'Cake', participations: [took(0), took(1), took(2, { state: 'none' })] });
let page: PaperPage;
let saved: ReturnType<typeof savedFiles>;

beforeEach(() => {
  language.value = 'en';
  page = new PaperPage();
  saved = savedFiles();
});
afterEach(async () => {
  await undraw();
  page.close();
});

function shown(sessions = [first], more: Partial<MadeReport> = {}, notes: readonly string[] = []): Promise<void> {
  const people = ['Ana', 'Bob', 'Cy'].map(person);
  const report = { format: 1, anonymous: false, downloaded: '', people, sessions, notes } as Report;
  return draw(h(ReportPages, { made: { report, outputs, source: 'kept', ...more }, settings: page.settings }));
}
const counts = (): readonly unknown[] =>
  [...document.querySelectorAll('dl > div')].map((one) => [
    one.className,
    wordsOf(one.querySelector('dt')),
    wordsOf(one.querySelector('dd')),
  ]);
const pages = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('nav button')];
const current = (): readonly string[] =>
  pages()
    .filter((one) => one.getAttribute('aria-current') === 'page')
    .map(wordsOf);
const shownPage = async (): Promise<unknown> => {
  await page.begin();
  return [page.sent.at(-1), page.frame?.title];
};
const expectPage = async (name: string, title: string): Promise<void> =>
  expect(await shownPage()).toEqual([{ kind: 'show', html: `<p>${name}</p>` }, title]);

describe('the people of a session', () => {
  test('are counted by state', async () => {
    await shown();
    expect(counts()).toEqual([
      ['', t('results.people', { n: 3 }), '3'],
      ['s-right', t('results.done'), '1'],
      ['s-warm', t('results.underway'), '1'],
      ['', t('results.none'), '0'],
    ]);
    expect(document.querySelector('select')).toBeNull();
  });

  test('are counted in the session that is chosen', async () => {
    await shown([first, second]);
    const choice = field<HTMLSelectElement>(/^Session/);
    expect([[...choice.options].map((one) => [one.value, wordsOf(one)]), choice.value]).toEqual([
      [
        ['0', 'Bread'],
        ['1', 'Cake'],
      ],
      '0',
    ]);
    await fill(/^Session/, '1');
    expect(counts().slice(1)).toEqual([
      ['s-right', t('results.done'), '2'],
      ['s-warm', t('results.underway'), '0'],
      ['', t('results.none'), '1'],
    ]);
    expect(wordsOf(pages()[2])).toBe(`Bob${t('results.state.done')}`);
  });

  test('are there without a session', async () => {
    await shown([]);
    expect(counts().map((one) => (one as readonly string[])[2])).toEqual(['3', '0', '0', '0']);
  });
});

describe('the pages', () => {
  test('are that of the group, and one for each person with the state', async () => {
    await shown();
    expect([document.querySelector('nav')?.getAttribute('aria-label'), pages().map(wordsOf)]).toEqual([
      t('results.pages'),
      [t('results.group'), `Ana${t('results.state.done')}`, `Bob${t('results.state.none')}`, `Cy${t('results.state.underway')}`],
    ]);
    expect(pages().map((one) => [...icons(one), one.getAttribute('type'), one.querySelector('.s-tag')?.className])).toEqual([
      ['users', 'button', undefined],
      ['user', 'button', 's-tag s-right'],
      ['user', 'button', 's-tag '],
      ['user', 'button', 's-tag s-warm'],
    ]);
    expect(current()).toEqual([t('results.group')]);
    await expectPage('bilan.html', t('results.group'));
  });

  test('are shown one at a time', async () => {
    await shown();
    await press(/^Bob/);
    expect(current()).toEqual([`Bob${t('results.state.none')}`]);
    await expectPage('bob.html', t('results.sheet', { name: 'Bob' }));
    await press(t('results.group'));
    expect(current()).toEqual([t('results.group')]);
    await expectPage('bilan.html', t('results.group'));
  });

  test('begin with the first if there is none of the group', async () => {
    await shown([first], { outputs: outputs.slice(1) });
    expect(current()).toEqual([`Ana${t('results.state.done')}`]);
    await expectPage('ana.html', t('results.sheet', { name: 'Ana' }));
  });

  test('are none in an empty report', async () => {
    await shown([first], { outputs: [] });
    expect([page.frame, current()]).toEqual([null, [t('results.group')]]);
  });
});

describe('a link in a page', () => {
  const follow = async (href: string): Promise<readonly string[]> => {
    await page.send({ kind: 'link', href });
    return current();
  };

  test('leads to another page, whatever stands behind its name', async () => {
    await shown();
    await page.begin();
    expect(await follow('ana.html')).toEqual([`Ana${t('results.state.done')}`]);
    await page.begin();
    expect(await follow('bob.html#q1')).toEqual([`Bob${t('results.state.none')}`]);
    await page.begin();
    expect(await follow('ana.html?x=1')).toEqual([`Ana${t('results.state.done')}`]);
  });

  test('leads nowhere else', async () => {
    await shown();
    await page.begin();
    const opened = vi.spyOn(HTMLAnchorElement.prototype, 'click');
    opened.mockClear();
    for (const href of ['resultats.csv', 'other.html', 'https://example.org/ana.html', 'javascript:alert(1)'])
      expect([href, await follow(href), opened.mock.calls.length]).toEqual([href, [t('results.group')], 0]);
  });

  test('writes to somebody', async () => {
    await shown();
    const opened: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      opened.push(this.href);
    });
    await page.begin();
    expect([await follow('mailto:ana@four.test?subject=Pain'), opened]).toEqual([
      [t('results.group')],
      ['mailto:ana@four.test?subject=Pain'],
    ]);
  });
});

describe('a download', () => {
  const inZip = async (): Promise<readonly string[]> => Object.keys(unzipSync((await saved[0]?.bytes()) ?? new Uint8Array()));
  const names = (): unknown => saved.map(({ name, type }) => [name, type]);

  test('of everything is one zip', async () => {
    await shown();
    await press(t('results.get.all'));
    expect([names(), await inZip()]).toEqual([[['bilan.zip', 'application/zip']], NAMES]);
    expect([button(t('results.get.all')).className, icons(document.querySelector('.s-line'))]).toEqual([
      's-button s-primary',
      ['download', 'user', 'table-2'],
    ]);
  });

  test('of the records has one for each person', async () => {
    await shown();
    await press(t('results.get.sheets'));
    expect([names(), await inZip()]).toEqual([[['releves.zip', 'application/zip']], ['ana.html', 'bob.html', 'cy.html']]);
  });

  test('is the page on screen', async () => {
    await shown();
    await press(/^Cy/);
    await press(t('results.get.page'));
    expect([names(), await saved[0]?.text()]).toEqual([[['cy.html', 'text/html']], '<p>cy.html</p>']);
  });

  test('is a table, each in its own type', async () => {
    await shown();
    const tables = [
      ['results.get.answers', 'resultats.csv', 'text/csv'],
      ['results.get.competencies', 'competences.csv', 'text/csv'],
      ['results.get.proofs', 'preuves-indicateur-11.csv', 'text/csv'],
      ['results.get.data', 'report.json', 'application/json'],
    ] as const;
    for (const [key] of tables) {
      await act(() => button(t('results.get.tables')).click());
      const entries = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
      expect(entries.map((one) => [wordsOf(one), ...icons(one)])).toEqual(tables.map(([name]) => [t(name), 'download']));
      await act(() => entries.find((one) => wordsOf(one) === t(key))?.click());
    }
    expect([names(), await saved[0]?.text()]).toEqual([tables.map(([, name, type]) => [name, type]), '<p>resultats.csv</p>']);
  });

  test('of a page that is not there is none', async () => {
    await shown([first], { outputs: [] });
    await press(t('results.get.page'));
    expect(saved).toEqual([]);
  });
});

describe('notes', () => {
  test.each([[['One.']], [['One.', 'Two.']]])('are folded, and counted: %j', async (notes) => {
    await shown([first], {}, notes);
    expect([wordsOf(document.querySelector('summary')), [...document.querySelectorAll('details li')].map(wordsOf)]).toEqual([
      t('results.notes', { n: notes.length }),
      notes,
    ]);
  });

  test('are left out if there are none', async () => {
    await shown();
    expect(document.querySelector('details')).toBeNull();
  });

  test.each(['kept', 'given', 'texts'] as const)('name the source of the questions: %s', async (source) => {
    await shown([first], { source });
    expect(wordsOf(document.body)).toContain(t(`results.source.${source}`));
  });
});
