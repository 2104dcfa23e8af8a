// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showCertificateButtons, writeCertificate } from '../../src/player/certificate.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import type { Progress, Tracker } from '../../src/visit/tracker.ts';
import { bakery } from '../helpers/bakery.ts';
import { overviewOf } from '../helpers/overview.ts';

const FACTS = ['planned', 'spent', 'result', 'date'];

function paper(): void {
  document.body.innerHTML = `<button data-action="certificate" hidden></button>
    <article id="c-certificate"><header></header><p data-fact="name"></p>
    <dl class="c-certificate-facts">${FACTS.map((fact) => `<div><dt></dt><dd data-fact="${fact}"></dd></div>`).join('')}</dl>
    <h2 data-competencies></h2><ul data-competencies data-fact="competencies"></ul><p data-fact="limits"></p></article>`;
}

function tracker(more: Partial<Progress>, name = 'Moreau, Ines', alone = false): Tracker {
  const { launch, progress } = overviewOf();
  return {
    launch: { ...launch, alone, learner: { id: 'l-1', name } },
    progress: () => ({ ...progress(), ...more }),
  } as unknown as Tracker;
}

const fact = (name: string): string => (document.querySelector(`[data-fact=${name}]`)?.textContent ?? '').replace(/[\u00a0\u202f]/g, ' ');
const competencies = [['Pétrir', 'seuil atteint, 3 questions sur 4']] as const;

beforeEach(() => {
  useStrings(JSON.parse(readFileSync('src/strings/fr.json', 'utf8')));
  paper();
});
afterEach(() => vi.useRealTimers());

describe('the certificate', () => {
  it('shows name, module, result and time, and that it is no diploma', () => {
    vi.useFakeTimers({ now: new Date(2026, 8, 1, 12) });
    writeCertificate(bakery({ minutes: 90 }), tracker({ status: 'passed', score: 79.6, time: 7380 }), competencies);
    expect(document.querySelector('#c-certificate > header')?.childNodes.length).toBe(0);
    expect(['name', ...FACTS].map(fact)).toEqual(['Ines Moreau', '1 h 30 min', '2 h 3 min', 'réussi, 80 %', '1 septembre 2026']);
    expect(fact('competencies')).toBe('Pétrirseuil atteint, 3 questions sur 4');
    expect(fact('limits')).toContain('l’enregistrement de la plateforme');
  });

  it('has a line for the name if the LMS gives none, and shows if nothing was recorded', () => {
    writeCertificate(bakery({}), tracker({ status: 'completed', time: 130 }, '', true), []);
    expect(document.querySelector('[data-fact=name] > .c-line')).not.toBeNull();
    expect([fact('spent'), fact('result')]).toEqual(['3 min', 'terminé']);
    expect(fact('limits')).toContain('en dehors de la plateforme');
    expect([...document.querySelectorAll<HTMLElement>('[data-competencies]')].every(({ hidden }) => hidden)).toBe(true);
    expect(document.getElementById('c-certificate')?.hidden).toBe(false);
  });

  it('shows a score of 0, each competency in its order, and the date in the language of the course', () => {
    vi.useFakeTimers({ now: new Date(2026, 8, 1, 12) });
    const rows = [...competencies, ['Vendre', 'en cours']] as const;
    writeCertificate(bakery({ lang: 'en' }), tracker({ status: 'completed', score: 0 }), rows);
    expect([fact('result'), fact('date')]).toEqual(['terminé, 0 %', 'September 1, 2026']);
    const lines = [...document.querySelectorAll('[data-fact=competencies] > li')];
    expect(lines.map(({ children }) => [...children].map(({ tagName, textContent }) => `${tagName} ${textContent}`.trim()))).toEqual([
      ['svg', 'SPAN Pétrir', 'SMALL seuil atteint, 3 questions sur 4'],
      ['svg', 'SPAN Vendre', 'SMALL en cours'],
    ]);
  });

  it('ticks a competency that has too few questions without a judgement', () => {
    writeCertificate(bakery({}), tracker({ status: 'passed' }), [['Vendre', 'pas assez de questions']]);
    expect([fact('competencies'), document.querySelectorAll('[data-fact=competencies] .c-icon').length]).toEqual(['Vendre', 1]);
    expect([...document.querySelectorAll<HTMLElement>('[data-competencies]')].map(({ hidden }) => hidden)).toEqual([false, false]);
  });

  it('has the land of the cover in its head, once however often it is shown', () => {
    document.body.insertAdjacentHTML('beforeend', '<section data-view="cover"><svg class="c-land"></svg></section>');
    for (let times = 0; times < 2; times++) writeCertificate(bakery({}), tracker({ status: 'passed' }), []);
    expect(document.querySelectorAll('#c-certificate > :first-child > .c-land').length).toBe(1);
  });

  it.each([
    [0, '', true],
    [1, '1 min', false],
    [59, '59 min', false],
    [60, '1 h 0 min', false],
  ])('shows a planned time of %i minutes as « %s »', (minutes, words, hidden) => {
    writeCertificate(bakery({ minutes }), tracker({ status: 'completed' }), []);
    const rows = [...document.querySelectorAll<HTMLElement>('.c-certificate-facts > div')].map((row) => row.hidden);
    expect([fact('planned'), rows]).toEqual([words, [hidden, false, false, false]]);
    expect(document.querySelector<HTMLElement>('[data-fact=name]')?.hidden).toBe(false);
  });

  it.each([
    ['incomplete', true],
    ['failed', true],
    ['completed', false],
    ['passed', false],
  ] as const)('of a module that is %s is offered: %s', (status, hidden) => {
    showCertificateButtons(tracker({ status }));
    expect(document.querySelector<HTMLElement>('[data-action=certificate]')?.hidden).toBe(hidden);
  });

  it('is offered by each of its buttons', () => {
    document.body.insertAdjacentHTML('beforeend', '<button data-action="certificate" hidden></button>');
    showCertificateButtons(tracker({ status: 'passed' }));
    expect([...document.querySelectorAll<HTMLElement>('[data-action=certificate]')].map(({ hidden }) => hidden)).toEqual([false, false]);
  });

  it('is never offered if the module has none', () => {
    document.getElementById('c-certificate')?.remove();
    showCertificateButtons(tracker({ status: 'passed' }));
    expect(document.querySelector<HTMLElement>('[data-action=certificate]')?.hidden).toBe(true);
  });
});
