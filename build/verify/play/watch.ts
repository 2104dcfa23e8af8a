import type { PlayedCall, PlayedLaunch } from '../played/record.ts';
import type { Browser, BrowserEvent } from './browser.ts';

/** Longest text that is kept of an error, a dialog or an address. */
const LONGEST = 300;

/** Most things of each kind that are kept of one SCO. */
const MOST = 5000;

/** Addresses that never leave the browser. */
const INSIDE = /^(?:data|blob|about|javascript|chrome-error|chrome|devtools):/;

type Observed = Pick<PlayedLaunch, 'calls' | 'looked' | 'elsewhere' | 'errors' | 'dialogs' | 'popups'>;

function push<Item>(list: Item[], item: Item): void {
  if (list.length < MOST) list.push(item);
}

/** Collects what one SCO does, from the events of the browser. */
export class Watch {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #stop: () => void;
  readonly #calls: PlayedCall[] = [];
  readonly #looked = new Set<string>();
  readonly #elsewhere = new Set<string>();
  readonly #errors = new Set<string>();
  readonly #dialogs: string[] = [];
  readonly #popups: string[] = [];
  /** Sessions of pages, by target. */
  readonly #sessions = new Map<string, string>();
  #start = Date.now();
  /** Target of the LMS's page: other pages are pop-ups. */
  #page = '';
  /** Time of the last call or request. */
  #busy = Date.now();

  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
    this.#stop = browser.listen((event) => this.#on(event));
  }

  /** Begins to count the time. @param page target of the LMS's page */
  begin(page: string): void {
    this.#page = page;
    this.#start = Date.now();
    this.#busy = this.#start;
  }

  /** Milliseconds since anything happened. */
  get quiet(): number {
    return Date.now() - this.#busy;
  }

  /** Returns the session of a page, once the browser has attached it. */
  sessionOf(page: string): string | undefined {
    return this.#sessions.get(page);
  }

  get popups(): readonly string[] {
    return this.#popups;
  }

  /** Stops watching, and returns what was seen. */
  end(): Observed {
    this.#stop();
    return {
      calls: this.#calls,
      looked: [...this.#looked],
      elsewhere: [...this.#elsewhere],
      errors: [...this.#errors],
      dialogs: this.#dialogs,
      popups: this.#popups.length,
    };
  }

  #on({ method, params, sessionId }: BrowserEvent): void {
    if (method === 'Target.attachedToTarget') this.#attach(params.sessionId, params.targetInfo);
    if (method === 'Runtime.bindingCalled') this.#report(params.name, params.payload);
    if (method === 'Network.requestWillBeSent') this.#request(String(params.request.url));
    if (method === 'Network.webSocketCreated') this.#request(String(params.url));
    if (method === 'Runtime.exceptionThrown') this.#error(params.exceptionDetails);
    if (method === 'Page.javascriptDialogOpening') {
      push(this.#dialogs, String(params.message).slice(0, LONGEST) || String(params.type));
      this.#send('Page.handleJavaScriptDialog', { accept: true }, sessionId);
    }
  }

  /** Asks without waiting: the page may be gone. */
  #send(method: string, params: object, sessionId: string | undefined): void {
    this.#browser.send(method, params, sessionId).catch(() => undefined);
  }

  /** Listens to a new page, frame or worker before its first script runs. */
  #attach(session: string, target: { readonly type: string; readonly targetId: string }): void {
    const isPage = target.type === 'page';
    if (isPage) this.#sessions.set(target.targetId, session);
    if (isPage && this.#page !== '' && target.targetId !== this.#page) this.#popups.push(target.targetId);
    for (const domain of ['Network', 'Runtime', ...(isPage ? ['Page'] : [])]) this.#send(`${domain}.enable`, {}, session);
    if (isPage) this.#send('Runtime.addBinding', { name: 'cartableReport' }, session);
    this.#send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, session);
    this.#send('Runtime.runIfWaitingForDebugger', {}, session);
  }

  #report(name: string, payload: string): void {
    if (name !== 'cartableReport') return;
    this.#busy = Date.now();
    let report: { kind?: string; name?: string } & Partial<PlayedCall>;
    try {
      report = JSON.parse(payload);
    } catch {
      return;
    }
    const { kind, method = '', args = [], result = '', error = 0, closing = false } = report;
    if (kind === 'looked') this.#looked.add(String(report.name));
    if (kind !== 'call' || !Array.isArray(args)) return;
    const call = { method: String(method), args: args.map(String), result: String(result), error: Number(error) || 0 };
    push(this.#calls, { ...call, closing: closing === true, at: this.#busy - this.#start });
  }

  #request(url: string): void {
    if (INSIDE.test(url) || url.startsWith(`${this.#origin}/`)) {
      if (url.startsWith(this.#origin)) this.#busy = Date.now();
      return;
    }
    // Without the query: it may hold a learner's name.
    this.#elsewhere.add(url.replace(/[?#].*$/s, '').slice(0, LONGEST));
  }

  #error(details: { readonly text?: string; readonly exception?: { readonly description?: string } }): void {
    const text = details.exception?.description ?? details.text ?? '';
    this.#errors.add((text.split('\n')[0] ?? '').slice(0, LONGEST));
  }
}
