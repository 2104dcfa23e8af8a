// @vitest-environment happy-dom
import { reports } from 'virtual:cartable-papers';
import { expect, test } from 'vitest';
import { bilanPage } from '../../../build/results/pages/bilan.ts';
import type { Report } from '../../../build/results/report-schema.ts';
import { asked, keyWords, report, session, took } from '../sample-report.ts';

const given = (id: string, words: string) => ({ id, words, raw: words, verdict: 'right' as const, rightWords: '', cut: false });
const FULL = session({
  cohort: 'Nord',
  minutes: 20,
  pass: 60,
  versions: ['0123456789abcdef01', 'fedcba98765432100'],
  questions: [asked('sel', { answered: 1, right: 1 }), asked('mot', { kind: 'text', answered: 1 })],
  competencies: [{ id: 'c4-3', title: 'Pétrir', questions: 1, answered: 1, right: 1 }],
  beforeAfter: [{ before: 'avant', after: 'apres', text: 'Peser', levels: ['Non', 'Oui'], moves: [{ from: 0, to: 1, n: 1 }] }],
  participations: [
    took(0, {
      last: '2026-01-02',
      answers: [given('sel', 'Oui'), given('mot', 'Du pain')],
      competencies: [{ id: 'c4-3', answered: 1, right: 1 }],
    }),
    took(1, { state: 'underway', why: 'stopped', last: '2026-02-03', seconds: 60, old: [{ id: 'vieux', raw: 'a' }] }),
    took(2, { state: 'none', why: 'unopened' }),
  ],
});

function open(one: Report): (selector: string) => string[] {
  const page = new DOMParser().parseFromString(bilanPage(one, keyWords), 'text/html');
  return (selector) => [...page.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
}

test('a session has its facts, its people by state, and a row for each of them', () => {
  const texts = open(report([FULL], { downloaded: '2026-03-04' }));
  expect(texts('dl.facts div')).toEqual([
    'fact.courseLe pain, École',
    'fact.cohortNord',
    'fact.versionfedcba98',
    'fact.downloadedle 2026-03-04',
    'fact.latestle 2026-02-03',
    'fact.minutesminutes n=20',
    'fact.pass60 %',
  ]);
  expect(texts('.strip > div > .lab')).toEqual(['bilan.done n=1', 'bilan.underway n=1', 'bilan.unopened n=1']);
  expect(texts('h1')).toEqual(['Le fournil']);
  expect(texts('p.wide')).toEqual(['bilan.people n=3']);
  expect(texts('#people-h')).toEqual(['people.title n=3']);
  expect(texts('#people tbody tr')).toEqual([
    'Inès Moreau● state.doneoutOf n=0 all=2none1le 2026-01-02',
    'Marc◐ state.underwayoutOf n=0 all=2none0le 2026-02-03',
    'Noor de la Cour○ state.nonenonenonenonenever',
  ]);
});

test('the latest visit is the last of the dates that are understood, whatever their order', () => {
  const lasts = ['2026-01-02', '2026-02-03', '2026-01-04', 'samedi'];
  const texts = open(report([session({ participations: lasts.map((last, index) => took(index % 3, { last })) })]));
  expect(texts('dl.facts div').filter((text) => text.startsWith('fact.latest'))).toEqual(['fact.latestle 2026-02-03']);
});

test('each part of a session is there', () => {
  const texts = open(report([FULL]));
  expect(texts('section').map((text) => text.slice(0, 43))).toEqual([
    'remind.title n=2 Noor de la Courwhy.unopene',
    'hard.title n=1',
    '1. Pétrir sel ? all.answered n=1 Choix · re',
    'mot ? releve.page.number n=1 · C4.3 mot ? o',
    'comp.about C4.3 Pétrir comp.few n=1 Inès Mo',
    'before.about n=1 NonOui Peser 12 11 before.',
    'time.declared n=20 Inès Moreau ? time.unkno',
    'people.title n=3 Inès Moreau● state.doneout',
    'sources.completionsources.attemptssources.q',
  ]);
});

test('the sources are listed in their order', () => {
  expect(open(report([FULL], { notes: ['Une note.'] }))('#sources li')).toEqual([
    'sources.completion',
    'sources.attempts',
    'sources.questions',
    'sources.versions list=0123456789abcdef, fedcba9876543210',
    'Une note.',
    'sources.private',
    'Marc · vieux · a',
  ]);
  const people = report().people.map((who, index) => ({ ...who, homonym: index < 2 }));
  const one = session({ hasCompletion: false, outside: ['Sacha', 'Zoé'] });
  expect(open(report([one], { people, anonymous: true }))('#sources li')).toEqual([
    'sources.details',
    'sources.attempts',
    'sources.questions',
    'sources.outside names=Sacha, Zoé',
    'sources.homonyms names=Inès Moreau (p0+x@a.org), Marc',
    'sources.anonymous',
  ]);
});

test('one minute, and one person outside, are shown too', () => {
  const texts = open(report([session({ minutes: 1, pass: 0, outside: ['Zoé'] })]));
  expect(texts('dl.facts div')).toEqual(['fact.courseLe pain, École', 'fact.minutesminutes n=1', 'fact.pass0 %']);
  expect(texts('#sources li')).toContain('sources.outside names=Zoé');
});

test('a session counts its own people, and alone it has no table of contents', () => {
  const texts = open(report([session({ participations: [took(1)] })]));
  expect([texts('p.wide'), texts('#people-h')]).toEqual([['bilan.people n=1'], ['people.title n=1']]);
  expect(texts('header:not(.session) a')).toEqual([]);
});

test('several sessions have a table of contents, and parts with ids of their own', () => {
  const page = new DOMParser().parseFromString(bilanPage(report([session(), session({ title: 'La vente' })]), keyWords), 'text/html');
  expect([...page.querySelectorAll('header:not(.session) a')].map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
    ['#session', 'Le fournil'],
    ['#s2-session', 'La vente'],
  ]);
  expect([...page.querySelectorAll('section')].map(({ id }) => id)).toEqual(
    ['', 's2-'].flatMap((of) => ['remind', 'hard', 'all', 'open', 'people', 'sources'].map((part) => of + part)),
  );
});

test('the page carries its style and its script, in the language of the report', () => {
  const html = bilanPage(report([session()]), keyWords);
  expect(html).toContain('<html lang="fr">');
  expect([html.includes(`<style>${reports.css}</style>`), html.includes(`<script>${reports.script}</script>`)]).toEqual([true, true]);
  expect([reports.css.length > 1000, reports.script.length > 500]).toEqual([true, true]);
});
