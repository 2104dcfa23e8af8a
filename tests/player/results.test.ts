// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Tally } from '../../src/model/judging/progress.ts';
import type { ChapterState } from '../../src/model/state/state.ts';
import { linkList } from '../../src/player/progress.ts';
import { competencyWords, resultParts } from '../../src/player/results.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Progress } from '../../src/visit/tracker.ts';
import { bakery } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';

const content = bakery({ pass: 60 });

function progress(reached: ChapterState, tally: Partial<Tally>): Progress {
  const full = { right: 0, answered: 0, isHeld: true, isBelow: false, ...tally };
  return { ...overviewOf().progress(), competencies: { c1: reached }, tallies: { c1: full } };
}

function speak(lang: 'fr' | 'en'): void {
  document.documentElement.lang = lang;
  useStrings(JSON.parse(readFileSync(`src/strings/${lang}.json`, 'utf8')));
}

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
    expect([bars(2), bars(3), bars(13)]).toEqual([[0], [3], [[100, false], 0]]);
  });

  it('is reported once for all those with nothing to draw', () => {
    speak('fr');
    const { competencies, tallies, ...more } = progress({ score: 100, status: 'passed' }, { right: 1, answered: 1 });
    const both = { ...more, competencies: { ...competencies, c2: competencies.c1 }, tallies: { ...tallies, c2: tallies.c1 } } as Progress;
    const rows = resultParts(content, both, 2, linkList).flatMap((part) => [...part.querySelectorAll('b')]);
    expect(rows.map(({ parentElement }) => parentElement?.textContent)).toEqual(['Pas assez de questions Pétrir\u202f; Vendre']);
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
    expect(host.querySelector('.c-hint')?.textContent).toBe(words('results.legend.pass').replace('{pass}', '60'));
    expect(parts({}, {}).querySelector('.c-hint')?.textContent).toBe(words('results.legend'));
  });

  it('say nothing of competencies where none was worked on, and list what is left', () => {
    speak('fr');
    const host = parts({ competencies: {}, tallies: {}, left: ['levain'] });
    expect(host.querySelector('.c-hint')).toBeNull();
    expect([...host.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([words('left')]);
    expect(host.querySelectorAll('a[href]').length).toBeGreaterThan(0);
    expect(parts({ left: [] }).textContent).not.toContain(words('left'));
  });

  function words(key: string): string {
    return JSON.parse(readFileSync('src/strings/fr.json', 'utf8'))[key];
  }
});
