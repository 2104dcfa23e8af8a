// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/model/course/activity.ts';
import type { Tally } from '../../src/model/judging/progress.ts';
import type { ChapterState } from '../../src/model/state/state.ts';
import { linkList } from '../../src/player/progress.ts';
import { competencyWords, resultParts } from '../../src/player/results.ts';
import type { Progress } from '../../src/visit/tracker.ts';
import { activity, bakery, bakeryCourse } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';
import { speak, words, writtenResults } from './written-results.ts';

const content = bakery({ pass: 60 });

function progress(reached: ChapterState, tally: Partial<Tally>): Progress {
  const full = { right: 0, answered: 0, isHeld: true, isBelow: false, ...tally };
  return { ...overviewOf().progress(), competencies: { c1: reached }, tallies: { c1: full } };
}

const enough: Tally = { right: 4, answered: 5, isHeld: true, isBelow: false };

describe('where a competency stands', () => {
  it.each<[ChapterState, Partial<Tally>, string, string]>([
    [{ status: 'incomplete' }, {}, 'pas encore travaillée', 'not worked on yet'],
    [{ status: 'completed' }, { isHeld: false }, 'travaillée', 'worked on'],
    [{ score: 100, status: 'passed' }, { right: 1, answered: 1 }, 'pas assez de questions', 'not enough questions'],
    [{ score: 0, status: 'failed' }, { right: 0, answered: 2, isBelow: true }, 'pas assez de questions', 'not enough questions'],
    [
      { score: 75, status: 'passed' },
      { right: 3, answered: 4 },
      'seuil atteint, 3 questions sur 4',
      'threshold reached, 3 questions out of 4',
    ],
    [{ score: 30, status: 'incomplete' }, { right: 3, answered: 3 }, 'en cours, 3 questions sur 3', 'under way, 3 questions out of 3'],
    [
      { score: 25, status: 'incomplete' },
      { right: 1, answered: 4, isBelow: true },
      'à consolider, 1 question sur 4',
      'to consolidate, 1 question out of 4',
    ],
    [
      { score: 0, status: 'failed' },
      { right: 0, answered: 3, isBelow: true },
      'à consolider, 0 question sur 3',
      'to consolidate, 0 questions out of 3',
    ],
    [
      { score: 50, status: 'completed' },
      { right: 1, answered: 2, isHeld: false },
      'travaillée, 1 question sur 2',
      'worked on, 1 question out of 2',
    ],
  ])('%j with %j: %s', (reached, tally, french, english) => {
    speak('fr');
    expect(competencyWords(content, progress(reached, tally))).toEqual([['Pétrir', french]]);
    speak('en');
    expect(competencyWords(content, progress(reached, tally))).toEqual([['Pétrir', english]]);
  });

  it('has a cell for each question, a bar for many, and neither while there are not enough', () => {
    speak('fr');
    const bars = (answered: number) => {
      const parts = resultParts(content, progress({ score: 100, status: 'passed' }, { right: answered, answered }), 2, linkList);
      const found = parts.flatMap((part) => [...part.querySelectorAll('progress')]).map(({ value, hidden }) => [value, hidden]);
      return [...found, parts.flatMap((part) => [...part.querySelectorAll('.c-cell-right')]).length];
    };
    expect([2, 3, 12, 13].map(bars)).toEqual([[0], [3], [12], [[100, false], 0]]);
  });

  it('is reported once for all those with nothing to draw', () => {
    speak('fr');
    const { competencies, tallies, ...more } = progress({ score: 100, status: 'passed' }, { right: 1, answered: 1 });
    const both = { ...more, competencies: { ...competencies, c2: competencies.c1 }, tallies: { ...tallies, c2: tallies.c1 } } as Progress;
    const rows = resultParts(content, both, 2, linkList).flatMap((part) => [...part.querySelectorAll('b')]);
    expect(rows.map(({ parentElement }) => parentElement?.textContent)).toEqual(['Pas assez de questions Pétrir\u202f; Vendre']);
    const drawn = { competencies: { ...competencies, c2: { score: 80, status: 'passed' } }, tallies: { ...tallies, c2: enough } };
    const mixed = resultParts(content, { ...more, ...drawn } as Progress, 2, linkList);
    expect(mixed.flatMap((part) => part.textContent?.match(/Vendre/g) ?? [])).toEqual(['Vendre']);
  });

  it('is left out where the progress has no result or no count', () => {
    const { competencies, tallies, ...more } = progress({ score: 100, status: 'passed' }, enough);
    expect(competencyWords(content, { ...more, competencies, tallies: {} })).toEqual([]);
    expect(competencyWords(content, { ...more, competencies: {}, tallies })).toEqual([]);
  });
});

