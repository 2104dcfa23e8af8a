// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

/** Three scenes in a row, of which the first decision has a reason. */
const story: Options = {
  seenBy: 'trainer',
  state: {},
  scenes: [
    { token: 'a', text: 'Le quai', choices: [{ token: 'b', text: 'Attendre', to: 'c', feedback: '<p>Le tram arrive.</p>' }] },
    { token: 'c', text: 'La porte', choices: [{ token: 'd', text: 'Monter', to: 'e' }] },
    { token: 'e', text: 'Dedans', ending: 'good', choices: [] },
  ],
};
const open = (answer: Answer | null = null) => mountType<Options, Answer>('branching', mount, story, answer);
const part = (root: HTMLElement, name: string): HTMLElement => root.querySelector(`.branching-${name}`) as HTMLElement;
const press = (root: HTMLElement, selector: string): void => root.querySelector<HTMLElement>(selector)?.click();
const way = (root: HTMLElement): (string | null)[] =>
  [...root.querySelectorAll('.branching-way li > *')].map(({ textContent }) => textContent);

it('is hidden until something is decided', () => {
  const { root } = open();
  expect(['said', 'way', 'tools', 'lost'].map((name) => part(root, name).hidden)).toEqual([true, true, true, true]);
  press(root, '[data-choice="b"]');
  expect(['said', 'way', 'tools', 'lost'].map((name) => part(root, name).hidden)).toEqual([false, false, false, true]);
});

it('ends where the learner is, or at the end', () => {
  const { root } = open(['b']);
  expect(way(root)).toEqual(['Le quai', 'Attendre', 'La porte', 'Vous êtes ici']);
  press(root, '[data-choice="d"]');
  expect(way(root)).toEqual(['Le quai', 'Attendre', 'La porte', 'Monter', 'Dedans', 'Fin']);
});

it('is summed up by its last decision, with the reason of that one alone', () => {
  const bench = open(['b']);
  const said = (): unknown[] => [part(bench.root, 'said').querySelector('p')?.textContent, bench.reasons()];
  expect(said()).toEqual(['Votre décision\u00a0: Attendre', ['Le tram arrive.']]);
  press(bench.root, '[data-choice="d"]');
  expect(said()).toEqual(['Votre décision\u00a0: Monter', []]);
  press(bench.root, '[data-action="branching-back"]');
  expect(said()).toEqual(['Votre décision\u00a0: Attendre', ['Le tram arrive.']]);
  press(bench.root, '[data-action="branching-back"]');
  expect(said()).toEqual(['', []]);
});

it('goes on once the verdict is not final any more', () => {
  const { root, mounted } = open(['b']);
  const isOff = (): boolean[] => [...root.querySelectorAll<HTMLButtonElement>('[data-choice]')].map(({ disabled }) => disabled);
  mounted.show({ outcome: 'right', ratio: 1, parts: {}, final: true });
  const off = isOff();
  mounted.show(null);
  expect([off, isOff()]).toEqual([
    [true, true],
    [false, false],
  ]);
});
