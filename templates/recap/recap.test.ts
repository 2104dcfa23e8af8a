// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { read } from '../../build/markdown/forms/definitions.ts';
import type { Progress } from '../../src/model/progress.ts';
import type { Overview, Recalled } from '../../src/player/mount.ts';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import * as schema from './schema.ts';
import { type Answer, type Options, report, score, slots } from './scoring.ts';

const options: Options = {
  pairs: [{ before: 'fournil/avant', after: 'apres' }],
  fields: [
    { token: 'a', pair: 0, text: 'Pétrir', maxCharacters: 200 },
    { token: 'b', pair: 0, text: 'Cuire', maxCharacters: 200 },
  ],
};
const shown = {
  ...options,
  definitions: [{ title: 'Le levain', of: 'fournil/levain', html: '<p>Une pâte qui vit.</p>' }],
  quotes: ['mots'],
  certificate: true,
  seenBy: 'trainer',
} as Options;

const texts = (list: readonly string[], tokens: string) => list.map((text, index) => ({ token: tokens[index] ?? '', text }));
const scale = (tokens: string, levels: Readonly<Record<string, string>>): Recalled => ({
  title: 'Où ?',
  options: { levels: texts(['jamais', 'parfois', 'souvent'], tokens), items: texts(['Pétrir', 'Cuire'], tokens.slice(3)) },
  answer: { levels },
});
const recalled: Readonly<Record<string, Recalled>> = {
  'fournil/avant': scale('xyzuv', { u: 'x', v: 'y' }),
  apres: scale('abcde', { d: 'c', e: 'b' }),
  'fournil/levain': { title: 'Le levain, pour vous ?', options: {}, answer: ' Une <b>bulle</b>.\nQui sent. ' },
  mots: { title: 'Vos mots', options: {}, answer: ['farine', 'eau'] },
};

const open = (more: { answer?: Answer; locked?: boolean; recalled?: typeof recalled; overview?: Overview } = {}) =>
  mountType<Options, Answer>('recap', mount, shown, more.answer ?? null, more.locked, more.recalled ?? recalled, more.overview);
const visible = (root: HTMLElement, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(selector)].filter((one) => !one.closest('[hidden]'));
const words = (root: HTMLElement, selector: string): string[] => visible(root, selector).map((one) => one.textContent ?? '');
const reached = (more: Partial<Progress>): Overview => ({
  ...overviewOf(),
  progress: () => ({ ...overviewOf().progress(), ...more }),
  competencies: () => [['Pétrir', 'seuil atteint, 3 questions sur 4']],
});

afterEach(() => vi.restoreAllMocks());

describe('reading a recap', () => {
  const found = (text: string) => readActivity('recap', schema, read, text).found;

  it('names the words of its attribute and of its definitions, each once', () => {
    const text = ':::recap{#bilan words="a-1; b-1"}\nVoici.\n\n## Le levain {of=b-1}\n\nUne pâte qui vit.\n:::';
    const { options, found } = readActivity('recap', schema, read, text);
    expect(found).toEqual([]);
    expect(options).toMatchObject({ words: ['a-1', 'b-1'], quotes: ['a-1'], definitions: [{ title: 'Le levain', of: 'b-1' }] });
  });

  it.each([
    [':::recap{#bilan}\n## Le levain\n\nUne pâte.\n:::', ['definition-of-nothing:2']],
    [':::recap{#bilan}\n## Le levain {of=mots points=2}\n:::', ['empty-card:2', 'unknown-attribute:2']],
    [':::recap{#bilan}\n## {#mots}\n\nUne pâte.\n:::', ['card-without-title:2', 'unknown-attribute:2', 'definition-of-nothing:2']],
    ['::recap{#bilan before-after="a; b; c"}', ['before-after-odd:1']],
  ])('says what is wrong in %j', (text, codes) => expect(found(text)).toEqual(codes));
});

