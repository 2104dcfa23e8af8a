// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Seen, SeenOptions } from '../../../src/model/state/seen.ts';
import type { MountContext } from '../../../src/player/frame/mount.ts';
import { followSeen, type Gate, onShow, watchDetails } from '../../../src/player/widgets/seen.ts';
import { mount } from '../../../templates/accordion/runtime.ts';
import { type BenchState, DONE, mountCards } from '../../helpers/mount-cards.ts';

const SHED = [
  { title: 'Le matin', content: '<p>On sort les trams.</p>' },
  { title: 'Le midi', content: '<p>On <button type="button">lave</button> les vitres.</p>' },
  { title: 'Le soir', content: '<p id="gare">On les rentre.</p>' },
];

const shed = (state?: BenchState) => mountCards('accordion', mount, SHED, state);
const nth = (place: number): string => `.accordion-item:nth-child(${place}) > summary`;

describe('the words of a tick', () => {
  const words = (root: HTMLElement): (string | null)[] =>
    [...root.querySelectorAll('.c-seen .c-words')].map(({ textContent }) => textContent);

  it('are there at once where nothing has the focus', async () => {
    const bench = shed();
    bench.press(nth(1));
    await bench.settled();
    expect(words(bench.root)).toHaveLength(1);
    expect(words(bench.root)[0]).toMatch(/^ \S/);
  });

  it('wait until the focus leaves, so that the name of what has it stays the same', async () => {
    const bench = shed();
    const summary = bench.root.querySelector<HTMLElement>(nth(1));
    summary?.focus();
    summary?.click();
    await bench.settled();
    expect(words(bench.root)).toEqual([]);
    summary?.blur();
    expect(words(bench.root)).toHaveLength(1);
    summary?.focus();
    summary?.blur();
    expect(words(bench.root)).toHaveLength(1);
  });
});

describe('what only asks to be seen through', () => {
  it('drafts each part that is opened, in the order of the text, and submits with the last', () => {
    const bench = shed();
    bench.press(nth(3));
    bench.press(nth(1));
    expect(bench.submitted).toEqual([]);
    bench.press(nth(2));
    expect(bench.drafts).toEqual([['c'], ['a', 'c']]);
    expect(bench.submitted).toEqual([['a', 'b', 'c']]);
    expect(bench.ticked()).toEqual(['Le matin', 'Le midi', 'Le soir']);
  });

  it('counts a part once, however often it is opened and closed', () => {
    const bench = shed();
    for (let times = 0; times < 3; times++) bench.press(nth(1));
    expect(bench.drafts).toEqual([['a']]);
    expect(bench.ticked()).toEqual(['Le matin']);
  });

  it('does not count what printing opens', async () => {
    const bench = shed();
    for (const details of bench.root.querySelectorAll('details')) details.open = true;
    await bench.settled();
    expect([bench.drafts, bench.submitted, bench.ticked()]).toEqual([[], [], []]);
  });

  it('does not take a button inside a part for its opening', () => {
    const bench = shed();
    bench.press('.c-details-body button');
    expect(bench.drafts).toEqual([]);
  });

  it('remembers what was opened, and goes on from there', async () => {
    const bench = shed({ answer: ['c', 'gone', 'a'] });
    await bench.settled();
    expect(bench.ticked()).toEqual(['Le matin', 'Le soir']);
    expect(bench.drafts).toEqual([]);
    bench.press(nth(2));
    expect(bench.submitted).toEqual([['a', 'b', 'c']]);
  });

  it('submits by itself where a later build took the unopened parts away', async () => {
    const bench = shed({ answer: ['a', 'b', 'c', 'gone'] });
    await bench.settled();
    expect(bench.submitted).toEqual([['a', 'b', 'c']]);
  });

  it('submits nothing a second time', async () => {
    const bench = shed({ answer: ['a', 'b'] });
    bench.show(DONE);
    await bench.settled();
    bench.press(nth(3));
    expect([bench.drafts, bench.submitted]).toEqual([[], []]);
    expect(bench.ticked()).toHaveLength(3);
  });

  it('opens in review as well, and records nothing', async () => {
    const bench = shed({ locked: true });
    for (const place of [1, 2, 3]) bench.press(nth(place));
    await bench.settled();
    expect(bench.root.querySelectorAll('details[open]')).toHaveLength(3);
    expect([bench.drafts, bench.submitted]).toEqual([[], []]);
  });

  it('opens the part that the shell leads to', () => {
    const bench = shed();
    bench.root.querySelector('#gare')?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true, cancelable: true }));
    expect(bench.root.querySelector<HTMLDetailsElement>('.accordion-item:last-child')?.open).toBe(true);
    expect(bench.drafts).toEqual([['c']]);
  });
});

