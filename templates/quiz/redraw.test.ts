// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { Mount } from '../../src/player/frame/mount.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import { type Answer, draw, FULL, roundIn } from './scoring.ts';
import type { Options } from './type.ts';

const mountQuiz: Mount<Options, Answer> = mount;
const { fr: strings } = JSON.parse(readFileSync('templates/quiz/strings.json', 'utf8'));
const questions = [7, 8].map((n) => ({ n, competencies: [], points: 1 }));

/** Opens a quiz of two questions, of which those with a ratio are answered. */
function open(answer: Answer | null, ratios: Readonly<Record<number, number>>, more: Partial<Options> = {}, listed = [7, 8]) {
  useStrings({});
  document.documentElement.lang = 'fr';
  document.body.innerHTML = `<section><div tabindex="-1"></div><p hidden><button></button><button hidden></button></p><div>${listed
    .map((n) => `<section id="q${n}"><p>Question</p></section>`)
    .join('')}</div></section>`;
  const root = document.body.firstElementChild as HTMLElement;
  const calls = { draft: vi.fn(), submit: vi.fn() };
  let changed = (): void => undefined;
  mountQuiz(root, {
    options: { questions, shuffle: false, review: 'end', secondChance: false, ...more },
    ...{ strings, answer, locked: false, attempts: 0, pass: undefined, overview: overviewOf(), recall: () => undefined },
    inner: {
      list: () =>
        listed.map((n) => ({
          ...{ n, points: 1, submitted: n in ratios, ratio: ratios[n] ?? 0 },
          root: document.getElementById(`q${n}`) as HTMLElement,
        })),
      restart: () => undefined,
      reveal: () => undefined,
      onChange: (listener) => {
        changed = listener;
      },
    },
    ...{ announce: () => undefined, ...calls },
  });
  return { ...calls, root, change: () => changed() };
}

test('a round that is drawn again keeps the best one', () => {
  const kept: Answer['kept'] = [[7, FULL]];
  const { draft } = open({ round: 3, drawn: [99], done: false, kept }, {});
  expect(draft.mock.calls).toEqual([[{ round: 3, drawn: [7, 8], done: false, kept }]]);
});

test('a round ends only with questions', async () => {
  const { submit } = open({ round: 1, drawn: [7, 8], done: false, kept: [] }, {}, {}, []);
  await Promise.resolve();
  expect(submit).not.toHaveBeenCalled();
});

test('a question has its number above its text, and stays where it is', () => {
  const { root, change } = open(null, {});
  expect([...root.querySelectorAll('section')].map((one) => [...one.children].map(({ className }) => className))).toEqual([
    ['quiz-number', ''],
    ['quiz-number', ''],
  ]);
  const moved = vi.spyOn(root.children[2] as Element, 'insertBefore');
  change();
  expect(moved).not.toHaveBeenCalled();
});

test('a second chance is offered with the score so far, and how many questions it has', () => {
  const { root } = open({ round: 1, drawn: [7, 8], done: false, kept: [] }, { 7: 1, 8: 0 }, { secondChance: true });
  const lines = [...(root.firstElementChild?.querySelectorAll('p') ?? [])].map(({ textContent }) => textContent?.replace(/\s/g, ' '));
  expect(lines.slice(0, 2)).toEqual(['Score : 50 %.', 'Questions entièrement justes : 1 sur 2.']);
  expect(lines).toHaveLength(3);
});

test('an answer whose parts are no lists, or lists of something else, is none', () => {
  const round: Answer = { round: 1, drawn: [7], done: false, kept: [] };
  for (const other of [{ second: 'x' }, { kept: 'x' }, { kept: [[7, 1], 8] }, { drawn: 'x' }]) {
    expect(roundIn({ ...round, ...other } as never)).toBeNull();
    expect(draw({ ...round, ...other } as never, { questions } as never)).toMatchObject({ live: [], kept: [] });
  }
});
