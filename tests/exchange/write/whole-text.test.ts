import { expect, test } from 'vitest';
import type { Body, Question } from '../../../build/exchange/model.ts';
import { wholeText } from '../../../build/exchange/write/whole-text.ts';

const text = (body: Body): string =>
  wholeText({ name: 'n', text: 'Quoi ?', points: 1, category: [], tags: [], line: 1, ...body } as Question);
const line = (words: string, weight: number | string, feedback = ''): string => `- ${words} (${weight}\u00a0%)${feedback}`;

test.each<[Body, readonly string[]]>([
  [
    {
      kind: 'single',
      shuffle: true,
      choices: [
        { text: 'a', weight: 100, feedback: 'Oui' },
        { text: 'b', weight: 0 },
      ],
    },
    [line('a', 100, ' > Oui'), line('b', 0)],
  ],
  [
    {
      kind: 'multiple',
      shuffle: true,
      choices: [
        { text: 'a', weight: 100 / 3 },
        { text: 'b', weight: -66.666 },
      ],
    },
    [line('a', 33.33), line('b', -66.67)],
  ],
  [{ kind: 'short', answers: [{ text: 'a*', weight: 50 }] }, [line('a*', 50)]],
  [
    {
      kind: 'numeric',
      answers: [
        { low: 1, high: 1, weight: 100 },
        { low: 1, high: 2.5, weight: 0, feedback: 'Non' },
      ],
    },
    [line('1', 100), line('1..2.5', 0, ' > Non')],
  ],
  [{ kind: 'matching', pairs: [['a', 'b']], lures: ['c'] }, ['- a -> b', '-  -> c']],
  [{ kind: 'order', steps: ['a', 'b'] }, ['1. a', '2. b']],
  [{ kind: 'cloze', isList: true, distractors: ['a', 'b'] }, ['- a', '- b']],
  [{ kind: 'true-false', isTrue: true }, ['T']],
  [{ kind: 'true-false', isTrue: false }, ['F']],
  [{ kind: 'description', after: 'Après' }, ['Après']],
  [{ kind: 'essay', note: 'Note', after: 'Après', results: { right: 'R', partly: 'P', wrong: 'W' } }, ['Après', 'R', 'P', 'W', 'Note']],
])('%j', (body, lines) => {
  expect(text(body)).toBe(['Quoi ?', ...lines].join('\n'));
});