describe('what follows the items', () => {
  function follow(more: Partial<MountContext<SeenOptions, Seen>> = {}, ready?: () => boolean, gate?: Gate) {
    const details = (token: string) => `<details data-token="${token}"><summary>${token}</summary><p id="in-${token}">…</p></details>`;
    document.body.innerHTML = `<div id="root">${details('a')}${details('b')}</div>`;
    const root = document.getElementById('root') as HTMLElement;
    const items = [...root.querySelectorAll('details')] as [HTMLDetailsElement, HTMLDetailsElement];
    const log: unknown[] = [];
    const calls = { draft: (given: Seen) => void log.push(['draft', given]), submit: (given: Seen) => void log.push(['submit', given]) };
    const context = { strings: { seen: 'vu' }, answer: null, locked: false, ...calls, ...more } as unknown as MountContext<
      SeenOptions,
      Seen
    >;
    const follower = followSeen(context, items, ready && { ready });
    watchDetails(root, items, follower, gate);
    const show = (token: string) => {
      const event = new CustomEvent('cartable:show', { bubbles: true, cancelable: true });
      root.querySelector(`#in-${token}`)?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    return { follower, items, log, show, root };
  }

  it('saves nothing for an item that was open from the start', () => {
    const { follower, items, log } = follow();
    follower.add(items[0], true);
    expect([log, follower.has(items[0]), follower.has(items[1]), follower.finished()]).toEqual([[], true, false, false]);
    follower.add(items[1]);
    expect([log, follower.finished()]).toEqual([[['submit', ['a', 'b']]], true]);
  });

  it('has the words of an item that was open from the start only once the focus leaves it', async () => {
    const { follower, items } = follow();
    follower.add(items[0], true);
    await Promise.resolve();
    const words = (): number => items[0].querySelectorAll('.c-seen .c-words').length;
    expect([items[0].querySelectorAll('.c-seen').length, words()]).toEqual([1, 0]);
    items[0].querySelector('summary')?.dispatchEvent(new FocusEvent('blur'));
    expect(words()).toBe(1);
  });

  it('takes nothing from an answer of another type', () => {
    const { follower, items, log } = follow({ answer: { a: true } as never });
    follower.add(items[0]);
    expect([follower.has(items[1]), log]).toEqual([false, [['draft', ['a']]]]);
  });

  it('submits once nothing else prevents it', () => {
    let isReady = false;
    const { follower, items, log } = follow({}, () => isReady);
    for (const item of items) follower.add(item);
    expect(log).toEqual([
      ['draft', ['a']],
      ['draft', ['a', 'b']],
    ]);
    isReady = true;
    follower.settle();
    follower.settle();
    expect(log.slice(2)).toEqual([['submit', ['a', 'b']]]);
  });

  it('is finished where nothing is recorded', () => {
    const { follower, items, log } = follow({ locked: true });
    follower.add(items[0]);
    expect([follower.finished(), log]).toEqual([true, []]);
  });

  it('refuses what may not be opened yet, by a press or by the shell', () => {
    const refused: unknown[] = [];
    const { items, log, show } = follow({}, undefined, {
      may: (item) => item.dataset.token === 'a',
      refuse: (item) => void refused.push(item.dataset.token),
    });
    items[1].querySelector('summary')?.click();
    expect([show('b'), items[1].open, show('a'), items[0].open, refused, log]).toEqual([
      true,
      false,
      false,
      true,
      ['b', 'b'],
      [['draft', ['a']]],
    ]);
  });

  it('leaves open what the shell leads to, if it is open', () => {
    const { items, log, show } = follow({}, undefined, { may: () => false, refuse: () => {} });
    items[0].open = true;
    expect([show('a'), items[0].open, log]).toEqual([false, true, []]);
  });

  it('asks nobody whether an item may be closed, or a link in its title be followed', () => {
    const refused: unknown[] = [];
    const { items, log } = follow({}, undefined, { may: () => false, refuse: (item) => void refused.push(item.dataset.token) });
    items[0].open = true;
    items[0].querySelector('summary')?.click();
    items[1].querySelector('summary')?.insertAdjacentHTML('beforeend', '<a>Fiche</a><button>Loupe</button>');
    for (const inner of items[1].querySelectorAll<HTMLElement>('summary > *')) inner.click();
    expect([refused, log]).toEqual([[], []]);
  });

  it('stays finished, whatever is shown afterwards', () => {
    const { follower } = follow({ locked: true });
    follower.mounted.show(null);
    expect(follower.finished()).toBe(true);
  });

  it('takes for shown only what lies in an item', () => {
    const { root, items } = follow();
    const shown: unknown[] = [];
    onShow(root, items, (item) => void shown.push(item.dataset.token));
    root.dispatchEvent(new CustomEvent('cartable:show'));
    expect(shown).toEqual([]);
    root.querySelector('#in-b')?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true }));
    expect(shown).toEqual(['b']);
  });
});
