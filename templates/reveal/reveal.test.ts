// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type BenchState, type CardBench, DONE, mountCards } from '../../tests/helpers/mount-cards.ts';
import { mount } from './runtime.ts';
import { largest, report, score, slots } from './scoring.ts';

const question = (id: string, more = ''): string =>
  `<section id="a-${id}" data-activity="${id}" data-state="new"${more}><textarea></textarea></section>`;

const LETTERS = [
  { title: 'Enveloppe 1', second: 'La demande', content: `<p>Qui voulait un four ?</p>${question('demande')}` },
  { title: 'Enveloppe 2', second: 'L’accord', content: `<p>Qui paie le bois ?</p>${question('bois')}${question('local')}` },
  { title: 'Enveloppe 3', content: '<p>Fin.</p>' },
];

const letters = (state?: BenchState) => mountCards('reveal', mount, LETTERS, { options: { style: 'envelope' }, ...state });
const nth = (place: number): string => `.reveal-part:nth-child(${place}) summary`;
const items = (bench: CardBench): HTMLDetailsElement[] => [...bench.root.querySelectorAll<HTMLDetailsElement>('.reveal-item')];
const open = (bench: CardBench): boolean[] => items(bench).map((item) => item.open);
const waiting = (bench: CardBench): boolean[] =>
  [...bench.root.querySelectorAll<HTMLElement>('.reveal-wait')].map((words) => !words.hidden);

/** Sets a state as the frame of an activity does. */
function state(bench: CardBench, id: string, value: string): void {
  const root = bench.root.querySelector<HTMLElement>(`[data-activity="${id}"]`) as HTMLElement;
  root.dataset.state = value;
  root.dispatchEvent(new CustomEvent('cartable:change', { bubbles: true }));
}

