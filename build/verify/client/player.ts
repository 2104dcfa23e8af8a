import { type Call, openLms } from '../../preview/client/lms.ts';

/** Report of the page to the program, as JSON. */
type Report = ({ readonly kind: 'call'; readonly closing: boolean } & Call) | { readonly kind: 'looked'; readonly name: string };

declare global {
  interface Window {
    /** Made by the program: gets a report. */
    cartableReport?: (json: string) => void;
    cartablePlayer?: Player;
  }
}

/** Longest time for the page to go, in milliseconds. */
const PATIENCE = 4000;

/** Interfaces that a SCO may look for. */
const NAMES = ['API', 'API_1484_11'] as const;

function report(what: Report): void {
  window.cartableReport?.(JSON.stringify(what));
}

/** Tests whether an element can be seen: it has a size, and isn't transparent. */
function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1 && getComputedStyle(element).visibility !== 'hidden';
}

/** Tests whether a document shows nothing, inner frames included. One of another origin counts as shown. */
function isEmpty(view: Document | null): boolean {
  if (!view?.body && !view?.querySelector('frameset')) return view !== null;
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden doesn't count.
  if ((view.body?.innerText ?? '').trim() !== '') return false;
  if ([...view.querySelectorAll('img, svg, canvas, video, audio, object, embed, input, button')].some(isVisible)) return false;
  return [...view.querySelectorAll<HTMLIFrameElement>('iframe, frame')].every((frame) => {
    try {
      return isEmpty(frame.contentDocument);
    } catch {
      return false;
    }
  });
}

/** The LMS around a SCO, for one visit of one learner. */
class Player {
  readonly #frame = document.getElementById('sco') as HTMLIFrameElement;
  #closing = false;

  constructor(version: '1.2' | '2004') {
    const settings = { version, mode: 'normal', learner: { id: 'verify', name: 'Essai, Camille' } } as const;
    openLms(
      settings,
      null,
      (call) => report({ kind: 'call', closing: this.#closing, ...call }),
      () => undefined,
    );
    for (const name of NAMES) this.#watch(name);
  }

  /** Reports each time when a page looks for an interface, whether it is there or not. */
  #watch(name: (typeof NAMES)[number]): void {
    const api = window[name];
    Object.defineProperty(window, name, {
      get: () => {
        report({ kind: 'looked', name });
        return api;
      },
    });
  }

  open(address: string): void {
    this.#frame.src = address;
  }

  isBlank(): boolean {
    return isEmpty(this.#frame.contentDocument);
  }

  /** Takes the page away, as closing its tab does, and waits until it is gone. */
  async leave(): Promise<void> {
    this.#closing = true;
    const gone = new Promise<void>((done) => this.#frame.addEventListener('load', () => done(), { once: true }));
    this.#frame.src = 'about:blank';
    await Promise.race([gone, new Promise((done) => setTimeout(done, PATIENCE))]);
  }
}

const [version] = document.documentElement.dataset.version === '2004' ? (['2004'] as const) : (['1.2'] as const);
window.cartablePlayer = new Player(version);
