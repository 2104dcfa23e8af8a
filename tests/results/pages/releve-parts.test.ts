// @vitest-environment happy-dom
import { reports } from 'virtual:cartable-papers';
import { expect, test } from 'vitest';
import { relevePage } from '../../../build/results/pages/releve.ts';
import type { ReportSession } from '../../../build/results/report-schema.ts';
import { reportStrings } from '../../../build/results/strings.ts';
import { asked, keyWords, report, session, took } from '../sample-report.ts';

const words = { ...keyWords, texts: Object.fromEntries(Object.keys(reportStrings('fr').texts).map((key) => [key, `[${key}]`])) };
const given = (id: string, verdict: 'right' | 'wrong' | 'none', more: object = {}) => ({
  ...{ id, words: `${id}!`, raw: 'a', verdict, rightWords: '', cut: false },
  ...more,
});

const FULL = session({
  questions: [asked('sel'), asked('mot', { kind: 'text', page: 'Cuire' }), asked('eau', { page: 'Ailleurs', competencies: ['lire'] })],
  competencies: [
    { id: 'c4-3', title: 'Pétrir', questions: 4, answered: 3, right: 2 },
    { id: 'lire', title: 'Lire', questions: 1, answered: 0, right: 0 },
  ],
  beforeAfter: [{ before: 'avant', after: 'apres', text: 'Peser C4.3', levels: ['Non', 'Oui'], moves: [{ from: 0, to: 1, n: 1 }] }],
  participations: [
    took(1),
    took(0, {
      ...{ declaredMinutes: 5, donePages: [0], seconds: 60, first: '2026-01-01', last: '2026-01-02', score: 0, attempts: 2, attempt: 1 },
      answers: [
        given('sel', 'right'),
        given('mot', 'none', { cut: true }),
        given('eau', 'wrong', { words: 'a | b | d', rightWords: 'c' }),
        given('avant', 'none', { words: 'Non' }),
        given('apres', 'none', { words: 'Oui' }),
      ],
      competencies: [
        { id: 'c4-3', answered: 1, right: 1 },
        { id: 'lire', answered: 0, right: 0 },
      ],
      old: [{ id: 'vieux', raw: 'x' }],
    }),
  ],
});

/** Texts of the elements of somebody's page. */
function open(...sessions: ReportSession[]): (selector: string) => string[] {
  const page = new DOMParser().parseFromString(relevePage(report(sessions), 0, words), 'text/html');
  const textOf = (one: Element): string => (one.textContent ?? '').replace(/\s+/g, ' ').trim();
  return (selector) =>
    [...page.querySelectorAll(selector)].map((one) => (one.tagName === 'TR' ? [...one.children].map(textOf).join(' | ') : textOf(one)));
}

test('a session has its facts, in their order', () => {
  const found = open(FULL);
  expect(found('.lead')).toEqual(['Inès Moreau releve.done title=quote text=Le fournil']);
  expect(found('dl > div')).toEqual([
    'releve.firstle 2026-01-01',
    'releve.lastle 2026-01-02',
    'releve.declaredreleve.declared.value n=5 pages=1 all=2',
    'releve.measured60 s',
    'releve.addressp0+x@a.org',
    'releve.statestate.done',
    'releve.score0 %',
    'releve.attemptsreleve.attempts.value n=2 best=1',
    'releve.worksreleve.works.value n=1 all=1',
    'releve.helpreleve.help.value',
  ]);
});

test('competencies, pages with a total, and answers have a row each', () => {
  expect(open(FULL)('tbody tr')).toEqual([
    'C4.3 Pétrir | 1, 2 | outOf n=1 all=1comp.tooFew | Non → Oui | releve.textCount n=1',
    'lire Lire | none | outOf n=0 all=1 |  | none',
    '1. Pétrir | minutes n=5 | outOf n=1 all=1 | none',
    '2. Cuire | notYet | none | 1',
    '[releve_did_all] | minutes n=5 | outOf n=1 all=2 | 1',
    '1 | sel ? | sel! | verdict.right',
    ' | eau ? | a b d✓ c | verdict.wrong',
  ]);
});