describe('telling the LMS of a recap', () => {
  it('is done once seen, and has a text for each proof that was begun', () => {
    expect([score(options, null).ratio, score(options, {}).ratio]).toEqual([0, 1]);
    expect(slots(options).map(({ part, type, text }) => [part, type, text])).toEqual([
      ['a', 'long-fill-in', 'Pétrir'],
      ['b', 'long-fill-in', 'Cuire'],
    ]);
    expect(slots({})).toEqual([]);
    expect(report(options, { b: '', zz: 'partie' })).toEqual([
      { part: 'b', response: { type: 'long-fill-in', text: '' }, result: 'neutral' },
    ]);
  });
});

describe('a recap on the page', () => {
  it('shows the words beside their question, as text, and what was written as a list in a line', () => {
    const { root } = open();
    expect(words(root, 'figcaption')).toEqual(['Le levain, pour vous ?', 'Vos mots']);
    expect(words(root, 'blockquote')).toEqual(['Une <b>bulle</b>.\nQui sent.', 'farine, eau']);
    expect(root.querySelector('blockquote b')).toBeNull();
    expect(words(root, '.recap-plain')).toEqual([]);
  });

  it('keeps the names of branches and parts beside their words, as text', () => {
    const parted: Readonly<Record<string, Recalled>> = {
      'fournil/levain': {
        title: 'La note',
        options: { fields: texts(['L’<i>origine</i>', 'La suite'], 'ab') },
        answer: { a: 'Un appel.\nPuis deux.', b: 'Rien.' },
      },
      mots: {
        title: 'La carte',
        options: { branches: texts(['Le quartier', 'La ville'], 'ab') },
        answer: { a: ['école, collège', '\tclub'], b: [] },
      },
    };
    const { root } = open({ recalled: parted });
    expect(words(root, 'blockquote p')).toEqual([
      'L’<i>origine</i>\nUn appel.\nPuis deux.',
      'La suite\nRien.',
      'Le quartier\nécole, collège\u202f; club',
    ]);
    expect(words(root, 'blockquote b')).toEqual(['L’<i>origine</i>', 'La suite', 'Le quartier']);
    expect(root.querySelector('blockquote i')).toBeNull();
  });

  it('leaves out what nobody knows, and keeps the definition', () => {
    const { root } = open({ recalled: {} });
    expect([words(root, 'blockquote'), words(root, 'tbody tr'), words(root, 'textarea')]).toEqual([[], [], []]);
    expect(root.textContent).toContain('Une pâte qui vit.');
    expect(root.classList.contains('recap-bare')).toBe(true);
  });

  it('tells the way of each line, and asks for a proof where a level was gained', () => {
    const { root } = open();
    expect(words(root, 'tbody tr').length).toBe(2);
    expect(words(root, 'tbody :is(th, td)')).toEqual([
      'Pétrir',
      'jamais',
      'souvent',
      '2 niveaux de plus',
      'Cuire',
      'parfois',
      'parfois',
      'même niveau',
    ]);
    expect(words(root, '[data-proof] label')).toEqual(['La preuve\u00a0: Pétrir']);
  });

  it('keeps a proof on the page when the level is lost again, and tells when it is taken back', () => {
    const answer = { b: 'Une fournée.' };
    const bench = open({ answer });
    expect(words(bench.root, '[data-proof] label').length).toBe(2);
    const [first, second] = [...bench.root.querySelectorAll('textarea')] as [HTMLTextAreaElement, HTMLTextAreaElement];
    bench.type(first, 'Vingt pains.');
    bench.type(second, '');
    expect(bench.drafts).toEqual([
      { a: 'Vingt pains.', b: 'Une fournée.' },
      { a: 'Vingt pains.', b: '' },
    ]);
    expect(bench.mounted.text?.()).toBe('Pétrir\nVingt pains.');
  });

  it('still tells at the next visit that a proof was taken back', () => {
    const bench = open({ answer: { b: '' } });
    expect(bench.mounted.read?.()).toMatchObject({ missing: 'Écrivez d’abord une preuve.' });
    bench.type(bench.root.querySelector('textarea') as HTMLTextAreaElement, 'Vingt pains.');
    expect(bench.mounted.read?.()).toEqual({ a: 'Vingt pains.', b: '' });
  });

  it('is done by itself once, and not where nothing is recorded; the button asks for a proof', async () => {
    const bench = open();
    expect(bench.missing()).toBe('Écrivez d’abord une preuve.');
    await Promise.resolve();
    expect(bench.submitted).toEqual([{}]);
    const again = open({ answer: {} });
    again.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    const looked = open({ locked: true });
    await Promise.resolve();
    expect([again.submitted, looked.submitted, looked.root.querySelector('textarea')?.readOnly]).toEqual([[], [], true]);
  });

  it('follows what is answered elsewhere while it is on screen', () => {
    const listeners: (() => void)[] = [];
    const known: Record<string, Recalled> = {};
    const overview = { ...overviewOf(), subscribe: (listener: () => void) => void listeners.push(listener) };
    const { root } = open({ recalled: known, overview });
    Object.assign(known, recalled);
    for (const told of listeners) told();
    expect(words(root, 'tbody tr').length).toBe(2);
  });
});

