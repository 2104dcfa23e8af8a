// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromFrame, PlayMessage, ToFrame } from '../../../build/studio/play/messages.ts';

const FRAME = '../../../build/studio/play/frame.ts';
/** Markup of a session: a page with an activity, and one that isn't shown yet. */
const PAGE = `<!doctype html><html lang="fr"><head><title>Pain</title></head><body>
<section data-page="un" id="p-un"><div data-activity="bois" id="a-bois"><button>Oui</button></div></section>
<section data-page="deux" id="p-deux" hidden><div data-activity="gaz" id="a-gaz">Du gaz ?</div></section><footer>Fin</footer></body></html>`;

const loaded = vi.fn<(record: object) => void>();

/** Stands for scorm-again. */
class FakeApi {
  [method: string]: unknown;
  loadFromJSON = loaded;
  renderCommitCMI = () => ({ cmi: { suspend_data: 'x' } });
  LMSSetValue = () => 'true';
  LMSCommit = () => 'true';
  LMSGetLastError = () => '0';
}

const studio = { postMessage: vi.fn<(message: FromFrame, origin: string) => void>() };
let blobs: Blob[];
let written: string;
let starts = 0;
/** Listeners of the window; opening a document removes them. */
let listeners: { readonly name: string; readonly listener: (event: unknown) => void; readonly isFirst: unknown }[];
const { focus } = HTMLElement.prototype;
const sources = [HTMLScriptElement, HTMLImageElement].map(
  ({ prototype }) => [prototype, Object.getOwnPropertyDescriptor(prototype, 'src')] as const,
);

/** Follows a link of the page's own, as the runtime does. */
const followLink = vi.fn((event: Event) => {
  const link = event.target as HTMLAnchorElement;
  if (link.localName !== 'a') return;
  event.preventDefault();
  const target = document.querySelector(link.getAttribute('href') ?? '');
  target?.closest('[data-page]')?.removeAttribute('hidden');
});

