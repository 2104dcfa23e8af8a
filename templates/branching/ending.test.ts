// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

const story = (ending: 'good' | 'mixed' | 'bad'): Options => ({
  seenBy: 'trainer',
  state: {},
  scenes: [
    { token: 'a', id: 'quai', text: 'Sur le quai', choices: [{ token: 'b', text: 'Attendre', to: 'd' }] },
    { token: 'd', text: 'Dedans', ending, choices: [] },
  ],
});

it.each([
  ['good', 'right', 'Fin\u00a0: une issue favorable'],
  ['mixed', 'partly', 'Fin\u00a0: un bilan mitigé'],
  ['bad', 'wrong', 'Fin\u00a0: une issue difficile'],
] as const)('a %s ending is marked as %s, and named', (ending, mark, words) => {
  const { root } = mountType<Options, Answer>('branching', mount, story(ending), ['b']);
  const titles = [...root.querySelectorAll<HTMLElement>('.branching-title')];
  expect(titles.map(({ dataset }) => dataset.mark)).toEqual([undefined, mark]);
  expect(root.querySelector('.branching-end > span')?.textContent).toBe(words);
});

it('stays locked whatever its verdict', () => {
  const { root, mounted } = mountType<Options, Answer>('branching', mount, story('bad'), ['b'], true);
  const isOff = (): boolean[] => [
    root.querySelector<HTMLElement>('.branching-tools')?.hidden === true,
    root.querySelector<HTMLButtonElement>('[data-choice="b"]')?.disabled === true,
  ];
  mounted.show({ outcome: 'wrong', ratio: 0, parts: {}, final: false });
  expect(isOff()).toEqual([true, true]);
  mounted.show(null);
  expect(isOff()).toEqual([true, true]);
});