describe('the certificate', () => {
  const facts = (root: HTMLElement): string[] => words(root, '.recap-facts > *').map((text) => text.replaceAll('\u00a0', ' '));

  it.each([
    ['incomplete', false],
    ['failed', false],
    ['completed', true],
    ['passed', true],
  ] as const)('of a module that is %s', (status, there) => {
    const { root } = open({ overview: reached({ status }) });
    expect(visible(root, '.recap-paper').length > 0).toBe(there);
  });

  it('says who, what, how well and how long, and that it is no diploma', () => {
    vi.useFakeTimers({ now: new Date(2026, 8, 1, 12) });
    const { root } = open({ overview: reached({ status: 'passed', score: 79.6, time: 7380 }) });
    vi.useRealTimers();
    expect(facts(root)).toEqual(
      [
        ['Nom', 'Moreau, Ines'],
        ['Cours', 'La boulangerie'],
        ['Séance', 'Une nuit au fournil'],
        ['Résultat', 'réussi, score de 80 %'],
        ['Temps passé', '2 h 3 min'],
        ['Compétences', 'Pétrir : seuil atteint, 3 questions sur 4'],
        ['Imprimée le', '1 septembre 2026'],
      ].flat(),
    );
    expect(words(root, '.recap-limits')[0]).toContain('pas un diplôme');
    expect(words(root, '.recap-limits')[0]).toContain('l’enregistrement de la plateforme');
  });

  it('says minutes alone before the first hour', () => {
    const { root } = open({ overview: reached({ status: 'passed', time: 130 }) });
    expect(facts(root)).toContain('3 min');
  });

  it('has a line for the name that the LMS doesn’t give, and says so where no LMS listens', () => {
    const overview = reached({ status: 'completed' });
    const launch = { ...overview.launch, alone: true, learner: { id: '', name: '' } };
    const { root } = open({ overview: { ...overview, launch } });
    expect(visible(root, '[data-fact=name] .recap-line').length).toBe(1);
    expect(words(root, '.recap-limits')[0]).toContain('en dehors de la plateforme');
  });

  it('is printed alone, and then the page is as it was', () => {
    const { root } = open({ overview: reached({ status: 'completed' }) });
    let during: string[] = [];
    window.print = () => {
      during = [...document.querySelectorAll('.c-only')].map((one) => one.id || one.className);
      window.dispatchEvent(new Event('afterprint'));
    };
    root.querySelector<HTMLElement>('[data-action=recap-print]')?.click();
    expect(during).toContain('recap c-only');
    expect(document.querySelectorAll('.c-only').length).toBe(0);
  });
});
