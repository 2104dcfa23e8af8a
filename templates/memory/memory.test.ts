// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import { type Answer, type Options, report, score, solve } from './scoring.ts';

const oven: Options & { columns: readonly string[]; targets: readonly object[] } = {
  columns: ['Mot', 'Sens'],
  pairs: ['a', 'b', 'c'].map((token) => ({
    token,
    left: `mot ${token}`,
    leftText: `mot ${token}`,
    rightText: `sens ${token}`,
    feedback: `<p>Oui, ${token}.</p>`,
  })),
  targets: ['a', 'b', 'c'].map((token) => ({ token, html: `sens ${token}` })),
};

function game(answer: Answer | null = null, locked = false) {
  const bench = mountType<Options, Answer>('memory', mount, oven, answer, locked);
  const card = (deck: string, token: string) =>
    bench.root.querySelector(`[data-deck="${deck}"][data-card="${token}"]`) as HTMLButtonElement;
  const up = (): string[] =>
    [...bench.root.querySelectorAll('[aria-pressed="true"]')].map((one) => one.querySelector(':not([hidden])')?.textContent ?? '');
  return { ...bench, card, up };
}

describe('a game of pairs', () => {
  it('hides all cards at first; a pair stays, with its reason', () => {
    const { card, up, drafts, root, said } = game();
    expect(up()).toEqual([]);
    card('left', 'a').click();
    expect(said).toEqual(['mot a']);
    card('right', 'a').click();
    expect(up().sort()).toEqual(['mot a', 'sens a']);
    expect(drafts).toEqual([['a']]);
    expect(root.querySelector('.memory-told')?.textContent?.replace(/[\u00a0\u202f]/g, ' ')).toBe('Une paire ! Il en reste 2.Oui, a.');
  });

  it('leaves two cards that are no pair in sight until the next try, whoever reads slowly', () => {
    const { card, up, said, drafts } = game();
    card('left', 'a').click();
    card('right', 'b').click();
    expect(up().sort()).toEqual(['mot a', 'sens b']);
    expect(said.at(-1)?.replace(/[\u00a0\u202f]/g, ' ')).toBe('Pas une paire : « mot a » et « sens b ».');
    card('right', 'c').click();
    expect(up()).toEqual(['sens c']);
    expect(drafts).toEqual([]);
  });

  it('takes a second card of one deck for another first', () => {
    const { card, up } = game();
    card('left', 'a').click();
    card('left', 'b').click();
    expect(up()).toEqual(['mot b']);
  });

  it('keeps what was found, and can be ended before all is', () => {
    const { up, mounted, card, drafts } = game(['b', 'gone']);
    expect(up().sort()).toEqual(['mot b', 'sens b']);
    expect(mounted.read?.()).toEqual(['b']);
    card('left', 'b').click();
    expect(drafts).toEqual([]);
  });

  it('shows everything once it is over', () => {
    const { up, card } = game(['a', 'b', 'c'], true);
    expect(up()).toHaveLength(6);
    expect(card('left', 'a').getAttribute('aria-disabled')).toBe('true');
  });

  it('counts the pairs found', () => {
    expect(score(oven, ['a']).ratio).toBeCloseTo(1 / 3);
    expect(score(oven, solve(oven)).ratio).toBe(1);
    expect(report(oven, ['a'])).toEqual([{ response: { type: 'matching', pairs: [['a', 'a']] }, result: 'incorrect' }]);
    expect(report(oven, solve(oven))[0]?.result).toBe('correct');
    expect(report(oven, [])).toEqual([]);
  });
});
