// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Inner, Mount } from '../../src/player/frame/mount.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import { type Answer, FULL } from './scoring.ts';
import type { Options } from './type.ts';

const mountQuiz: Mount<Options, Answer> = mount;
const { fr: strings } = JSON.parse(readFileSync('templates/quiz/strings.json', 'utf8'));

/** Answers by lock number: ratio, and points of each question. */
let ratios: Map<number, number>;
let changed: () => void;

interface World {
  readonly answer?: Answer | null;
  readonly points?: readonly [number, number, number];
  readonly attempts?: number;
  readonly pass?: number;
  readonly locked?: boolean;
  readonly more?: Partial<Options>;
}

/** Opens a quiz of the questions 7, 8 and 9. */
function open({ answer = null, points = [1, 1, 1], attempts = 0, pass, locked = false, more = {} }: World = {}) {
  const numbers = [7, 8, 9];
  document.body.innerHTML = `<section><div tabindex="-1"></div><p hidden><button></button></p><div>${numbers
    .map((n) => `<section id="q${n}" tabindex="-1"></section>`)
    .join('')}</div></section>`;
  const root = document.body.firstElementChild as HTMLElement;
  const [result, bar, list] = root.children as unknown as [HTMLElement, HTMLElement, HTMLElement];
  const calls = {
    draft: vi.fn(),
    submit: vi.fn(),
    reveal: vi.fn(),
    restart: vi.fn((these: readonly number[]) => these.forEach((n) => void ratios.delete(n))),
  };
  const inner: Inner = {
    list: () =>
      numbers.map((n, index) => ({
        n,
        submitted: ratios.has(n),
        ratio: ratios.get(n) ?? 0,
        points: points[index] ?? 0,
        root: document.getElementById(`q${n}`) as HTMLElement,
      })),
    restart: calls.restart,
    reveal: calls.reveal,
    onChange: (listener) => {
      changed = listener;
    },
  };
  const questions = numbers.map((n, index) => ({ n, competencies: [], points: points[index] ?? 0 }));
  mountQuiz(root, {
    ...{
      options: { questions, shuffle: false, review: 'end', secondChance: false, ...more } as Options,
      strings,
      answer,
      locked,
      attempts,
    },
    ...{ pass, inner, overview: overviewOf(), recall: () => undefined, draft: calls.draft, submit: calls.submit, announce: () => {} },
  });
  return {
    ...calls,
    result,
    bar,
    again: bar.firstElementChild as HTMLButtonElement,
    /** Sentences of the result. */
    lines: () => [...result.querySelectorAll('p')].map((line) => (line.textContent ?? '').replaceAll(/\s/g, ' ')),
    /** Questions in the order of the page, with their numbers; in brackets if they are hidden. */
    shown: () =>
      [...list.children].map((one) => {
        const words = `${one.id} ${[...one.querySelectorAll('.quiz-number')].map(({ textContent }) => textContent).join('|')}`.trim();
        return (one as HTMLElement).hidden ? `(${words})` : words;
      }),
  };
}

function reply(...answers: [number, number][]): void {
  for (const [n, ratio] of answers) {
    ratios.set(n, ratio);
    changed();
  }
}

const keptOf = (...pairs: [number, number][]): Answer['kept'] => pairs.map(([n, ratio]) => [n, Math.round(ratio * FULL)]);

beforeEach(() => {
  useStrings({});
  document.documentElement.lang = 'fr';
  ratios = new Map();
});
afterEach(() => vi.restoreAllMocks());

describe('the questions of a round', () => {
  test('stand in the order of their draw, with numbers, and the others are hidden', () => {
    const quiz = open({ answer: { round: 1, drawn: [9, 7], done: false, kept: [] } });
    expect(quiz.shown()).toEqual(['q9 Question 1 sur 2', 'q7 Question 2 sur 2', '(q8)']);
    expect(quiz.draft).not.toHaveBeenCalled();
    reply([9, 1]);
    expect(quiz.shown()).toEqual(['q9 Question 1 sur 2', 'q7 Question 2 sur 2', '(q8)']);
    expect([quiz.submit.mock.calls, quiz.lines(), quiz.bar.hidden]).toEqual([[], [], true]);
  });

  test('end it once each has an answer', () => {
    const quiz = open({ answer: { round: 1, drawn: [9, 7], done: false, kept: [] } });
    reply([9, 1], [7, 1 / 3]);
    expect(quiz.submit.mock.calls).toEqual([[{ round: 1, drawn: [9, 7], done: true, kept: keptOf([9, 1], [7, 1 / 3]) }]]);
    expect(quiz.reveal).toHaveBeenCalledOnce();
    reply([7, 1]);
    expect(quiz.submit).toHaveBeenCalledOnce();
  });

  test('are only the missed ones of a second chance, and all where nothing may be answered', async () => {
    const second: Answer = { round: 1, drawn: [7, 9], done: false, kept: [], second: [9] };
    const shown = async (locked: boolean): Promise<string[]> => {
      const quiz = open({ answer: second, locked });
      await Promise.resolve();
      return quiz.shown().filter((one) => !one.startsWith('('));
    };
    expect(await shown(false)).toEqual(['q9 Question 2 sur 2']);
    expect(await shown(true)).toEqual(['q7 Question 1 sur 2', 'q9 Question 2 sur 2']);
  });

  test('end nothing where nothing may be answered', () => {
    const quiz = open({ answer: { round: 1, drawn: [9], done: false, kept: [] }, locked: true });
    reply([9, 1]);
    expect([quiz.submit.mock.calls, quiz.reveal.mock.calls, quiz.draft.mock.calls]).toEqual([[], [], []]);
  });
});

