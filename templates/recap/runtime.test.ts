// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Overview, Recalled } from '../../src/player/frame/mount.ts';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

const options: Options = {
  definitions: [],
  quotes: [],
  maxCharacters: 200,
  seenBy: 'trainer',
  pairs: [{ before: 'avant', after: 'apres' }],
  fields: [
    { token: 'a', pair: 0, text: 'Pétrir', maxCharacters: 200 },
    { token: 'b', pair: 0, text: 'Cuire', maxCharacters: 200 },
  ],
};
const named = (list: readonly string[], tokens: string) => list.map((text, index) => ({ token: tokens[index] ?? '', text }));
const scale = (tokens: string, levels: Readonly<Record<string, string>>): Recalled => ({
  title: 'Où ?',
  options: { levels: named(['jamais', 'parfois', 'souvent'], tokens), items: named(['Pétrir', 'Cuire'], tokens.slice(3)) },
  answer: { levels },
});
/** Both lines have gained a level. */
const GAINED = { avant: scale('xyzuv', { u: 'x', v: 'x' }), apres: scale('abcde', { d: 'c', e: 'b' }) };

/** Mounts a recap whose results are those of the list, which a test may change. */
function open(recalled: Readonly<Record<string, Recalled>>, answer: Answer | null = null) {
  const listeners: (() => void)[] = [];
  const results = vi.fn<Overview['results']>(() => []);
  const overview: Overview = { ...overviewOf(), results, subscribe: (one) => void listeners.push(one) };
  const bench = mountType<Options, Answer>('recap', mount, options, answer, false, recalled, overview);
  const report = (): void => {
    for (const one of listeners) one();
  };
  const areas = [...bench.root.querySelectorAll('textarea')] as [HTMLTextAreaElement, HTMLTextAreaElement];
  return { ...bench, results, report, areas };
}

const part = (tag: string, text: string): HTMLElement => Object.assign(document.createElement(tag), { textContent: text });
const now = (root: HTMLElement): string[] => [...root.querySelectorAll('.recap-now')].map((one) => one.textContent ?? '');

describe('the results', () => {
  it('are requested for the level of the headings, and replaced once they change', () => {
    const { root, results, report } = open({});
    (root.querySelector('.recap') as HTMLElement).dataset.level = '3';
    const list = [part('p', 'En cours'), part('h3', 'Reste'), part('ul', 'Cuire')];
    results.mockImplementation(() => list.map((one) => one.cloneNode(true) as HTMLElement));
    report();
    expect([results.mock.lastCall, now(root)]).toEqual([[3], ['En coursResteCuire']]);
    list.splice(1, 2, part('p', 'Terminé'));
    report();
    expect(now(root)).toEqual(['En coursTerminé']);
  });

  it('are left alone while the recap is hidden, and shown with it', () => {
    const { root, mounted, results, report } = open({});
    results.mockImplementation(() => [part('p', 'En cours')]);
    root.hidden = true;
    report();
    expect([results.mock.calls.length, now(root)]).toEqual([1, ['']]);
    root.hidden = false;
    mounted.shown?.();
    expect(now(root)).toEqual(['En cours']);
  });
});

describe('the proofs', () => {
  it('are below a recap that has more than results', () => {
    const { root } = open(GAINED);
    const proofs = root.querySelector<HTMLElement>('.recap-proofs');
    expect([proofs?.hidden, root.classList.contains('recap-bare')]).toEqual([false, false]);
    expect([...root.querySelectorAll<HTMLElement>('[data-proof]')].map(({ hidden }) => hidden)).toEqual([false, false]);
  });

  it('need one text; the first field is where it is missing', () => {
    const { areas, mounted, type } = open(GAINED);
    type(areas[1], ' \n');
    expect(mounted.read?.()).toEqual({ missing: 'Écrivez d’abord une preuve.', at: areas[0] });
    type(areas[1], 'Vingt pains.');
    expect(mounted.read?.()).toEqual({ b: 'Vingt pains.' });
  });

  it('are in the notebook below their lines, a blank line apart', () => {
    const { areas, mounted, type } = open(GAINED);
    expect(mounted.text?.()).toBe('');
    type(areas[0], 'Vingt pains.');
    type(areas[1], 'Une fournée.');
    expect(mounted.text?.()).toBe('Pétrir\nVingt pains.\n\nCuire\nUne fournée.');
  });

  it('are not missing where no level was gained', () => {
    const { root, mounted } = open({ ...GAINED, apres: scale('abcde', { d: 'a', e: 'a' }) });
    expect([mounted.read?.(), root.querySelector<HTMLElement>('.recap-proofs')?.hidden]).toEqual([{}, true]);
  });
});

it('is submitted with the proofs that were begun', async () => {
  const { submitted } = open(GAINED, { b: 'Une fournée.' });
  await Promise.resolve();
  expect(submitted).toEqual([{ b: 'Une fournée.' }]);
});

it('shows proofs that are asked for later, and waits while its page is hidden', () => {
  const known: Record<string, Recalled> = {};
  const { root, report, results } = open(known);
  const proofs = root.querySelector('.recap-proofs') as HTMLElement;
  expect(proofs.hidden).toBe(true);
  Object.assign(known, GAINED);
  const page = Object.assign(document.createElement('div'), { hidden: true });
  root.replaceWith(page);
  page.append(root);
  const before = results.mock.calls.length;
  report();
  expect([proofs.hidden, results.mock.calls.length]).toEqual([true, before]);
  page.hidden = false;
  report();
  expect([proofs.hidden, root.classList.contains('recap-bare')]).toEqual([false, false]);
});

it('is submitted although the frame shows that it was not before', async () => {
  const { mounted, submitted } = open({});
  mounted.show(null);
  await Promise.resolve();
  expect(submitted).toEqual([{}]);
});

it('is not submitted again once the frame had its verdict, even if it takes it away', async () => {
  const { mounted, submitted } = open({});
  mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
  mounted.show(null);
  await Promise.resolve();
  expect(submitted).toEqual([]);
});

it('asks for the proof of a line beside the scale that gained its level', () => {
  const two: Options = {
    ...options,
    pairs: [...(options.pairs ?? []), { before: 'hier', after: 'demain' }],
    fields: [0, 1].flatMap((pair) => ['Pétrir', 'Cuire'].map((text) => ({ token: `${pair}${text}`, pair, text, maxCharacters: 200 }))),
  };
  const recalled = {
    ...GAINED,
    apres: scale('abcde', { d: 'c', e: 'a' }),
    hier: scale('xyzuv', { u: 'y', v: 'y' }),
    demain: scale('abcde', { d: 'b', e: 'c' }),
  };
  const { root } = mountType<Options, Answer>('recap', mount, two, null, false, recalled);
  const asked = [...root.querySelectorAll<HTMLElement>('[data-proof]:not([hidden])')].map(({ dataset }) => dataset.proof);
  expect(asked).toEqual(['0Pétrir', '1Cuire']);
});
