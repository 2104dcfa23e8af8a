import { expect, it } from 'vitest';
import { slimOptions } from '../../../build/stages/resolve/slim-options.ts';

const NUMBERS = new Map([
  ['frein', 4],
  ['cloche', 7],
]);
const question = (id: string) => ({ kind: 'activity', activity: { id, competencies: ['c1'], points: 2, options: { choices: [] } } });

it('leaves out what the page shows already, at any depth', () => {
  const options = {
    prompt: '<p>?</p>',
    html: '',
    choices: [{ token: 'a', html: '<b>Un</b>', text: 'Un', right: true, nodes: [] }],
    max: 3,
    flag: null,
  };
  expect(slimOptions(options, NUMBERS)).toEqual({ choices: [{ token: 'a', text: 'Un', right: true }], max: 3, flag: null });
});

it('reduces questions to their number, competencies and points, and drops texts and blocks between them', () => {
  const block = { kind: 'block', type: 'figure', options: {} };
  const questions = [question('frein'), { kind: 'prose', html: '<p>Un mot.</p>' }, block, question('cloche'), question('rien')];
  expect(slimOptions({ questions, review: 'end' }, NUMBERS)).toEqual({
    questions: [
      { n: 4, competencies: ['c1'], points: 2 },
      { n: 7, competencies: ['c1'], points: 2 },
      { n: 0, competencies: ['c1'], points: 2 },
    ],
    review: 'end',
  });
});
