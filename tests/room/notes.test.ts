// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Deck } from '../../src/room/deck.ts';
import { Notes } from '../../src/room/notes.ts';
import type { Timer } from '../../src/room/timer.ts';

const format = (key: string, values: object = {}): string => [key, ...Object.values(values)].join(' ');
const onKey = vi.fn();
const timer = { text: '4:59', toggle: vi.fn() };
const calls = { previous: vi.fn(), next: vi.fn(), reveal: vi.fn(), layOut: vi.fn() };
let deck: Deck & { place: object };
let notes: Notes;
let second: { document: Document; closed: boolean; focus: ReturnType<typeof vi.fn>; close: ReturnType<typeof vi.fn> };
let blocked = false;
const opened = vi.fn();

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 9, 14, 5) });
  for (const mock of [...Object.values(calls), opened, onKey, timer.toggle]) mock.mockClear();
  blocked = false;
  document.documentElement.lang = 'fr';
  document.documentElement.dataset.look = 'lande';
  document.head.innerHTML = '<title>Le dépôt</title><style>p { color: red }</style>';
  document.body.innerHTML = `<section class="r-screen" data-page="0" data-title="Le four" data-key="B" data-reveals></section><section data-page="1" data-title="La vente"></section>
<div id="r-pages"><div><p>Ouvrir à cinq heures.</p></div><div></div></div><button id="r-notes-open"></button><p id="r-notice">avant</p><aside id="r-notes" hidden></aside>`;
  second = { document: document.implementation.createHTMLDocument(''), closed: false, focus: vi.fn(), close: vi.fn() };
  vi.stubGlobal('open', (...args: unknown[]) => {
    opened(...args);
    return blocked ? null : second;
  });
  const screens = [...document.querySelectorAll<HTMLElement>('section')];
  const place = { screen: screens[0], index: 0, all: 2, part: 0, parts: 1, isRevealed: false };
  deck = { ...calls, screens, place } as unknown as Deck;
  notes = new Notes(deck, timer as unknown as Timer, format, onKey);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const column = (): HTMLElement => document.getElementById('r-notes') as HTMLElement;
const texts = (of: ParentNode): string[] => [...of.querySelectorAll('h1, h2, p')].map(({ textContent }) => (textContent ?? '').trim());
const press = (text: string): void =>
  [...second.document.querySelectorAll('button')].find((button) => button.textContent === text)?.click();
const notice = (): string | null | undefined => document.getElementById('r-notice')?.textContent;

describe('the column', () => {
  test('opens with the notes of the page, the short answer and what comes next, and closes', () => {
    notes.toggle();
    expect([column().hidden, document.body.hasAttribute('data-notes'), calls.layOut.mock.calls.length, notice()]).toEqual([
      false,
      true,
      1,
      '',
    ]);
    expect(texts(column())).toEqual(['Le four', 'place 1 2', 'notes.key B', 'Ouvrir à cinq heures.', 'notes.after La vente']);
    expect([column().querySelector('h1'), column().querySelector('button')]).toEqual([null, null]);
    expect([...column().children].map(({ className }) => className)).toEqual(['', 'r-where', 'r-key', 'r-note c-prose', 'r-coming']);
    notes.toggle();
    expect([column().hidden, document.body.hasAttribute('data-notes')]).toEqual([true, false]);
  });

  test('reports that a page has no notes, and shows the part; nothing comes after the last screen', () => {
    notes.toggle();
    notes.draw({ ...deck.place, screen: deck.screens[1] as HTMLElement, index: 1, part: 1, parts: 3 } as Deck['place']);
    expect(texts(column())).toEqual(['La vente', 'place 2 2 · part 2 3', 'notes.none', '']);
    notes.draw({ ...deck.place, parts: 2 } as Deck['place']);
    expect(texts(column())[1]).toBe('place 1 2 · part 1 2');
    const cover = Object.assign(document.createElement('section'), { className: 'r-screen' });
    Object.assign(cover.dataset, { page: '-1', title: 'Accueil' });
    notes.draw({ ...deck.place, screen: cover } as Deck['place']);
    expect(texts(column())).toEqual(['Accueil', 'place 1 2', 'notes.none', 'notes.after La vente']);
  });

  test('is not filled while it is closed', () => {
    notes.draw(deck.place);
    expect(column().childElementCount).toBe(0);
  });
});

