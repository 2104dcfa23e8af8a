import { expect, test } from 'vitest';
import type { Question } from '../../../build/exchange/model.ts';
import { Ids } from '../../../build/exchange/write/ids.ts';

const question = (more: Partial<Question>): Question => ({ name: '', text: 'Où est le pain ?', ...more }) as Question;
const idOf = (more: Partial<Question>): string => new Ids([]).ofQuestion(question(more));

test('an id is its text’s; the next ones have numbers', () => {
  const ids = new Ids(['le-four']);
  expect([
    ids.make('Le four', 'x'),
    ids.make('Le four', 'x'),
    ids.make('Le sel', 'x'),
    ids.make('?', 'page'),
    ids.make('!', 'page'),
  ]).toEqual(['le-four-2', 'le-four-3', 'le-sel', 'page', 'page-2']);
});

test.each([
  ['![Une rame](a.png) Le [quai](b.html)', 'le-quai'],
  ['Le [quai](b.html) et ![](a.png) la ![](c.png) [rame](d.html)', 'le-quai-et-la-rame'],
  ['**Le** _pain_ \\* `x`', 'le-pain-x'],
])('marks of Markdown are no words: %s', (text, id) => {
  expect(new Ids([]).make(text, 'x')).toBe(id);
});

test.each<[Partial<Question>, string]>([
  [{ idNumber: 'PAIN-3', name: 'Le four' }, 'pain-3'],
  [{ idNumber: '?', name: 'Le four' }, 'le-four'],
  [{ name: 'Le four' }, 'le-four'],
  [{ name: '' }, 'ou-est-le-pain'],
  [{ name: '¡!' }, 'ou-est-le-pain'],
  [{ name: 'Q1' }, 'ou-est-le-pain'],
  [{ name: ' question 12. ' }, 'ou-est-le-pain'],
  [{ name: '3)' }, 'ou-est-le-pain'],
  [{ name: 'No° 4' }, 'ou-est-le-pain'],
  ...['item 3', 'Exercice 2 :', 'exercise_4', 'Frage 1', 'n. 5'].map((name): [Partial<Question>, string] => [{ name }, 'ou-est-le-pain']),
  [{ name: 'Q1 bis' }, 'q1-bis'],
  [{ name: 'Question du pain' }, 'question-du-pain'],
  [{ name: '', text: '' }, 'question'],
])('a question %j is %s', (more, id) => {
  expect(idOf(more)).toBe(id);
});
