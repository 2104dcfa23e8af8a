// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, foundIn, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const oven: Options = {
  columns: ['Mot', 'Sens'],
  pairs: ['a', 'b', 'c'].map((token) => ({
    token,
    left: `mot ${token}`,
    leftText: `mot ${token}`,
    right: `sens ${token}`,
    rightText: `sens ${token}`,
    target: token,
    feedback: `<p>Oui, ${token}.</p>`,
  })),
  targets: ['a', 'b', 'c'].map((token) => ({ token, text: `sens ${token}`, html: `sens ${token}` })),
};

const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\u00a0\u202f]/g, ' ');

function game(answer: Answer | null = null, locked = false) {
  const bench = mountType<Options, Answer>('memory', mount, oven, answer, locked);
  const card = (deck: string, token: string) =>
    bench.root.querySelector(`[data-deck="${deck}"][data-card="${token}"]`) as HTMLButtonElement;
  const up = (): string[] =>
    [...bench.root.querySelectorAll('[aria-pressed="true"]')].map((one) => one.querySelector(':not([hidden])')?.textContent ?? '');
  const lines = (): string[] =>
    [...bench.root.querySelectorAll('.memory-found > li')].map((line) =>
      [...line.children].map(({ textContent }) => plain(textContent)).join('|'),
    );
  return { ...bench, card, up, lines };
}

