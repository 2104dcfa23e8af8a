// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useWords } from '../../src/player/words.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import type { Answer, Options } from './scoring.ts';

const strings = JSON.parse(readFileSync('templates/quiz/strings/fr.json', 'utf8'));
const options: Options = { questions: [{ n: 7, competencies: [], points: 1 }], shuffle: false, review: 'end' };

/** What the quiz says above its only question, after `round` rounds that end with these ratios. */
function said(attempts: number, ratio: number, more: { round?: number; pass?: number; locked?: boolean } = {}): string[] {
  const { round = 1, pass, locked = false } = more;
  useWords({});
  document.documentElement.lang = 'fr';
  document.body.innerHTML = '<section><div></div><p hidden><button></button></p><div></div></section>';
  const root = document.body.firstElementChild as HTMLElement;
  const question = document.createElement('section');
  const answer: Answer = { round, drawn: [7], done: true, kept: [[7, ratio * 10_000]] };
  mount(root, {
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
  const lines = [...result.children].map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' '));
  return [...lines.filter((line) => /essai/.test(line)), ...(again.hidden ? [] : [again.textContent ?? ''])];
}

test('says how many tries at the whole quiz are left, and offers the next', () => {
  expect(said(3, 0)).toEqual(['Il vous reste 2 essais pour ce quiz.', 'Refaire le quiz']);
  expect(said(3, 0.5, { round: 2 })).toEqual(['Il vous reste un essai pour ce quiz.', 'Refaire le quiz']);
  expect(said(3, 0.5, { round: 3 })).toEqual(['C’était le dernier essai.']);
});

test('below the pass mark the last try is not the end', () => {
  expect(said(2, 0.5, { round: 2, pass: 80 })).toEqual(['C’était le dernier essai, mais vous pouvez recommencer.', 'Recommencer']);
  expect(said(2, 0.9, { round: 2, pass: 80 })).toEqual(['C’était le dernier essai.']);
});

test('says nothing of tries where there is no limit, nothing to gain, or nothing to change', () => {
  expect(said(0, 0.5)).toEqual(['Refaire le quiz']);
  expect(said(2, 1)).toEqual([]);
  expect(said(2, 0.5, { locked: true })).toEqual([]);
});
