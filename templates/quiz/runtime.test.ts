// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { Mount } from '../../src/player/frame/mount.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import { type Answer, FULL } from './scoring.ts';
import type { Options } from './type.ts';

const mountQuiz: Mount<Options, Answer> = mount;
const { fr: strings } = JSON.parse(readFileSync('templates/quiz/strings.json', 'utf8'));
const options: Options = { questions: [{ n: 7, competencies: [], points: 1 }], shuffle: false, review: 'end', secondChance: false };

describe('coming back to a quiz', () => {
  const stored: Answer = { round: 1, drawn: [7], done: true, kept: [[7, FULL]] };
  function open(answer: Answer | null, locked = false) {
    useStrings({});
    document.body.innerHTML = '<section><div></div><p hidden><button></button></p><div></div></section>';
    const question = document.createElement('section');
    const calls = { reveal: vi.fn(), draft: vi.fn() };
    const inner = {
      list: () => [{ n: 7, submitted: true, ratio: 1, points: 1, root: question }],
      restart: () => {},
      onChange: () => {},
      reveal: calls.reveal,
    };
    const rest = { overview: overviewOf(), recall: () => undefined, submit: () => {}, announce: () => {}, draft: calls.draft };
    mountQuiz(document.body.firstElementChild as HTMLElement, {
      options,
      strings,
      answer,
      locked,
      attempts: 2,
      pass: undefined,
      inner,
      ...rest,
    });
    return [calls.reveal.mock.calls.length, calls.draft.mock.calls.map(([{ round, drawn }]) => [round, drawn])];
  }

  test('shows the answers of a round that is over, and draws nothing', () => {
    expect(open(stored)).toEqual([1, []]);
  });

  test('shows none of a round that goes on', () => {
    expect(open({ ...stored, done: false })).toEqual([0, []]);
  });

  test('draws a round at first, and again if all of its questions are gone', () => {
    expect(open(null)).toEqual([0, [[1, [7]]]]);
    expect(open({ ...stored, round: 3, drawn: [9], done: false })).toEqual([0, [[3, [7]]]]);
    expect(open({ ...stored, drawn: [9] })).toEqual([1, []]);
  });

  test('stores no draw where nothing can be answered', () => {
    expect(open(null, true)).toEqual([0, []]);
  });
});
