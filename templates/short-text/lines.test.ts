// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { END, VARIABLE_IN_TEXT } from '../../build/model/markers.ts';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { mount } from './runtime.ts';
import { type Answer, limitOf, score, slots, solve } from './scoring.ts';
import { definition, type Options } from './type.ts';

const line = (token: string, text: string, more: object = {}) => ({ token, text, right: true, ...more });
const variable = (name: string): string => `${VARIABLE_IN_TEXT}${name}${END}`;
const lines = (...choices: object[]): Options => ({ choices }) as unknown as Options;

it('forgives accents in a line, unless they are strict', () => {
  const options = lines(line('a', 'dépôt'));
  expect([score(options, 'depot').ratio, score({ ...options, accents: 'strict' }, 'depot').ratio]).toEqual([1, 0]);
});

it('has room for each line that is right, even in part', () => {
  expect(limitOf(lines(line('a', 'pain'), line('b', 'x'.repeat(40), { weight: 50 }), line('c', 'x'.repeat(50), { right: false })))).toBe(
    80,
  );
});

it('tells the LMS of a star that is meant as such', () => {
  expect(slots(lines(line('a', '2 \\* 3')))[0]?.right).toEqual([{ type: 'fill-in', text: '2 * 3' }]);
});

it('is solved by words around it where nothing shorter is right', () => {
  const mistakes = ['pain', 'xpainx'].map((text) => line(text, text, { right: false }));
  expect(solve(lines(...mistakes, line('a', '*pain*')))).toBe('x pain x');
});

it('colours a reason by the outcome', () => {
  const options = lines(line('a', 'levure', { right: false, feedback: '<p>Presque.</p>' }), line('b', 'levain'));
  const { root, mounted } = mountType<Options, Answer>('short-text', mount, options, 'levure');
  mounted.show(verdictOf(score(options, 'levure'), false));
  expect(root.querySelector<HTMLElement>('.c-feedback')?.dataset.mark).toBe('wrong');
});

it.each<[string, object, unknown[]]>([
  [
    'a variable in each place',
    { answer: [`le ${variable('pain')}`], choices: [line('a', `${variable('four')} chaud`)] },
    [
      ['error answer-in-variable', { name: 'pain' }, ''],
      ['error answer-in-variable', { name: 'four' }, 'a'],
    ],
  ],
  ['a line that takes more than the one before', { choices: [line('a', 'levain'), line('b', 'levain*', { weight: 50 })] }, []],
  [
    'a mistake that differs from a line by its accents',
    { choices: [line('a', 'dépôt'), line('b', 'depot', { right: false })] },
    [['error mistake-is-right', { text: 'depot' }, 'b']],
  ],
  ['the same where accents are strict', { accents: 'strict', choices: [line('a', 'dépôt'), line('b', 'depot', { right: false })] }, []],
])('reports %s', (_, options, found) => {
  expect(findingsOf(definition, options)).toEqual(found);
});