test('right and wrong answers look different, others have no mark', () => {
  const answers = [given('sel', 'right'), given('eau', 'wrong'), given('avis', 'none')];
  const one = session({ questions: [asked('sel'), asked('eau'), asked('avis')], participations: [took(0, { answers })] });
  const page = new DOMParser().parseFromString(relevePage(report([one]), 0, words), 'text/html');
  expect([...page.querySelectorAll('.tag')].map(({ className, textContent }) => [className.trim(), textContent])).toEqual([
    ['tag ok', 'verdict.right'],
    ['tag no', 'verdict.wrong'],
    ['tag', 'verdict.none'],
  ]);
});

test('texts, marked if they are cut, and what no codebook explains', () => {
  const found = open(FULL);
  expect(found('.returned h3')).toEqual(['releve.page.number n=2 mot ?']);
  expect(found('.returned p')).toEqual(['mot!', expect.stringMatching(/^\[.+\]$/)]);
  expect(found('.lines li')).toEqual(['vieux x']);
  expect(open(session({ ...FULL, participations: [took(0, { answers: [given('mot', 'none')] })] }))('.returned p')).toEqual(['mot!']);
});

test('columns of levels and of minutes are there only where there are some', () => {
  const heads = (more: Partial<ReportSession>): number[] => {
    const found = open({ ...FULL, ...more });
    return [1, 2].map((at) => found(`section:nth-of-type(${at}) thead th`).length);
  };
  const pages = ['Pétrir', 'Cuire'].map((title) => ({ title, minutes: 0 }));
  expect([heads({}), heads({ beforeAfter: [] }), heads({ pages })]).toEqual([
    [5, 4],
    [4, 4],
    [5, 4],
  ]);
  expect(open({ ...FULL, pages })('dl > div')[2]).toBe('releve.donePartsreleve.declared.pages n=5 pages=1 all=2');
});

test('a person has each session of theirs, in the order of the report', () => {
  const other = session({ title: 'La vente', participations: [took(0, { state: 'none', basis: 'answers' })] });
  const found = open(FULL, session({ title: 'Ailleurs', participations: [took(1)] }), other);
  expect(found('.lead')).toEqual([
    'Inès Moreau releve.done title=quote text=Le fournil',
    'Inès Moreau releve.none title=quote text=La vente',
  ]);
  expect(found('article:last-of-type dl > div')).toContain('releve.worksreleve.works.none all=0');
});

test('a version is shown by the beginning of its digest, a time of 0 as it is', () => {
  const found = open(session({ versions: ['x', '0123456789abcdef'], participations: [took(0, { seconds: 0 })] }));
  expect(found('dl > div')).toEqual(expect.arrayContaining(['releve.version01234567', 'releve.measured0 s']));
});

test('a page with several questions of a competency is named once; a text may be on none of them', () => {
  const questions = [asked('sel'), asked('eau'), asked('mot', { kind: 'text', page: 'Ailleurs' })];
  const competencies = [{ id: 'c4-3', title: 'Pétrir', questions: 2, answered: 2, right: 1 }];
  const answers = [given('sel', 'right'), given('eau', 'wrong'), given('mot', 'none')];
  const found = open(session({ questions, competencies, participations: [took(0, { answers })] }));
  expect(found('tbody tr')[0]).toBe('C4.3 Pétrir | 1 | outOf n=1 all=2 | releve.textCount n=1');
  expect(found('.returned h3')).toEqual(['mot ?']);
});

test('only the page’s own script and style run', () => {
  const page = new DOMParser().parseFromString(relevePage(report([FULL]), 0, words), 'text/html');
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(reports.policy);
  expect(reports.policy).toMatch(/default-src 'none'.*script-src 'sha256-/);
});

test('the page carries its style and its script', () => {
  const html = relevePage(report([FULL]), 0, words);
  expect([html.includes(`<style>${reports.css}</style>`), html.includes(`<script>${reports.script}</script>`)]).toEqual([true, true]);
});
