import { expect, test } from 'vitest';
import type { ActivityFrame } from '../../../src/player/frame/frame.ts';
import { createQuizzes } from '../../../src/player/frame/quizzes.ts';
import type { Tracker } from '../../../src/visit/tracker.ts';
import { activity, bakery } from '../../helpers/bakery.ts';

function open(review: string) {
  const log: string[] = [];
  const [prix, pain] = [activity(6, 'prix', 'pick', { quiz: 'bilan', points: 2 }), activity(7, 'pain', 'pick', { quiz: 'bilan' })];
  const other = activity(8, 'four', 'pick', { quiz: 'rappel' });
  const content = bakery({
    activities: [
      activity(5, 'bilan', 'quiz', { options: { review } }),
      activity(9, 'rappel', 'quiz'),
      prix,
      pain,
      other,
      activity(0, 'levain', 'pick'),
    ],
  });
  const frames = new Map(
    ['bilan', 'rappel', 'prix', 'pain', 'four', 'levain'].map((id) => [
      id,
      {
        passed: () => log.push(`passed ${id}`),
        remount: () => log.push(`remount ${id}`),
        render: () => log.push(`render ${id}`),
      } as unknown as ActivityFrame,
    ]),
  );
  const tracker = {
    standing: (id: string) => ({ submitted: id === 'prix', verdict: id === 'prix' ? { ratio: 0.5 } : null }),
    restart: (numbers: readonly number[]) => log.push(`restart ${numbers}`),
  } as unknown as Tracker;
  return { quizzes: createQuizzes(content, tracker, frames), prix, pain, log, take: () => log.splice(0) };
}

test('verdicts are withheld until the quiz shows them, and again after a restart', () => {
  const { quizzes, prix, take } = open('end');
  const inner = quizzes.innerOf('bilan');
  const states = [quizzes.withheld(prix)];
  inner.reveal();
  states.push(quizzes.withheld(prix));
  expect(take()).toEqual(['render prix', 'render pain']);
  inner.restart([7]);
  states.push(quizzes.withheld(prix));
  expect([states, take()]).toEqual([
    [true, false, true],
    ['restart 7', 'remount pain'],
  ]);
  expect([quizzes.withheld(activity(0, 'levain', 'pick')), open('now').quizzes.withheld(prix)]).toEqual([false, false]);
});

test('a restart withholds the verdicts of its own quiz alone', () => {
  const content = bakery({
    activities: ['bilan', 'rappel'].map((id, n) => activity(n, id, 'quiz', { options: { review: 'end' } })),
  });
  const quizzes = createQuizzes(content, { restart: () => undefined } as unknown as Tracker, new Map());
  const [bilan, rappel] = [quizzes.innerOf('bilan'), quizzes.innerOf('rappel')];
  const withheld = () => ['bilan', 'rappel'].map((quiz) => quizzes.withheld(activity(5, 'prix', 'pick', { quiz })));
  bilan.reveal();
  const states = [withheld()];
  rappel.reveal();
  bilan.restart([]);
  expect([...states, withheld()]).toEqual([
    [false, true],
    [true, false],
  ]);
});

test('a submission passes the other questions of its quiz, and is reported to it', () => {
  const { quizzes, prix, take } = open('now');
  let changes = 0;
  quizzes.innerOf('bilan').onChange(() => changes++);
  quizzes.submitted(prix);
  quizzes.submitted(activity(8, 'four', 'pick', { quiz: 'rappel' }));
  quizzes.submitted(activity(0, 'levain', 'pick'));
  expect([take(), changes]).toEqual([['passed pain'], 1]);
});

test('a quiz lists its own questions with their standing', () => {
  const page = Object.getOwnPropertyDescriptor(globalThis, 'document');
  Object.defineProperty(globalThis, 'document', { configurable: true, value: { getElementById: (id: string) => id } });
  const { quizzes } = open('now');
  const lists = [quizzes.innerOf('bilan').list(), quizzes.innerOf('rappel').list()];
  if (page) Object.defineProperty(globalThis, 'document', page);
  else Reflect.deleteProperty(globalThis, 'document');
  expect(lists).toEqual([
    [
      { n: 6, submitted: true, ratio: 0.5, points: 2, root: 'a-prix' },
      { n: 7, submitted: false, ratio: 0, points: 1, root: 'a-pain' },
    ],
    [{ n: 8, submitted: false, ratio: 0, points: 1, root: 'a-four' }],
  ]);
});
