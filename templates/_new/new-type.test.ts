// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { findingsOf } from '../../tests/helpers/type-findings.ts';
import { mount } from './runtime.ts';
import { type Answer, isTicked, largest, report, score, slots, solve } from './scoring.ts';
import { definition, type Options } from './type.ts';

const bread: Options = {
  choices: [
    { token: 'a', text: 'Le levain', right: true, feedback: '<p>Son corps.</p>' },
    { token: 'b', text: 'La farine', right: true },
    { token: 'c', text: 'Le beurre', right: false, feedback: '<p>La brioche.</p>' },
  ],
};

describe('scoring new-type', () => {
  it('counts the lines that are rightly ticked or left empty', () => {
    expect(score(bread, ['a', 'b'])).toEqual({ ratio: 1, parts: { a: 'right', b: 'right', c: 'right' } });
    expect(score(bread, ['a', 'c', 'zz'])).toEqual({ ratio: 1 / 3, parts: { a: 'right', b: 'missed', c: 'wrong' } });
    expect(score(bread, null)).toEqual({ ratio: 0, parts: { a: 'missed', b: 'missed', c: 'right' } });
    expect(score(bread, { a: true } as unknown as Answer).ratio).toBe(0);
  });

  it('reports what was ticked, without deleted lines', () => {
    expect(report(bread, ['c', 'zz'])).toEqual([{ response: { type: 'choice', tokens: ['c'] }, result: 'incorrect' }]);
    expect(report(bread, [])).toEqual([]);
    expect(report(bread, ['b', 'a'])).toEqual([{ response: { type: 'choice', tokens: ['a', 'b'] }, result: 'correct' }]);
  });

  it('is one question to the LMS, with the lines to tick as its key', () => {
    expect(slots(bread)).toEqual([{ type: 'choice', right: [{ type: 'choice', tokens: ['a', 'b'] }], text: '' }]);
    expect([solve(bread), largest(bread), isTicked(['a'], 'a'), isTicked(['a'], 'b'), isTicked(null, 'a')]).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
      true,
      false,
      false,
    ]);
  });
});

describe('new-type on the page', () => {
  it('asks for a tick, then gives the answer', () => {
    const bench = mountType<Options, Answer>('_new', mount, bread);
    expect(bench.missing()).toBe('Cochez d’abord au moins une ligne.');
    bench.root.querySelector<HTMLInputElement>('[value="c"]')?.click();
    expect(bench.drafts).toEqual([['c']]);
    expect(bench.mounted.read?.()).toEqual(['c']);
  });

  it('restores an answer, marks it, and shows what was missed only when final', () => {
    const answer = ['a', 'c'];
    const bench = mountType<Options, Answer>('_new', mount, bread, answer);
    bench.mounted.show(verdictOf(score(bread, answer), false));
    expect(bench.marks()).toEqual(['Juste', 'À revoir']);
    expect(bench.reasons()).toEqual(['Son corps.', 'La brioche.']);
    bench.mounted.show(verdictOf(score(bread, answer), true));
    expect(bench.marks()).toEqual(['Juste', 'Réponse attendue', 'À revoir']);
    const off = () => [...bench.root.querySelectorAll('input')].map(({ disabled }) => disabled);
    expect(off()).toEqual([true, true, true]);
    bench.mounted.show(null);
    expect([bench.marks(), bench.reasons(), off()]).toEqual([[], [], [false, false, false]]);
  });

  it('can only be read where it is locked', () => {
    const bench = mountType<Options, Answer>('_new', mount, bread, ['a'], true);
    bench.mounted.show(null);
    expect([...bench.root.querySelectorAll('input')].map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, true],
      [false, true],
      [false, true],
    ]);
  });
});

describe('the text of an author', () => {
  const line = (right: boolean) => ({ right });

  it.each([
    [[line(true), line(false)], []],
    [[line(true)], [['error too-few-choices', { has: 1 }]]],
    [[line(false), line(false)], [['error no-right-choice']]],
  ])('with lines %j is reported as %j', (choices, found) => {
    expect(findingsOf(definition, { choices })).toEqual(found);
  });

  it('may have a note, and is scored', () => {
    expect(definition).toMatchObject({ kind: 'activity', scored: true });
    expect(definition.attributes.safeParse({ note: 'Plusieurs lignes.' }).data).toEqual({ note: 'Plusieurs lignes.' });
    expect(definition.attributes.safeParse({}).data).toEqual({});
  });
});