beforeEach(async () => {
  vi.useFakeTimers();
  [blobs, written, listeners] = [[], '', []];
  window.addEventListener('click', followLink);
  vi.stubGlobal('parent', { parent: studio });
  vi.stubGlobal('addEventListener', (name: string, listener: () => void, isFirst: unknown) => listeners.push({ name, listener, isFirst }));
  vi.stubGlobal('scrollBy', vi.fn());
  vi.stubGlobal('innerHeight', 400);
  vi.stubGlobal('Scorm12API', FakeApi);
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${blobs.push(blob as Blob)}`);
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
    return this.isConnected && this.closest('[hidden]') === null;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ top: 500, height: 100 } as DOMRect);
  const { open, write } = Document.prototype as { open(): Document; write(html: string): void };
  vi.spyOn(document as { open(): Document }, 'open').mockImplementation(() => {
    listeners = [];
    return open.call(document);
  });
  vi.spyOn(document, 'write').mockImplementation((html) => {
    written += html;
    write.call(document, html);
  });
  starts += 1;
  await import(`${FRAME}?start=${starts}`);
});
afterEach(() => {
  window.removeEventListener('click', followLink);
  HTMLElement.prototype.focus = focus;
  for (const [prototype, src] of sources) if (src) Object.defineProperty(prototype, 'src', src);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  vi.useRealTimers();
});

const sent = (): FromFrame[] => studio.postMessage.mock.calls.map(([message]) => message);
const kinds = (): string[] => sent().map(({ kind }) => kind);

/** Sends a message to the frame. */
function send(data: ToFrame, source: unknown = studio): void {
  for (const { name, listener } of [...listeners]) if (name === 'message') listener({ data, source });
}

/** Begins a visit. */
function play(more: Partial<PlayMessage> = {}, files: Record<string, string | Uint8Array> = {}): void {
  const settings = { version: '1.2', learner: { id: 'camille', name: 'Camille' }, mode: 'normal' } as const;
  send({ kind: 'play', files: new Map(Object.entries({ 'index.html': PAGE, ...files })), settings, record: null, show: null, ...more });
}

function click(target: unknown, isTrusted = true): void {
  for (const { name, listener } of listeners) if (name === 'click') listener({ target, isTrusted });
}

test('the frame announces that it is ready, and listens to the studio alone', () => {
  expect(studio.postMessage.mock.calls).toEqual([[{ kind: 'ready' }, '*']]);
  for (const source of [window, null, { postMessage: () => {} }]) send({ kind: 'end' }, source);
  expect(kinds()).toEqual(['ready']);
});

describe('a visit', () => {
  test('is a page whose links stay within it, and announces that it is on screen', () => {
    const close = vi.spyOn(document, 'close');
    play();
    expect(written).toContain('<html lang="fr"><head><base href="about:srcdoc"><title>');
    expect([document.querySelector('footer')?.textContent, close.mock.calls.length, kinds()]).toEqual(['Fin', 1, ['ready', 'shown']]);
  });

  test('still listens once, after its document has removed all listeners', () => {
    play();
    send({ kind: 'end' });
    expect(listeners.map(({ name, isFirst }) => [name, isFirst])).toEqual([
      ['message', undefined],
      ['click', true],
    ]);
    expect(kinds()).toEqual(['ready', 'shown', 'ended']);
  });

  const markups = ['<p class="c-cover">', '<p data-view>', '<p data-page hidden></p><p data-view hidden></p><p data-page>'];
  test.each(markups)('begins with %s', (markup) => {
    play({}, { 'index.html': `<html><head></head><body>${markup}</body></html>` });
    expect(kinds()).toEqual(['ready', 'shown']);
  });

  test('is announced when its page appears, which is looked for every 60 ms', () => {
    play({}, { 'index.html': '<html><head></head><body><p data-page hidden></p><p data-view hidden></p></body></html>' });
    vi.advanceTimersByTime(59);
    document.querySelector('[data-page]')?.removeAttribute('hidden');
    expect(kinds()).toEqual(['ready']);
    vi.advanceTimersByTime(1);
    expect(kinds()).toEqual(['ready', 'shown']);
  });

  test('is announced after a hundred looks, whatever is on screen', () => {
    play({}, { 'index.html': '<html><head></head><body><p class="c-cover" hidden></p></body></html>' });
    vi.advanceTimersByTime(60 * 100 - 1);
    expect(kinds()).toEqual(['ready']);
    vi.advanceTimersByTime(1);
    expect(kinds()).toEqual(['ready', 'shown']);
  });

  test('reports each call with the record after it, and what the LMS saves', () => {
    play();
    const api = window.API as Record<string, (...args: string[]) => string>;
    api.LMSSetValue?.('cmi.suspend_data', 'x');
    api.LMSCommit?.('');
    const record = { suspend_data: 'x' };
    const call = (method: string, ...args: string[]) => ({
      kind: 'call',
      call: { method, args, result: 'true', error: 0, diagnostic: '' },
    });
    expect(sent().slice(2)).toEqual([
      call('LMSSetValue', 'cmi.suspend_data', 'x'),
      { kind: 'record', record, isSaved: false },
      call('LMSCommit', ''),
      { kind: 'record', record, isSaved: false },
      { kind: 'record', record, isSaved: true },
    ]);
  });

  test('continues a record', () => {
    play({ record: { suspend_data: 'un' } as never });
    expect(loaded.mock.lastCall?.[0]).toMatchObject({ suspend_data: 'un' });
  });

  test('ends as if the page was left, and then says so', () => {
    play();
    vi.spyOn(window, 'dispatchEvent').mockImplementation(({ type }) => studio.postMessage({ kind: type } as never, '*') === undefined);
    send({ kind: 'end' });
    expect(kinds().slice(2)).toEqual(['pagehide', 'ended']);
  });
});

test('files that a script or a picture names later have their addresses, too', () => {
  play({}, { 'four.png': new Uint8Array([1]), 'later.js': 'x' });
  const [image, script] = [document.createElement('img'), document.createElement('script')];
  expect(image.src).toBe('');
  image.src = 'four.png?again';
  script.src = 'later.js';
  expect([image.src, image.getAttribute('src'), script.src]).toEqual(['blob:1', 'blob:1', 'blob:2']);
  image.src = 'https://four.example/a.png?b';
  expect(image.src).toBe('https://four.example/a.png?b');
  image.src = 'other.png';
  expect(image.src).toBe('other.png');
});

describe('a place', () => {
  const shows = (page: string, activity = ''): void => send({ kind: 'show', page, activity });
  const links = (): unknown[] => followLink.mock.calls.map(([{ target }]) => (target as Element).getAttribute('href'));

  test('on another page is reached by a link of the page, which is removed again', () => {
    play();
    shows('deux');
    expect([document.getElementById('p-deux')?.hidden, links(), document.querySelector('a')]).toEqual([false, ['#p-deux'], null]);
    expect([vi.mocked(scrollBy).mock.calls, kinds()]).toEqual([[], ['ready', 'shown']]);
  });

  test('on screen is scrolled to: a quarter down, or less if it is high', () => {
    play();
    shows('un', 'bois');
    vi.mocked(Element.prototype.getBoundingClientRect).mockReturnValue({ top: 500, height: 300 } as DOMRect);
    shows('un', 'bois');
    vi.mocked(Element.prototype.getBoundingClientRect).mockReturnValue({ top: 500, height: 401 } as DOMRect);
    shows('un', 'bois');
    expect([links(), vi.mocked(scrollBy).mock.calls]).toEqual([[], [[{ top: 400 }], [{ top: 450 }], [{ top: 500 }]]]);
  });

  test('that a visit begins with is shown before the visit is', () => {
    play({ show: { page: 'deux', activity: 'gaz' } });
    expect([links(), vi.mocked(scrollBy).mock.calls.length, kinds()]).toEqual([['#a-gaz'], 1, ['ready', 'shown']]);
  });

  test('that isn’t in the session is left out', () => {
    play({ show: { page: 'trois', activity: 'sel' } });
    expect([links(), vi.mocked(scrollBy).mock.calls, kinds()]).toEqual([[], [], ['ready', 'shown']]);
  });

  test('is asked for again until the runtime shows it', () => {
    play();
    followLink.mockImplementationOnce((event) => event.preventDefault());
    shows('deux');
    expect(document.getElementById('p-deux')?.hidden).toBe(true);
    vi.advanceTimersByTime(60);
    expect([document.getElementById('p-deux')?.hidden, links()]).toEqual([false, ['#p-deux', '#p-deux']]);
  });
});

test('the focus moves only while the learner is in the frame', () => {
  play();
  const button = document.querySelector('button') as HTMLElement;
  const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  button.focus();
  expect(document.activeElement).not.toBe(button);
  hasFocus.mockReturnValue(true);
  button.focus();
  expect(document.activeElement).toBe(button);
});

test('a click by hand picks the innermost activity or page', () => {
  play();
  for (const target of [document.querySelector('button'), document.getElementById('p-un'), document.querySelector('footer'), document])
    click(target);
  click(document.querySelector('button'), false);
  expect(sent().slice(2)).toEqual(['bois', 'un'].map((id) => ({ kind: 'picked', id })));
});