describe('the second window', () => {
  const page = (): Document => second.document;

  test('is an empty page of its own, with the look and language of this one', () => {
    document.getElementById('r-notes-open')?.click();
    expect(opened.mock.calls).toEqual([['', '', 'popup,width=760,height=820']]);
    const { documentElement, title, body } = page();
    expect([documentElement.lang, documentElement.dataset.look, title, body.className]).toEqual([
      'fr',
      'lande',
      'notes.title – Le dépôt',
      'r-second',
    ]);
    expect([page().querySelector('style')?.textContent, notice()]).toEqual(['p { color: red }', '']);
  });

  test('shows the notes, the time and the timer, and they go on', () => {
    notes.open(onKey);
    expect(page().querySelector('h1')?.textContent).toBe('Le four');
    expect([...page().querySelectorAll('main > p')].map(({ className }) => className)).toEqual([
      ...['r-times', 'r-where', 'r-key', 'r-coming', 'r-drive'],
    ]);
    const times = (): string => [...page().querySelectorAll('.r-times > *')].map(({ textContent }) => textContent).join(' ');
    expect(times()).toBe('clock 14:05 timer 4:59');
    timer.text = '3:59';
    vi.advanceTimersByTime(500);
    expect(times()).toBe('clock 14:05 timer 3:59');
    vi.advanceTimersByTime(59_500);
    expect(times()).toBe('clock 14:06 timer 3:59');
    timer.text = '4:59';
  });

  test('drives the deck', () => {
    notes.open(onKey);
    for (const name of ['previous', 'next', 'timer', 'show']) press(name);
    expect([calls.previous, calls.next, timer.toggle].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
    expect(calls.reveal.mock.calls).toEqual([[true]]);
    notes.draw({ ...deck.place, isRevealed: true } as Deck['place']);
    press('hide');
    expect([calls.reveal.mock.calls.at(-1), page().querySelector('button')?.type]).toEqual([[false], 'button']);
  });

  test('offers no answer where there is none', () => {
    notes.open(onKey);
    notes.draw({ ...deck.place, screen: deck.screens[1] as HTMLElement } as Deck['place']);
    expect([...page().querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual(['previous', 'next', 'timer']);
    expect(page().querySelector('.r-drive')?.textContent).toBe('previous next timer ');
  });

  test('handles keys as this one does', () => {
    document.getElementById('r-notes-open')?.click();
    page().body.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', bubbles: true }));
    expect(onKey).toHaveBeenCalledTimes(1);
  });

  test('comes to the front when it is asked for again, and opens again once closed', () => {
    notes.open(onKey);
    notes.open(onKey);
    expect([opened.mock.calls.length, second.focus.mock.calls.length]).toEqual([1, 1]);
    second.closed = true;
    const times = page().querySelector('.r-times') as HTMLElement;
    page().body.replaceChildren(times);
    notes.draw(deck.place);
    vi.advanceTimersByTime(60_000);
    expect([page().body.childElementCount, times.textContent]).toEqual([1, 'clock14:05timer4:59']);
    notes.open(onKey);
    expect(opened).toHaveBeenCalledTimes(2);
  });

  test('is reported if the browser blocks it', () => {
    blocked = true;
    notes.open(onKey);
    expect(notice()).toBe('notes.blocked');
    notes.draw(deck.place);
    expect(column().childElementCount).toBe(0);
  });

  test('closes with this one', () => {
    notes.open(onKey);
    dispatchEvent(new Event('pagehide'));
    expect(second.close).toHaveBeenCalledTimes(1);
  });
});
