// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Inner, Mount } from '../../src/player/frame/mount.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import { type Answer, draw, FULL } from './scoring.ts';
import type { Options } from './type.ts';

const mountQuiz: Mount<Options, Answer> = mount;
const { fr: strings } = JSON.parse(readFileSync('templates/quiz/strings.json', 'utf8'));
const options: Options = { questions: [{ n: 7, competencies: [], points: 1 }], shuffle: false, review: 'end', secondChance: false };
/** Returns the text above the quiz's only question, after rounds that end with these ratios. */
function output(attempts: number, ratio: number, more: { round?: number; pass?: number; locked?: boolean } = {}): string[] {
  const { round = 1, pass, locked = false } = more;
  useStrings({});
  document.documentElement.lang = 'fr';
  document.body.innerHTML = '<section><div></div><p hidden><button></button></p><div></div></section>';
  const root = document.body.firstElementChild as HTMLElement;
  const question = document.createElement('section');
  const answer: Answer = { round, drawn: [7], done: true, kept: [[7, ratio * 10_000]] };
  mountQuiz(root, {
    options,
    strings,
    answer,
    locked,
    attempts,
    pass,
    inner: {
      list: () => [{ n: 7, submitted: true, ratio, points: 1, root: question }],
      restart: () => {},
      reveal: () => {},
      onChange: () => {},
    },
    overview: overviewOf(),
    recall: () => undefined,
    draft: () => {},
    submit: () => {},
    announce: () => {},
  });
  const [result, again] = root.children as unknown as [HTMLElement, HTMLElement];
  const lines = [...result.querySelectorAll('p')].map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '));
  return [...lines.filter((line) => /essai/.test(line)), ...(again.hidden ? [] : [again.textContent ?? ''])];
}

test('shows how many tries at the whole quiz are left, and offers the next', () => {
  expect(output(3, 0)).toEqual(['Il vous reste 2 essais pour ce quiz.', 'Refaire le quiz']);
  expect(output(3, 0.5, { round: 2 })).toEqual(['Il vous reste un essai pour ce quiz.', 'Refaire le quiz']);
  expect(output(3, 0.5, { round: 3 })).toEqual(['C’était le dernier essai.']);
});

test('below the pass mark the last try is not the end', () => {
  expect(output(2, 0.5, { round: 2, pass: 80 })).toEqual(['C’était le dernier essai, mais vous pouvez recommencer.', 'Recommencer']);
  expect(output(2, 0.9, { round: 2, pass: 80 })).toEqual(['C’était le dernier essai.']);
});

test('a result just below the pass mark is not shown as the mark', () => {
  output(2, 0.796, { round: 2, pass: 80 });
  const words = (document.querySelector('section > div')?.textContent ?? '').replaceAll('\u00a0', ' ');
  expect(words).toContain('Score : 79 %.');
  expect(words).toContain('Votre meilleur résultat, 79 %, est gardé.Le seuil de 80 % n’est pas encore atteint.');
});

test('shows no tries if there is no limit, nothing to gain, or nothing to change', () => {
  expect(output(0, 0.5)).toEqual(['Refaire le quiz']);
  expect(output(2, 1)).toEqual([]);
  expect(output(2, 0.5, { locked: true })).toEqual([]);
});

