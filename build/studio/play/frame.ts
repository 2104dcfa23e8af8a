import { openLms } from '../../preview/client/lms.ts';
import { addressed } from './addressed.ts';
import type { FromFrame, PlayMessage, Shown, ToFrame } from './messages.ts';

// Script of the sandboxed frame that plays a session: it has an opaque origin, so nothing of the studio can be reached from here.

/** The studio's window: between it and this one is an empty page. */
const studio = parent.parent;

function send(message: FromFrame): void {
  studio.postMessage(message, '*');
}

/** Finds the address of a file that a script names as in a package, perhaps with a query. */
function redirected(value: string, addresses: ReadonlyMap<string, string>): string {
  return addresses.get(value.replace(/\?.*$/s, '')) ?? value;
}

/** Lets the runtime load scripts and pictures later: it names them as they are called in a package. */
function redirectLater(addresses: ReadonlyMap<string, string>): void {
  for (const { prototype } of [HTMLScriptElement, HTMLImageElement]) {
    Object.defineProperty(prototype, 'src', {
      configurable: true,
      get(this: HTMLElement): string {
        return this.getAttribute('src') ?? '';
      },
      set(this: HTMLElement, value: string) {
        this.setAttribute('src', redirected(value, addresses));
      },
    });
  }
}

/** Keeps the focus in the studio: the runtime may move it only while the learner is in the frame. */
function keepFocusOutside(): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (this: HTMLElement, options?: FocusOptions) {
    if (document.hasFocus()) focus.call(this, options);
  };
}

/** Time (ms) between two looks at the page while it starts, and the number of looks. */
const LOOK = 60;
const LOOKS = 100;

function isVisible(element: Element | null): boolean {
  return element?.checkVisibility?.() ?? false;
}

/** Looks again and again until a task succeeds or there were too many looks. */
function until(task: () => boolean, done: () => void, looks = LOOKS): void {
  if (task() || looks === 0) done();
  else setTimeout(() => until(task, done, looks - 1), LOOK);
}

/** Follows a link of the page's own: the runtime then shows the page and the step. */
function reach(hash: string, id: string): boolean {
  if (isVisible(document.getElementById(id))) return true;
  const link = document.createElement('a');
  link.href = hash;
  document.body.append(link);
  link.click();
  link.remove();
  return isVisible(document.getElementById(id));
}

/** Scrolls this page alone: `scrollIntoView` would move the studio, too. */
function scrollTo(element: HTMLElement | null): void {
  if (!element) return;
  const { top, height } = element.getBoundingClientRect();
  const room = Math.max(0, innerHeight - height);
  scrollBy({ top: top - Math.min(room / 2, innerHeight / 4) });
}

function show({ page, activity }: Shown, done: () => void): void {
  const id = activity === '' ? `p-${page}` : `a-${activity}`;
  until(
    () => !document.getElementById(id) || reach(`#${id}`, id),
    () => {
      if (activity !== '') scrollTo(document.getElementById(id));
      done();
    },
  );
}

/** Announces once that something of the session is on screen. */
function announceShown(wanted: Shown | null): void {
  const isStarted = (): boolean => isVisible(document.querySelector('[data-page]:not([hidden]), [data-view]:not([hidden]), .c-cover'));
  until(isStarted, () => (wanted ? show(wanted, () => send({ kind: 'shown' })) : send({ kind: 'shown' })));
}

function play({ files, settings, record, show: wanted }: PlayMessage): void {
  const opened = openLms(
    settings,
    record,
    (call) => {
      send({ kind: 'call', call });
      send({ kind: 'record', record: opened.record(), isSaved: false });
    },
    (kept) => send({ kind: 'record', record: kept, isSaved: true }),
  );
  const { html, addresses } = addressed(files);
  redirectLater(addresses);
  keepFocusOutside();
  document.open();
  // Links within the page would lead to the page around the sandbox.
  document.write(html.replace('<head>', '<head><base href="about:srcdoc">'));
  document.close();
  listen();
  announceShown(wanted);
}

/** Ends the visit. The browser announces it too, but when nothing can be sent any more. */
function end(): void {
  dispatchEvent(new Event('pagehide'));
  send({ kind: 'ended' });
}

function picked(event: Event): void {
  if (!event.isTrusted) return;
  const element = (event.target as Element | null)?.closest?.('[data-activity], [data-page]');
  const { activity, page } = (element as HTMLElement | null)?.dataset ?? {};
  const id = activity ?? page;
  if (id) send({ kind: 'picked', id });
}

function take(message: ToFrame): void {
  if (message.kind === 'play') play(message);
  else if (message.kind === 'end') end();
  else show(message, () => {});
}

/** Listens again: opening a document removes all listeners. */
function listen(): void {
  addEventListener('message', (event: MessageEvent<ToFrame>) => {
    if (event.source === studio) take(event.data);
  });
  addEventListener('click', picked, true);
}

listen();
send({ kind: 'ready' });
