// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../src/model/judging/progress.ts';
import type { Overview, Recalled } from '../../src/player/frame/mount.ts';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, report, score, slots } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const options: Options = {
  definitions: [],
  quotes: [],
  maxCharacters: 200,
  seenBy: 'trainer',
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
};

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
  const found = (text: string) => readActivity('recap', schema, text).found;

  it('names the activities of its attribute and of its definitions, each once', () => {
    const text = ':::recap{#bilan words="a-1; b-1"}\nVoici.\n\n## Le levain {of=b-1}\n\nUne pâte qui vit.\n:::';
    const { options, found } = readActivity('recap', schema, text);
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
    expect(slots(options)).toEqual([
      { part: 'a', type: 'long-fill-in', right: [], text: 'Pétrir' },
      { part: 'b', type: 'long-fill-in', right: [], text: 'Cuire' },
    ]);
    expect(slots({ ...options, fields: [] })).toEqual([]);
    expect(report(options, { b: '', zz: 'partie' })).toEqual([
      { part: 'b', response: { type: 'long-fill-in', text: '' }, result: 'neutral' },
    ]);
  });
});

describe('a recap on the page', () => {
  it('shows answers beside their question, as text, and a list in one line', () => {
    const { root } = open();
    expect(words(root, 'figcaption')).toEqual(['Le levain, pour vous ?', 'Vos mots']);
    expect(words(root, 'blockquote')).toEqual(['Une <b>bulle</b>.\nQui sent.', 'farine, eau']);
    expect(root.querySelector('blockquote b')).toBeNull();
    expect(words(root, '.recap-plain')).toEqual([]);
  });

  it('shows the own words before the results', () => {
    const { root } = open();
    const order = [...root.querySelectorAll('blockquote, .recap-now')].map(({ localName }) => localName);
    expect(order).toEqual(['blockquote', 'blockquote', 'div']);
  });

  it('keeps the names of branches and parts beside their answers, as text', () => {
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

  it('leaves out missing answers, and keeps the definition', () => {
    const { root } = open({ recalled: {} });
    expect([words(root, 'blockquote'), words(root, 'tbody tr'), words(root, 'textarea')]).toEqual([[], [], []]);
    expect(root.textContent).toContain('Une pâte qui vit.');
    expect(root.classList.contains('recap-bare')).toBe(true);
  });

  it('shows the progress of each line, and asks for a proof if a level was gained', () => {
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

  it('keeps a proof on the page when the level is lost again, and reports its deletion', () => {
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

  it('still reports at the next visit that a proof was deleted', () => {
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
    for (const reported of listeners) reported();
    expect(words(root, 'tbody tr').length).toBe(2);
  });
});

it('leaves an opened list of the results open while nothing changes', () => {
  const listeners: (() => void)[] = [];
  const heading = document.createElement('h3');
  const overview = {
    ...overviewOf(),
    results: () => [heading.cloneNode() as HTMLElement],
    subscribe: (one: () => void) => void listeners.push(one),
  };
  const { root } = open({ overview });
  for (const list of root.querySelectorAll('details')) list.open = true;
  for (const reported of listeners) reported();
  expect(root.querySelectorAll('.recap-now > details[open]')).toHaveLength(1);
});

describe('the certificate', () => {
  it.each([
    ['incomplete', false],
    ['failed', false],
    ['completed', true],
    ['passed', true],
  ] as const)('of a module that is %s', (status, there) => {
    const { root } = open({ overview: reached({ status }) });
    expect(visible(root, '.recap-paper').length > 0).toBe(there);
  });
});

describe('linking a recap to the scales that it compares', () => {
  const linked = (second: object | undefined, proof = false) => {
    const found: string[] = [];
    const named: Record<string, unknown> = { avant: { options: {} }, ...(second && { apres: { options: second } }) };
    const result = schema.link?.(
      { beforeAfter: ['avant', 'apres'], proof, maxCharacters: 200 } as never,
      {
        named: (name: string) => named[name] as never,
        part: ({ text }: { text: string }) => `token ${text}`,
        error: (code: string) => found.push(code),
      } as never,
    );
    return { found, result };
  };

  it('compares a scale only with one that asks the same again', () => {
    expect(linked({ again: 'avant', items: [] })).toEqual({ found: [], result: { pairs: [{ before: 'avant', after: 'apres' }] } });
    expect(linked({ again: 'autre', items: [] })).toEqual({ found: ['before-after-apart'], result: {} });
    expect(linked({ items: [] })).toEqual({ found: ['before-after-apart'], result: {} });
    expect(linked(undefined)).toEqual({ found: [], result: {} });
  });

  it('asks for a proof of each line, if the author wants one', () => {
    expect(linked({ again: 'avant', items: [{ text: 'Pétrir' }] }, true).result).toMatchObject({
      fields: [{ token: 'token Pétrir', pair: 0, text: 'Pétrir', maxCharacters: 200 }],
    });
    expect(linked({ again: 'avant', items: [{ text: 'Pétrir' }] }).result).not.toHaveProperty('fields');
  });
});