describe('a second chance', () => {
  const both: Options = { ...options, questions: [7, 9].map((n) => ({ n, competencies: [], points: 1 })), secondChance: true };
  const roots = [7, 9].map(() => document.createElement('section'));
  /** Ratios of answered questions, by lock number; reports of the quiz; and shown questions. */
  let ratios = new Map<number, number>();
  let reported: [kind: 'draft' | 'submit', answer: Answer][] = [];
  let revealed = 0;
  let changed = (): void => {};

  function open(answer: Answer | null = null, locked = false) {
    document.body.innerHTML =
      '<section><div tabindex="-1"></div><p hidden><button></button> <button hidden></button></p><div></div></section>';
    const root = document.body.firstElementChild as HTMLElement;
    const inner: Inner = {
      list: () =>
        [7, 9].map((n, index) => ({
          n,
          submitted: ratios.has(n),
          ratio: ratios.get(n) ?? 0,
          points: 1,
          root: roots[index] as HTMLElement,
        })),
      restart(numbers) {
        for (const n of numbers) ratios.delete(n);
      },
      reveal: () => revealed++,
      onChange: (listener) => {
        changed = listener;
      },
    };
    mountQuiz(root, {
      options: both,
      strings,
      answer,
      locked,
      attempts: 1,
      inner,
      recall: () => undefined,
      overview: overviewOf(),
      draft: (next) => reported.push(['draft', next]),
      submit: (next) => reported.push(['submit', next]),
      announce: () => {},
    });
    const [again, answers] = root.querySelectorAll('button');
    const offer = (): string | undefined => root.querySelector<HTMLElement>('[data-offer][tabindex]')?.dataset.offer;
    return { again: again as HTMLElement, answers: answers as HTMLElement, bar: root.children[1] as HTMLElement, offer };
  }

  function answer(n: number, ratio: number): void {
    ratios.set(n, ratio);
    changed();
  }

  const last = (): Answer => reported.at(-1)?.[1] as Answer;
  const hidden = (): unknown[] => roots.map((root) => root.hidden);

  beforeEach(() => {
    useStrings({});
    document.documentElement.lang = 'fr';
    ratios = new Map();
    reported = [];
    revealed = 0;
  });

  test('is offered when all is answered, before any answer is shown, and ends the round with the better result', () => {
    const { again, answers, bar } = open();
    answer(7, 1);
    expect(bar.hidden).toBe(true);
    answer(9, 0.5);
    expect([bar.hidden, answers.hidden, again.textContent, revealed]).toEqual([false, false, 'Reprendre cette question', 0]);
    again.click();
    expect(last()).toMatchObject({
      done: false,
      second: [9],
      kept: [
        [7, FULL],
        [9, FULL / 2],
      ],
    });
    expect([hidden(), reported.filter(([kind]) => kind === 'submit')]).toEqual([[true, false], []]);
    answer(9, 0);
    // The second answer is worse: the first result stays.
    expect([reported.at(-1)?.[0], last()]).toMatchObject([
      'submit',
      {
        done: true,
        kept: [
          [7, FULL],
          [9, FULL / 2],
        ],
      },
    ]);
    expect([revealed, hidden(), bar.hidden]).toEqual([1, [false, false], true]);
  });

  test('left in the middle, it continues at the next visit; points won so far count', () => {
    const { again } = open();
    answer(7, 1);
    answer(9, 0.5);
    again.click();
    const left = last();
    expect(draw(left, both).kept).toEqual([
      [7, 1],
      [9, 0.5],
    ]);
    open(left);
    expect([hidden(), revealed]).toEqual([[true, false], 0]);
    answer(9, 1);
    expect(last()).toMatchObject({
      done: true,
      kept: [
        [7, FULL],
        [9, FULL],
      ],
    });
  });

  test('left before it began, it is offered again; a review offers nothing', () => {
    open();
    const begun = last();
    answer(7, 0);
    answer(9, 0);
    const { bar, again } = open(begun);
    expect([bar.hidden, again.textContent, revealed]).toEqual([false, 'Reprendre ces 2 questions', 0]);
    expect(open(begun, true).bar.hidden).toBe(true);
  });

  test('if it is declined, the answers are shown and the round is over', () => {
    const { answers, bar, offer } = open();
    answer(7, 0);
    expect(offer()).toBeUndefined();
    answer(9, 1);
    expect(offer()).toMatch(/questions à reprendre, ou réponses à voir$/);
    answers.click();
    expect([offer(), document.activeElement]).toEqual([undefined, bar.previousElementSibling]);
    expect([reported.at(-1)?.[0], last()]).toMatchObject([
      'submit',
      {
        done: true,
        second: [],
        kept: [
          [7, 0],
          [9, FULL],
        ],
      },
    ]);
    expect([revealed, bar.hidden, answers.hidden]).toEqual([1, true, true]);
  });

  test('a round whose open question was removed ends at the next visit, or is drawn again if all are gone', async () => {
    ratios = new Map([[7, 1]]);
    open({ round: 1, drawn: [7, 8], done: false, kept: [] });
    await Promise.resolve();
    expect([reported.at(-1)?.[0], last(), revealed]).toMatchObject(['submit', { done: true, kept: [[7, FULL]] }, 1]);

    ratios = new Map([[7, 1]]);
    open({ round: 1, drawn: [7, 8], done: false, kept: [[7, FULL]], second: [8] });
    await Promise.resolve();
    expect([reported.at(-1)?.[0], hidden()]).toEqual(['submit', [false, true]]);

    ratios = new Map();
    open({ round: 2, drawn: [8], done: false, kept: [] });
    await Promise.resolve();
    expect([reported.at(-1)?.[0], last()]).toMatchObject(['draft', { round: 2, done: false }]);
    expect(last().drawn.length).toBe(2);
  });

  test('is not offered if all is right', () => {
    open();
    answer(7, 1);
    answer(9, 1);
    expect([reported.at(-1)?.[0], revealed]).toEqual(['submit', 1]);
  });
});

test('an answer of another type and invalid ratios count as nothing', () => {
  expect(draw(['a'] as unknown as Answer, options)).toMatchObject({ live: [], kept: [] });
  expect(draw({ round: 1, drawn: [7], done: true, kept: [[7, 'abc' as never]] }, options).kept).toEqual([]);
  expect(output(0, 0.5)).toEqual(['Refaire le quiz']);
});