describe('a game of pairs', () => {
  it('hides all cards at first; a pair stays, with its reason', () => {
    const { card, up, drafts, root, announced, lines } = game();
    expect(up()).toEqual([]);
    card('left', 'a').click();
    expect(announced).toEqual(['mot a']);
    card('right', 'a').click();
    expect(up().sort()).toEqual(['mot a', 'sens a']);
    expect(drafts).toEqual([['a']]);
    expect(plain(root.querySelector('.memory-told')?.textContent)).toBe('Une paire ! Il en reste 2.');
    expect(lines()).toEqual(['mot a : sens a|Oui, a.']);
  });

  it('keeps the reason of each pair in sight, and says each once', () => {
    const { card, announced, lines, reasons, drafts, submitted, root } = game();
    for (const token of ['b', 'a']) for (const deck of ['left', 'right']) card(deck, token).click();
    expect(lines()).toEqual(['mot a : sens a|Oui, a.', 'mot b : sens b|Oui, b.']);
    expect(announced.map(plain)).toEqual(['mot b', 'Une paire ! Il en reste 2. Oui, b.', 'mot a', 'Une paire ! Il en reste une. Oui, a.']);
    // Text that the frame announces with the verdict: without earlier pairs.
    expect(reasons()).toEqual([]);
    for (const deck of ['left', 'right']) card(deck, 'c').click();
    expect(lines()).toHaveLength(3);
    expect([announced.at(-1), reasons()]).toEqual(['mot c', ['Oui, c.']]);
    expect([drafts, submitted]).toEqual([[['b'], ['a', 'b']], [['a', 'b', 'c']]]);
    expect(root.querySelector('.memory-told')?.textContent).toBe('Toutes les paires sont trouvées.');
    expect(game(['c', 'b']).lines()).toEqual(['mot b : sens b|Oui, b.', 'mot c : sens c|Oui, c.']);
  });

  it('leaves two cards that don’t match visible until the next try', () => {
    const { card, up, announced, drafts, root } = game();
    card('left', 'a').click();
    card('right', 'b').click();
    expect(up().sort()).toEqual(['mot a', 'sens b']);
    expect(announced.at(-1)?.replace(/[\u00a0\u202f]/g, ' ')).toBe('Pas une paire : « mot a » et « sens b ».');
    expect(plain(root.querySelector('.memory-told')?.textContent)).toBe('Pas une paire : « mot a » et « sens b ».');
    card('right', 'c').click();
    expect(up()).toEqual(['sens c']);
    expect([drafts, announced.at(-1), root.querySelector('.memory-told')?.textContent]).toEqual([[], 'sens c', '']);
  });

  it('turns a card that is pressed on its face, and marks none that is only visible', () => {
    const { card, up, announced, root } = game();
    (card('left', 'a').firstElementChild as HTMLElement).click();
    expect([up(), announced, card('left', 'a').parentElement?.dataset.mark]).toEqual([['mot a'], ['mot a'], undefined]);
    (root.querySelector('.memory-head') as HTMLElement).click();
    expect([up(), announced]).toEqual([['mot a'], ['mot a']]);
  });

  it('takes a second card of one deck for another first', () => {
    const { card, up } = game();
    card('left', 'a').click();
    card('left', 'b').click();
    expect(up()).toEqual(['mot b']);
    card('left', 'b').click();
    expect(up()).toEqual(['mot b']);
    card('right', 'c').click();
    card('right', 'b').click();
    expect(up()).toEqual(['sens b']);
  });

  it('turns a card of the other deck over as a new try while two are visible', () => {
    const { card, up, drafts } = game();
    for (const [deck, token] of [
      ['left', 'a'],
      ['right', 'b'],
      ['left', 'b'],
    ] as const)
      card(deck, token).click();
    expect([up(), drafts]).toEqual([['mot b'], []]);
  });

  it('marks the cards of a found pair, which stay usable for the focus only', () => {
    const { card, root } = game(['b']);
    const states = (): unknown[] =>
      ['a', 'b'].map((token) => [
        card('left', token).getAttribute('aria-disabled'),
        card('left', token).parentElement?.dataset.mark,
        [...card('left', token).children].map((side) => (side as HTMLElement).hidden),
      ]);
    expect(states()).toEqual([
      ['false', undefined, [false, true]],
      ['true', 'right', [true, false]],
    ]);
    expect((root.querySelector('.memory-told') as HTMLElement).hidden).toBe(false);
    (root.querySelector('.memory-head') as HTMLElement).click();
    expect(states()[0]).toEqual(['false', undefined, [false, true]]);
  });

  it('goes on after a verdict that is not final, and leaves the focus elsewhere alone', () => {
    const { card, root, mounted, up, drafts } = game();
    const state = (): unknown[] => ['.memory', '.memory-told'].map((name) => (root.querySelector(name) as HTMLElement).hidden);
    card('left', 'a').click();
    card('left', 'a').focus();
    mounted.show(verdictOf(score(oven, []), false));
    expect([up(), state(), document.activeElement]).toEqual([['mot a'], [false, false], card('left', 'a')]);
    card('right', 'a').click();
    expect(drafts).toEqual([['a']]);
    card('left', 'a').blur();
    card('left', 'b').click();
    mounted.show(verdictOf(score(oven, ['a']), true));
    expect([state(), document.activeElement === root.querySelector('.memory-found')]).toEqual([[true, true], false]);
    mounted.show(null);
    expect(up().sort()).toEqual(['mot a', 'sens a']);
  });

  it('lists the found pairs in the notebook, and pairs without a reason as they are', () => {
    const options: Options = { ...oven, pairs: oven.pairs.map(({ feedback: _, ...pair }) => ({ ...pair, left: `<i>${pair.left}</i>` })) };
    const { root, mounted } = mountType<Options, Answer>('memory', mount, options, ['c', 'a']);
    expect(mounted.text?.()).toBe('mot a = sens a\nmot c = sens c');
    expect(root.querySelector('.memory-found')?.innerHTML.replaceAll('&nbsp;', ' ')).toBe(
      '<li><p><b><i>mot a</i></b> : sens a</p></li><li><p><b><i>mot c</i></b> : sens c</p></li>',
    );
  });

  it('keeps what was found, and can be ended before all is', () => {
    const { up, mounted, card, drafts, announced } = game(['b', 'gone']);
    expect(up().sort()).toEqual(['mot b', 'sens b']);
    expect(mounted.read?.()).toEqual(['b']);
    card('left', 'b').click();
    expect([drafts, announced]).toEqual([[], []]);
  });

  it('replaces the cards by the list of pairs once it is over, those not found first, and keeps the focus', () => {
    const { card, root, mounted, lines } = game(['b']);
    const decks = root.querySelector('.memory') as HTMLElement;
    expect(decks.hidden).toBe(false);
    card('left', 'a').focus();
    mounted.show(verdictOf(score(oven, ['b']), true));
    expect(decks.hidden).toBe(true);
    expect(lines()).toEqual([
      'mot a : sens a| Réponse attendue|Oui, a.',
      'mot c : sens c| Réponse attendue|Oui, c.',
      'mot b : sens b|Oui, b.',
    ]);
    expect(document.activeElement).toBe(root.querySelector('.memory-found'));
    mounted.show(null);
    expect([decks.hidden, lines()]).toEqual([false, ['mot b : sens b|Oui, b.']]);
  });

  it('shows everything once it is over', () => {
    const { up, card } = game(['a', 'b', 'c'], true);
    expect(up()).toHaveLength(6);
    expect(card('left', 'a').getAttribute('aria-disabled')).toBe('true');
    const locked = game(['a'], true);
    locked.card('left', 'b').click();
    expect([locked.up().length, locked.card('left', 'b').getAttribute('aria-disabled')]).toEqual([6, 'true']);
    expect([locked.announced, locked.lines()[0]]).toEqual([[], 'mot b : sens b| Réponse attendue|Oui, b.']);
  });

  it('counts the pairs found', () => {
    expect(score(oven, ['a', 'gone'])).toEqual({ ratio: 1 / 3, parts: { a: 'right', b: 'missed', c: 'missed' } });
    expect(score(oven, null)).toEqual({ ratio: 0, parts: { a: 'missed', b: 'missed', c: 'missed' } });
    expect(score(oven, solve(oven)).ratio).toBe(1);
    expect(report(oven, ['a'])).toEqual([{ response: { type: 'matching', pairs: [['a', 'a']] }, result: 'incorrect' }]);
    expect(report(oven, solve(oven))[0]?.result).toBe('correct');
  });

  it('is reported to the LMS where no pair was found, too', () => {
    expect(report(oven, [])).toEqual([{ response: { type: 'matching', pairs: [] }, result: 'incorrect' }]);
    // Removed pairs, and the answer of another type: the LMS keeps its record of them.
    expect(report(oven, ['gone'])).toEqual([]);
    expect(report(oven, 'un texte' as unknown as Answer)).toEqual([]);
    expect(report(oven, {} as unknown as Answer)).toEqual([]);
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('memory', schema, `:::memory{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['two pairs', read('| a | b |\n|---|---|\n| un | 1 |\n| deux | 2 |'), []],
    ['one column', read('| a |\n|---|\n| un |\n| deux |'), ['wrong-columns:1']],
    ['one pair', read('| a | b |\n|---|---|\n| un | 1 |'), ['too-few-pairs:1']],
    ['a card alone', read('| a | b |\n|---|---|\n| un | 1 |\n| | 2 |'), ['card-without-partner:1']],
    ['two cards with one partner', read('| a | b |\n|---|---|\n| un | 1 |\n| deux | 1 |'), ['card-without-partner:1']],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('has at most twelve pairs', () => {
    const table = (count: number): string =>
      `| a | b |\n|---|---|\n${Array.from({ length: count }, (_, index) => `| a${index} | b${index} |`).join('\n')}`;
    const most = [...Array(30).keys()].filter((count) => count > 1 && read(table(count)).found.length === 0).at(-1) ?? 0;
    expect([most, read(table(most + 1)).found]).toEqual([12, ['too-many-pairs:1']]);
  });
});

it('is one interaction of pairs; its largest answer has all of them', () => {
  const pairs = ['a', 'b', 'c'].map((token) => [token, token]);
  expect(slots(oven)).toEqual([{ type: 'matching', right: [{ type: 'matching', pairs }], text: '' }]);
  expect(largest(oven)).toEqual(['a', 'b', 'c']);
  expect([foundIn(oven, ['c', 'gone', 'a']), foundIn(oven, null)]).toEqual([['a', 'c'], []]);
});