describe('another round', () => {
  const done: Answer = { round: 1, drawn: [8, 9], done: true, kept: keptOf([8, 0.5], [9, 1]) };

  test('asks new questions, forgets the answers to all of them, and begins with the first', () => {
    ratios = new Map([
      [8, 0.5],
      [9, 1],
    ]);
    const quiz = open({ answer: done, more: { draw: { total: 3 } } });
    expect([quiz.bar.hidden, quiz.again.textContent]).toEqual([false, 'Refaire le quiz']);
    quiz.again.click();
    expect(quiz.draft.mock.calls).toEqual([[{ round: 2, drawn: [7, 8, 9], done: false, kept: done.kept }]]);
    expect(quiz.restart.mock.calls).toEqual([[[8, 9, 7]]]);
    expect([quiz.lines(), quiz.bar.hidden, document.activeElement?.id]).toEqual([[], true, 'q7']);
    expect(quiz.shown()).toEqual(['q7 Question 1 sur 3', 'q8 Question 2 sur 3', 'q9 Question 3 sur 3']);
  });

  test('that is worse leaves the better one; one that is as good takes its place', () => {
    const second = (...answers: [number, number][]) => {
      ratios = new Map();
      const quiz = open({ answer: { ...done, round: 2, done: false } });
      reply(...answers);
      return [quiz.submit.mock.calls[0]?.[0].kept, quiz.lines()];
    };
    expect(second([8, 0.25], [9, 1])).toEqual([
      done.kept,
      ['Score : 63 %.', 'Questions entièrement justes : 1 sur 2.', 'Votre meilleur résultat, 75 %, est gardé.'],
    ]);
    expect(second([8, 1], [9, 0.5])[0]).toEqual(keptOf([8, 1], [9, 0.5]));
  });
});

describe('the result', () => {
  const kept = keptOf([7, 1], [8, 0], [9, 1]);
  const answer: Answer = { round: 1, drawn: [7, 8, 9], done: true, kept };
  const linesOf = (world: World): string[] => {
    ratios = new Map([
      [7, 1],
      [8, 0],
      [9, 1],
    ]);
    return open({ answer, ...world }).lines();
  };

  test('weighs questions by their points, all the same where none has points', () => {
    expect([linesOf({})[0], linesOf({ points: [1, 8, 1] })[0], linesOf({ points: [0, 0, 0] })[0]]).toEqual([
      'Score : 67 %.',
      'Score : 20 %.',
      'Score : 67 %.',
    ]);
    expect(linesOf({ points: [0, 8, 1] })[0]).toBe('Score : 11 %.');
    // A question of the best round may be gone.
    expect(linesOf({ answer: { ...answer, round: 2, kept: keptOf([7, 1], [99, 0]) } }).at(-1)).toMatch(/100 %, est gardé/);
  });

  test('shows whether the mark is reached, if it counts', () => {
    const words = (world: World) => linesOf(world).filter((line) => /seuil/i.test(line));
    expect([words({}), words({ pass: 60 }), words({ pass: 70 }), words({ pass: 60, points: [0, 0, 0] })]).toEqual([
      [],
      ['Le seuil de 60 % est atteint.'],
      ['Le seuil de 70 % n’est pas encore atteint.'],
      [],
    ]);
  });

  test('names the best round only from the second one', () => {
    const words = (round: number) => linesOf({ answer: { ...answer, round } });
    const shared = ['Score : 67 %.', 'Questions entièrement justes : 2 sur 3.'];
    expect([words(1), words(2)]).toEqual([shared, [...shared, 'Votre meilleur résultat, 67 %, est gardé.']]);
  });

  test('counts rounds of several tries, which begin again below the mark', () => {
    const words = (round: number, pass?: number) => {
      ratios = new Map([
        [7, 1],
        [8, 0],
        [9, 1],
      ]);
      const quiz = open({ answer: { ...answer, round }, attempts: 2, ...(pass !== undefined && { pass }) });
      return [quiz.lines().at(-1), quiz.bar.hidden, quiz.again.textContent];
    };
    expect([words(1), words(3), words(2)]).toEqual([
      ['Il vous reste un essai pour ce quiz.', false, 'Refaire le quiz'],
      ['Il vous reste un essai pour ce quiz.', false, 'Refaire le quiz'],
      ['C’était le dernier essai.', true, 'Refaire le quiz'],
    ]);
    expect([words(2, 70), words(4, 70), words(2, 60)]).toEqual([
      ['C’était le dernier essai, mais vous pouvez recommencer.', false, 'Recommencer'],
      ['C’était le dernier essai, mais vous pouvez recommencer.', false, 'Recommencer'],
      ['C’était le dernier essai.', true, 'Refaire le quiz'],
    ]);
  });

  test('that is exactly the mark reaches it, and begins no new series of tries', () => {
    const half: Answer = { round: 2, drawn: [7, 8], done: true, kept: keptOf([7, 1], [8, 0]) };
    ratios = new Map([
      [7, 1],
      [8, 0],
    ]);
    const of = (pass: number) => {
      const quiz = open({ answer: half, attempts: 2, pass });
      return [quiz.lines().find((line) => /seuil/i.test(line)), quiz.lines().at(-1), quiz.bar.hidden];
    };
    expect([of(50), of(51)]).toEqual([
      ['Le seuil de 50 % est atteint.', 'C’était le dernier essai.', true],
      ['Le seuil de 51 % n’est pas encore atteint.', 'C’était le dernier essai, mais vous pouvez recommencer.', false],
    ]);
  });

  test('that is full counts no tries', () => {
    ratios = new Map([[7, 1]]);
    const full: Answer = { round: 1, drawn: [7], done: true, kept: keptOf([7, 1]) };
    expect(open({ answer: full, attempts: 2 }).lines()).toEqual(['Score : 100 %.', 'Questions entièrement justes : 1 sur 1.']);
  });
});
