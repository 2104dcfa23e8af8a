// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const depot: Options = {
  choices: [
    { token: 'a', text: 'Le tram a deux cabines.', right: true, feedback: '<p>Une à chaque bout.</p>' },
    { token: 'b', text: 'Il fait demi-tour au dépôt.', right: false },
    { token: 'c', text: 'Il roule à droite.', right: true },
  ],
};

describe('scoring true-false', () => {
  it('counts right statements, and misses those without an answer', () => {
    expect(score(depot, { a: true, b: true })).toEqual({ ratio: 1 / 3, parts: { a: 'right', b: 'wrong', c: 'missed' } });
    expect(score(depot, { a: true, b: false, c: true, zz: true }).ratio).toBe(1);
    expect(score(depot, { a: 'x' as never, b: 'false' as never, c: true }).parts).toEqual({ a: 'missed', b: 'missed', c: 'right' });
    expect(score(depot, null).parts).toEqual({ a: 'missed', b: 'missed', c: 'missed' });
  });

  it('is an interaction a statement, and reports those answered', () => {
    expect(slots(depot)[1]).toEqual({
      part: 'b',
      type: 'true-false',
      right: [{ type: 'true-false', value: false }],
      text: 'Il fait demi-tour au dépôt.',
    });
    const long = { ...depot, choices: [250, 251].map((length) => ({ token: 'a', text: 'é'.repeat(length), right: true })) };
    expect(slots(long).map(({ text }) => text.length)).toEqual([250, 250]);
    expect(report(depot, { b: true, c: true, a: 'x' as never, zz: true })).toEqual([
      { part: 'b', response: { type: 'true-false', value: true }, result: 'incorrect' },
      { part: 'c', response: { type: 'true-false', value: true }, result: 'correct' },
    ]);
    expect(report(depot, { b: false })).toEqual([{ part: 'b', response: { type: 'true-false', value: false }, result: 'correct' }]);
    expect(solve(depot)).toEqual({ a: true, b: false, c: true });
  });
});

describe('true-false on the page', () => {
  const input = (root: HTMLElement, token: string, value: boolean): HTMLInputElement =>
    root.querySelector(`[data-statement="${token}"] [value="${value}"]`) as HTMLInputElement;

  it('says how many statements are open, and goes to the first', () => {
    const bench = mountType<Options, Answer>('true-false', mount, depot);
    expect(bench.missing()).toBe('Il reste 3 affirmations sans réponse.');
    input(bench.root, 'a', false).click();
    input(bench.root, 'c', true).click();
    expect(bench.drafts).toStrictEqual([{ a: false }, { a: false, c: true }]);
    expect(bench.missing()).toBe('Il reste une affirmation sans réponse.');
    expect(bench.mounted.read?.()).toEqual({ missing: bench.missing(), at: input(bench.root, 'b', true) });
    input(bench.root, 'b', false).click();
    expect(bench.mounted.read?.()).toEqual({ a: false, b: false, c: true });
  });

  it('can only be read where it is locked', () => {
    const one = mountType<Options, Answer>('true-false', mount, depot, { a: true, b: true }, true);
    const off = (root: HTMLElement): boolean[] => [...root.querySelectorAll('input')].map(({ disabled }) => disabled);
    expect([off(one.root).every(Boolean), input(one.root, 'a', true).checked, input(one.root, 'b', false).checked]).toEqual([
      true,
      true,
      false,
    ]);
    one.mounted.show(null);
    expect(off(one.root).every(Boolean)).toBe(true);
    const open = mountType<Options, Answer>('true-false', mount, depot, { a: true });
    open.mounted.show(verdictOf(score(depot, { a: true }), false));
    expect(off(open.root).some(Boolean)).toBe(false);
    expect([open.marks(), open.reasons()]).toEqual([['Juste'], ['Une à chaque bout.']]);
    open.mounted.show(verdictOf(score(depot, { a: true }), true));
    expect([off(open.root).every(Boolean), open.marks()]).toEqual([true, ['Juste', 'Réponse attendue', 'Réponse attendue']]);
    const expected = ['b', 'c'].map((token) => [true, false].map((value) => !!input(open.root, token, value).parentElement?.dataset.mark));
    expect(expected).toEqual([
      [false, true],
      [true, false],
    ]);
    open.mounted.show(null);
    expect(off(open.root).some(Boolean)).toBe(false);
  });

  it('restores an answer, marks what was chosen, and shows the other one only when final', () => {
    const answer = { a: false, b: false, c: true };
    const bench = mountType<Options, Answer>('true-false', mount, depot, answer);
    expect(input(bench.root, 'a', false).checked).toBe(true);
    bench.mounted.show(verdictOf(score(depot, answer), false));
    expect(bench.marks()).toEqual(['À revoir', 'Juste', 'Juste']);
    expect(bench.reasons()).toEqual(['Une à chaque bout.']);
    bench.mounted.show(verdictOf(score(depot, answer), true));
    expect(bench.marks()).toEqual(['Réponse attendue', 'À revoir', 'Juste', 'Juste']);
    expect(input(bench.root, 'a', true).disabled).toBe(true);
    bench.mounted.show(null);
    expect(bench.marks().concat(bench.reasons())).toEqual([]);
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('true-false', schema, `:::true-false{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['one statement', read('- [x] un'), []],
    ['no statement', read('Lisez.'), ['no-statement:1']],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('is solved by its solution', () => {
    const options = read('- [x] un\n- [ ] deux').options as unknown as Options;
    expect(score(options, solve(options)).ratio).toBe(1);
  });
});

it('has a verdict on every statement in its largest answer', () => {
  expect(largest(depot)).toEqual({ a: true, b: false, c: true });
});