describe('a reveal', () => {
  it('opens one after the other, each once the questions before it were submitted', async () => {
    const bench = letters();
    expect(waiting(bench)).toEqual([false, true, true]);
    bench.press(nth(2));
    expect([open(bench), bench.announced]).toEqual([[false, false, false], ['S’ouvrira après la précédente.']]);
    bench.press(nth(1));
    await bench.settled();
    state(bench, 'demande', 'draft');
    expect([waiting(bench), bench.announced.length]).toEqual([[false, true, true], 1]);
    state(bench, 'demande', 'wrong');
    expect(waiting(bench)).toEqual([false, false, true]);
    expect(bench.announced.at(-1)).toBe('La partie suivante peut être ouverte.');
    bench.press(nth(2));
    state(bench, 'bois', 'done');
    expect(waiting(bench)).toEqual([false, false, true]);
    state(bench, 'local', 'done');
    bench.press(nth(3));
    expect(open(bench)).toEqual([true, true, true]);
    expect(bench.drafts).toEqual([['a'], ['a', 'b']]);
    expect(bench.submitted).toEqual([['a', 'b', 'c']]);
    const free = 'La partie suivante peut être ouverte.';
    expect(bench.announced).toEqual(['S’ouvrira après la précédente.', free, free]);
  });

  it('waits for a question without a state, and keeps the focus where it was pressed too early', () => {
    const bench = letters();
    bench.root.querySelector('#a-demande')?.removeAttribute('data-state');
    bench.press(nth(1));
    bench.root.dispatchEvent(new CustomEvent('cartable:change'));
    const second = bench.root.querySelector<HTMLElement>(nth(2));
    second?.focus();
    second?.click();
    expect([waiting(bench), open(bench), document.activeElement]).toEqual([[false, true, true], [true, false, false], second]);
  });

  it('marks each part that waits', () => {
    const bench = letters({ answer: ['a', 'b'] });
    expect(items(bench).map((item) => item.hasAttribute('data-wait'))).toEqual([false, false, true]);
  });

  it.each([
    [LETTERS, 'depot'],
    [[{ title: 'Enveloppe', content: '<p>Fin.</p>' }], ''],
  ])('lets one part with questions be open at a time on a page in steps: %#', (cards, name) => {
    const inSteps: typeof mount = (root, context) => {
      const screen = Object.assign(document.createElement('div'), { className: 'c-screen' });
      const activity = Object.assign(document.createElement('section'), { id: 'depot' });
      activity.dataset.activity = 'depot';
      root.replaceWith(screen);
      screen.append(activity);
      activity.append(root);
      return mount(root, context);
    };
    const bench = mountCards('reveal', inSteps, cards, { options: { style: 'plain' } });
    expect(items(bench).map((item) => item.name ?? '')).toEqual(cards.map(() => name));
  });

  it('closes nothing again when a question is tried once more', () => {
    const bench = letters();
    bench.press(nth(1));
    state(bench, 'demande', 'wrong');
    state(bench, 'demande', 'draft');
    expect(waiting(bench)).toEqual([false, false, true]);
  });

  it('waits for the questions of the last part before it is done', () => {
    const bench = mountCards('reveal', mount, [{ title: 'Enveloppe', content: question('seule') }], { options: { style: 'plain' } });
    bench.press('summary');
    expect([bench.drafts, bench.submitted]).toEqual([[['a']], []]);
    state(bench, 'seule', 'done');
    state(bench, 'seule', 'done');
    expect(bench.submitted).toEqual([['a']]);
  });

  it('is not done while one part has an open question, whatever the others have', () => {
    const cards = [
      { title: 'Un', content: '<p>Lire.</p>' },
      { title: 'Deux', content: question('seule') },
    ];
    const bench = mountCards('reveal', mount, cards, { options: { style: 'plain' } });
    bench.press(nth(1));
    bench.press(nth(2));
    expect([bench.drafts, bench.submitted]).toEqual([[['a'], ['a', 'b']], []]);
    state(bench, 'seule', 'done');
    expect(bench.submitted).toEqual([['a', 'b']]);
  });

  it('waits for a part to read until it was opened', async () => {
    const cards = [
      { title: 'Un', content: '<p>Lire.</p>' },
      { title: 'Deux', content: '<p>Lire.</p>' },
      { title: 'Trois', content: '<p>Lire.</p>' },
    ];
    const bench = mountCards('reveal', mount, cards, { options: { style: 'plain' } });
    expect(waiting(bench)).toEqual([false, true, true]);
    bench.press(nth(1));
    await bench.settled();
    expect(waiting(bench)).toEqual([false, false, true]);
  });

  it('waits for every earlier part', () => {
    const bench = letters({ answer: ['b'] });
    for (const id of ['bois', 'local']) state(bench, id, 'done');
    expect(waiting(bench)).toEqual([false, false, true]);
    state(bench, 'demande', 'done');
    bench.press(nth(1));
    state(bench, 'local', 'done');
    expect(waiting(bench)).toEqual([false, false, false]);
  });

  it('lets a part be opened again that was open before the author put another one above it', () => {
    expect(waiting(letters({ answer: ['b'] }))).toEqual([false, false, true]);
  });

  it('asks neither for optional questions nor for those inside another activity', () => {
    const quiz = `<section data-activity="bilan" data-state="done"><div data-body>${question('tiree')}</div></section>`;
    const bench = mountCards('reveal', mount, [{ title: 'Enveloppe', content: question('libre', ' data-optional') + quiz }], {
      options: { style: 'plain' },
    });
    bench.press('summary');
    expect(bench.submitted).toEqual([['a']]);
  });

  it('comes back with what was open, and waits for the question still open', () => {
    const bench = letters({ answer: ['a', 'b'] });
    expect([open(bench), waiting(bench)]).toEqual([
      [true, true, false],
      [false, false, true],
    ]);
    state(bench, 'bois', 'done');
    state(bench, 'local', 'right');
    expect(waiting(bench)).toEqual([false, false, false]);
  });

  it('takes no parts of another one inside it for its own', () => {
    const inner =
      '<ol class="reveal"><li class="reveal-part"><details class="reveal-item" data-token="z"><summary>Dedans</summary></details></li></ol>';
    const bench = mountCards('reveal', mount, [{ title: 'Dehors', content: inner }], { options: { style: 'plain' } });
    bench.press('[data-token="a"] > summary');
    expect(bench.submitted).toEqual([['a']]);
  });

  it('is free once it was submitted, and in review', () => {
    const done = letters({ answer: ['a'] });
    done.show(DONE);
    expect(waiting(done)).toEqual([false, false, false]);
    done.press(nth(3));
    expect([done.drafts, done.submitted, open(done)]).toEqual([[], [], [true, false, true]]);
    expect(waiting(letters({ locked: true }))).toEqual([false, false, false]);
  });

  it('leads learners from a link to the next part', () => {
    const bench = letters();
    const event = new CustomEvent('cartable:show', { bubbles: true, cancelable: true });
    bench.root.querySelector('#a-bois')?.dispatchEvent(event);
    expect([event.defaultPrevented, open(bench)]).toEqual([true, [false, false, false]]);
    expect(document.activeElement).toBe(bench.root.querySelector(nth(1)));
    bench.root.querySelector('#a-demande')?.dispatchEvent(new CustomEvent('cartable:show', { bubbles: true, cancelable: true }));
    expect(open(bench)).toEqual([true, false, false]);
  });
});

it('is done as a whole: nothing of it is asked or reported', () => {
  const options = { style: 'plain', cards: ['a', 'b'].map((token) => ({ token, title: token })) } as const;
  expect([score(options, null).ratio, score(options, []).ratio, largest(options)]).toEqual([0, 1, ['a', 'b']]);
  expect([slots(options), report(options, ['a'])]).toEqual([[], []]);
});