describe('the results in a page', () => {
  const parts = (more: Partial<Progress>, own: Parameters<typeof bakery>[0] = { pass: 60 }): HTMLElement => {
    const host = document.createElement('div');
    host.append(
      ...resultParts(bakery(own), { ...progress({ score: 75, status: 'passed' }, { right: 3, answered: 4 }), ...more }, 3, linkList),
    );
    return host;
  };

  it('have headings of the level that is asked for, and the rule for competencies below them', () => {
    speak('fr');
    const host = parts({});
    expect([...host.querySelectorAll('h3')].map(({ textContent }) => textContent)).toContain(words('results.competencies'));
    expect(host.querySelector('h2')).toBeNull();
    expect(parts({ score: 75 }).querySelector('.c-ring')?.textContent).toContain('75');
    expect(host.querySelector('.c-hint')?.textContent).toBe(words('results.legend.pass').replace('{pass}', '60'));
    expect(parts({}, {}).querySelector('.c-hint')?.textContent).toBe(words('results.legend'));
    const strict = parts({}, { completion: 'score' });
    expect(strict.querySelector('.c-hint')?.textContent).toBe(words('results.legend.pass').replace('{pass}', '100'));
  });

  it('say nothing of competencies where none was worked on, and list what is left', () => {
    speak('fr');
    const host = parts({ competencies: {}, tallies: {}, left: ['levain'] });
    expect(host.querySelector('.c-hint')).toBeNull();
    expect([...host.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([words('left')]);
    expect(host.querySelectorAll('a[href]').length).toBeGreaterThan(0);
    expect(parts({ left: [] }).textContent).not.toContain(words('left'));
  });

  it('have a row for each chapter, before the competencies', () => {
    speak('fr');
    const host = document.createElement('div');
    host.append(...resultParts(bakeryCourse(), { ...progress({ status: 'completed' }, {}), left: [] }, 2, linkList));
    expect([...host.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      words('results.chapters'),
      words('results.competencies'),
    ]);
    expect(host.querySelector('.c-bars')?.textContent).toContain('Un matin au comptoir');
    const small = resultParts(bakeryCourse(), { ...progress({ status: 'completed' }, {}), left: ['levain'] }, 4, linkList);
    expect(small.flatMap(({ localName, textContent }) => (/^h\d/.test(localName) ? [[localName, textContent]] : []))).toEqual(
      ['results.chapters', 'results.competencies', 'left'].map((key) => ['h4', words(key)]),
    );
  });
});

describe('the view of the results', () => {
  const view = writtenResults;
  const missed = (host: HTMLElement): string[] => [...host.querySelectorAll('.c-missed a')].map((link) => link.getAttribute('href') ?? '');
  const go = (host: HTMLElement): string | null | undefined => host.querySelector('a.c-button-main')?.getAttribute('href');
  const headings = (host: HTMLElement): string[] => [...host.querySelectorAll('h2')].map(({ textContent }) => textContent ?? '');

  it('lists what was wrong or partly right, page by page, and nothing withheld or without an answer', () => {
    const outcomes = { levain: 'wrong', gestes: 'partly', recette: 'done', bilan: 'right', 'q-prix': 'wrong', 'q-pain': 'wrong' };
    const host = view({}, { outcomes, withheld: ['q-pain'] });
    expect(missed(host)).toEqual(['#a-levain', '#a-gestes', '#a-q-prix']);
    expect([...host.querySelectorAll('.c-missed b')].map(({ textContent }) => textContent)).toEqual(['Le fournil', 'La vente']);
    const summary = (of: HTMLElement) => of.querySelector('.c-missed')?.closest('details')?.querySelector('summary')?.textContent;
    expect(summary(host)).toBe(words('results.missed.all.other').replace('{n}', '3'));
    const none = view({}, { outcomes: { levain: 'right' } });
    expect([headings(none).includes(words('results.missed')), missed(none)]).toEqual([false, []]);
    const single = view({}, { outcomes: { levain: 'wrong' } });
    expect([missed(single), summary(single)]).toEqual([['#a-levain'], words('results.missed.all.one')]);
  });

  it('leads to the first thing that is left, and only then to what can raise the score', () => {
    const outcomes = { levain: 'wrong', gestes: 'wrong' };
    expect(go(view({ left: ['recette', 'bilan'] }, { outcomes }))).toBe('#a-recette');
    expect(go(view({ left: ['recette'] }, { outcomes }))).toBe('#a-recette');
    const plain = bakery({ activities: bakery().activities.filter(({ quiz }) => !quiz) });
    expect(go(view({}, { outcomes, locked: ['levain'], own: plain }))).toBe('#a-gestes');
    expect(go(view({}, { outcomes, own: plain }))).toBe('#a-levain');
    expect(go(view({}, { outcomes, locked: ['levain', 'gestes'], own: plain }))).toBe('#a-levain');
    expect(go(view({}, { own: plain }))).toBeUndefined();
  });

  it('leads to a graded quiz below the pass mark, in the chapter that isn’t passed', () => {
    const outcomes = { levain: 'wrong' };
    expect(go(view({}, { outcomes }))).toBe('#a-bilan');
    const [, quiz] = ['bilan', 'fin'].map((id, n) => activity(5 + n, id, 'quiz', { page: 'vente' }));
    expect(go(view({}, { outcomes, own: bakery({ activities: [...bakery().activities, quiz as Activity] }) }))).toBe('#a-bilan');
    const later = activity(7, 'q-sel', 'pick', { page: 'vente', quiz: 'fin' });
    expect(go(view({}, { outcomes, own: bakery({ activities: [...bakery().activities, quiz as Activity, later] }) }))).toBe('#a-bilan');
    const quiet = bakery({ activities: bakery().activities.map((one) => (one.quiz ? { ...one, points: 0 } : one)) });
    expect(go(view({}, { outcomes, own: quiet }))).toBe('#a-levain');
    const chapter = (id: string, status: 'passed' | 'failed') => ({ id, title: id, status });
    const both = (night: 'passed' | 'failed', morning: 'passed' | 'failed') =>
      go(view({ chapters: [chapter('nuit', night), chapter('matin', morning)] }, { outcomes, own: bakeryCourse() }));
    expect([both('passed', 'failed'), both('failed', 'passed')]).toEqual(['#a-bilan', '#a-levain']);
  });

  it('has the takeaway once nothing is left, and the card for later and the certificate once completed', () => {
    const areHidden = (): unknown[] =>
      ['.c-after', '[data-action="certificate"]'].map((one) => document.querySelector(one)?.hasAttribute('hidden'));
    expect([view({ left: ['recette'] }).textContent?.includes('Noter.'), areHidden()]).toEqual([false, [true, true]]);
    expect([view({ status: 'completed' }).textContent?.includes('Noter.'), areHidden()]).toEqual([true, [false, false]]);
    expect([view({ status: 'failed' }).textContent?.includes('Noter.'), areHidden()]).toEqual([true, [true, true]]);
    expect([view({ status: 'completed', left: ['recette'] }).textContent?.includes('Noter.'), areHidden()]).toEqual([
      false,
      [false, false],
    ]);
  });

  it('has the text for the score, and the next chapter; what was missed stands under its page alone', () => {
    const bands = [{ from: 0, feedback: '<p>Reprenez le pétrin.</p>' }];
    expect(view({ score: 20 }, { own: bakery({ bands }) }).textContent).toContain('Reprenez le pétrin.');
    const chaptered = bakeryCourse();
    const [night, ...others] = chaptered.chapters ?? [];
    if (!night) throw new RangeError();
    const now = [night, ...others].map(({ id, title }) => ({ id, title, score: 20, status: 'incomplete' as const }));
    const course = view(
      { left: ['bilan'], score: 20, chapters: now },
      { own: { ...chaptered, chapters: [{ ...night, bands }, ...others] } },
    );
    const [score, left] = ['Reprenez le pétrin.', words('left')].map((text) => course.textContent?.indexOf(text) ?? -1);
    expect([Number(score) >= 0, Number(left) > Number(score)]).toEqual([true, true]);
    const chapter = (id: string, status: 'completed' | 'incomplete') => ({ id, title: id, status });
    const pages = { fournil: 'done' as const, vente: 'new' as const };
    const chapters = [chapter('nuit', 'completed'), chapter('matin', 'incomplete')];
    const host = view({ chapters, pages }, { own: bakeryCourse(), outcomes: { levain: 'wrong' } });
    expect(host.querySelector('.c-after-card > a')?.getAttribute('href')).toBe('#p-vente');
    expect(host.querySelector('.c-missed')?.textContent).toBe('Le fournillevain');
  });

  it('links to the pages that go further, and to what is left', () => {
    const further = { id: 'sel', n: 2, title: 'Le sel', further: true as const };
    const host = view({ left: ['recette'] }, { own: bakery({ pages: [...bakery().pages, further] }) });
    const lists = [...host.querySelectorAll('ul.c-ways')].map((list) => [...list.querySelectorAll('a')].map(({ hash }) => hash));
    expect(lists).toEqual([['#a-recette'], ['#p-sel']]);
    expect(headings(host)).toEqual([words('left'), words('results.competencies'), words('further.title')]);
    expect(headings(view({ competencies: {} }))).toEqual([]);
    expect(document.querySelector('#c-results .c-head')?.id).toBe('');
    expect(document.getElementById('other')?.parentElement).toBe(document.body);
  });

  it('folds the rule for competencies, and shows the own words', () => {
    const own = bakery({ activities: [activity(0, 'avant', 'note'), activity(1, 'apres', 'note', { options: { recall: 'avant' } })] });
    const shown = view(
      { competencies: { c1: { score: 80, status: 'passed' } }, tallies: { c1: enough } },
      { own, answers: { avant: 'Une pâte.', apres: 'Une pâte qui vit.' } },
    );
    expect(shown.querySelector('details summary')?.textContent).toBe(words('results.how'));
    expect(shown.querySelector('details .c-hint')).not.toBeNull();
    expect(headings(shown)).toEqual([words('results.words'), words('results.competencies')]);
  });
});
