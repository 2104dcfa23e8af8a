// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
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

it('has the focus, without scrolling to it', () => {
  const { root } = mountType<Options, Answer>('branching', mount, story('good'));
  const focus = vi.spyOn(HTMLElement.prototype, 'focus');
  root.querySelector<HTMLElement>('[data-choice="b"]')?.click();
  expect([focus.mock.instances, focus.mock.calls]).toEqual([[root.querySelectorAll('.branching-title')[1]], [[{ preventScroll: true }]]]);
  focus.mockRestore();
});

it('has its reason announced by the frame, with the verdict', () => {
  const [first, last] = story('good').scenes as [Options['scenes'][number], Options['scenes'][number]];
  const choices = first.choices.map((choice) => ({ ...choice, feedback: '<p>Bien vu.</p>' }));
  const bench = mountType<Options, Answer>('branching', mount, { ...story('good'), scenes: [{ ...first, choices }, last] });
  bench.root.querySelector<HTMLElement>('[data-choice="b"]')?.click();
  expect([bench.submitted, bench.drafts, bench.announced, bench.reasons()]).toEqual([[['b']], [], [], ['Bien vu.']]);
});

it('is reached by the sixtieth decision; of a loop, no more are offered then, but one earlier', () => {
  const [first, last] = story('good').scenes as [Options['scenes'][number], Options['scenes'][number]];
  const loop = { ...story('good'), scenes: [{ ...first, choices: [...first.choices, { token: 'c', text: 'Encore', to: 'a' }] }, last] };
  const state = (way: Answer): unknown[] => {
    const { root } = mountType<Options, Answer>('branching', mount, loop, way);
    const offered = [...root.querySelectorAll<HTMLElement>('[data-scene]:not([hidden]) li:not([hidden]) [data-choice]')];
    return [offered.map(({ dataset }) => dataset.choice), root.querySelector<HTMLElement>('.branching-lost')?.hidden];
  };
  const round = (count: number): string[] => Array(count).fill('c');
  expect([state(round(59)), state(round(60)), state([...round(59), 'b'])]).toEqual([
    [['b', 'c'], true],
    [[], false],
    [[], true],
  ]);
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
