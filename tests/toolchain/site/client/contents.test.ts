// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Contents } from '../../../../build/toolchain/site/client/contents.ts';

/** Distance of each heading from the top of the window, in pixels. */
const tops: Record<string, number> = {};
const scrolled: unknown[] = [];
let frames: FrameRequestCallback[] = [];
let received: (() => void)[] = [];

beforeEach(() => {
  document.body.innerHTML =
    '<nav><a href="#four">Four</a><a href="#p%C3%A2te">Pâte</a><a href="#rien">Rien</a><a href="#tram">Tram</a></nav>' +
    '<h2 id="four"></h2><h2 id="pâte"></h2><h2 id="tram"></h2>';
  Object.assign(tops, { four: 300, pâte: 600, tram: 900 });
  scrolled.length = 0;
  frames = [];
  received = [];
  vi.stubGlobal('addEventListener', (type: string, listener: () => void, { passive }: { passive: boolean }) => {
    if (type === 'scroll' && passive) received.push(listener);
  });
  vi.stubGlobal('innerHeight', 800);
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', (asked: number) => {
    delete frames[asked - 1];
  });
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return { top: tops[this.id] } as DOMRect;
  });
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockReturnValue(250);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(100);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function open(): HTMLElement {
  const box = document.querySelector('nav') as HTMLElement;
  box.scrollTo = ((to: unknown) => void scrolled.push(to)) as never;
  new Contents(box);
  return box;
}

const marked = (): string[] => [...document.querySelectorAll('[aria-current="location"]')].map((link) => link.textContent);

const announce = (): void => {
  for (const listener of received) listener();
};

function scroll(): void {
  announce();
  for (const frame of frames) frame?.(0);
  frames = [];
}

test('the first part is marked before any is reached', () => {
  open();
  expect(marked()).toEqual(['Four']);
  expect(scrolled).toEqual([{ top: 200 }]);
});

test('the part whose heading is in the upper quarter of the window is marked, and only it', () => {
  open();
  Object.assign(tops, { four: -400, pâte: 200 });
  scroll();
  expect(marked()).toEqual(['Four']);
  Object.assign(tops, { pâte: 199 });
  scroll();
  expect(marked()).toEqual(['Pâte']);
  Object.assign(tops, { tram: 10 });
  scroll();
  expect(marked()).toEqual(['Tram']);
  expect(document.querySelectorAll('[aria-current]')).toHaveLength(1);
});

test('the list moves only when another part is reached', () => {
  open();
  scroll();
  expect(scrolled).toHaveLength(1);
  tops.pâte = -1;
  tops.four = -2;
  scroll();
  expect(scrolled).toHaveLength(2);
});

test('several scrolls before a frame are looked at once', () => {
  open();
  const looked = vi.mocked(HTMLElement.prototype.getBoundingClientRect).mock.calls.length;
  announce();
  announce();
  scroll();
  expect(vi.mocked(HTMLElement.prototype.getBoundingClientRect).mock.calls.length - looked).toBe(3);
});

test('a list whose headings are all missing stays as it is', () => {
  for (const heading of document.querySelectorAll('h2')) heading.remove();
  open();
  expect([marked(), scrolled]).toEqual([[], []]);
});
