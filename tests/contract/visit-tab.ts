import type { BrowserContext, Frame, Page } from 'playwright-core';
import type { LmsHost } from '../helpers/lms-host.ts';

/** Everything that a learner, a screen reader and the LMS got in one step. */
export interface Step {
  readonly step: string;
  /** Visible text of the page and of its banner. */
  readonly text: string;
  /** Each activity on the page: state, button, mark, and what can't be used. */
  readonly standing: readonly string[];
  readonly focus: string;
  readonly announced: readonly string[];
  /** Calls of the LMS: name, element, value, and the error where there is one. */
  readonly calls: readonly string[];
}

/** One launch, from the first page to the end. */
export interface Visit {
  readonly visit: string;
  readonly steps: Step[];
  /** The LMS's data afterwards. */
  kept: Readonly<Record<string, string>>;
}

/** Options of a launch. */
interface Launch {
  readonly version: '1.2' | '2004';
  readonly mode?: 'review' | 'browse';
  readonly stored?: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    announced: string[];
  }
}

/** Milliseconds of the page's clock for each step, in parts: a picture that is asked for in one arrives before the next. */
const STEP = [350, 350, 350];
const BEGIN = Date.UTC(2026, 0, 5, 9);

/** Makes random numbers repeatable, and records the text of live regions. Runs in each frame, before its own scripts. */
function prepare(): void {
  let seed = 20_260_105;
  Math.random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  window.announced = [];
  const regionOf = (node: Node): Element | null | undefined =>
    (node instanceof Element ? node : node.parentElement)?.closest('[aria-live], [role="status"], [role="alert"]');
  new MutationObserver((records) => {
    for (const region of new Set(records.map(({ target }) => regionOf(target)))) {
      if (region instanceof HTMLElement && !region.hidden && region.textContent) window.announced.push(region.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden'] });
}

/** Reads what is on screen. Runs in the page. */
function readPage(): Omit<Step, 'step' | 'calls'> {
  const shown = [...document.querySelectorAll<HTMLElement>('.c-banner, .c-page, dialog[open]')].filter((one) => one.checkVisibility());
  const standing = [...document.querySelectorAll<HTMLElement>('.c-page:not([hidden]) [data-activity]')].map((root) => {
    const own = (selector: string): HTMLElement | null => root.querySelector<HTMLElement>(`:scope > ${selector}`);
    const fields = [...root.querySelectorAll<HTMLInputElement>('input, textarea, select, button')];
    const actions = own('.c-actions');
    const facts = [
      root.id,
      root.hidden ? 'hidden' : root.dataset.state,
      root.hasAttribute('data-locked') ? 'locked' : 'open',
      actions?.hidden ? 'no button' : (actions?.querySelector<HTMLElement>('button')?.dataset.action ?? 'none'),
      own('.c-outcome')?.dataset.mark ?? '-',
      `${fields.filter((field) => field.disabled || field.readOnly).length} of ${fields.length} shut`,
      `${root.querySelectorAll('.c-mark, [data-mark]').length} marks, ${root.querySelectorAll('.c-expected, [data-mark="missed"]').length} expected`,
    ];
    return facts.join(' | ');
  });
  const focus = document.activeElement as HTMLElement | null;
  const announced = window.announced.splice(0);
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden or folded is not on screen.
    text: shown.map((one) => one.innerText).join('\n'),
    standing,
    focus: focus?.outerHTML.replace(/>.*/s, '>').slice(0, 160) ?? '',
    announced,
  };
}

/** One package in one tab after another, under a clock that goes on only between steps. */
export class VisitTab {
  readonly visits: Visit[] = [];
  private readonly context: BrowserContext;
  private readonly host: LmsHost;
  private readonly version: Launch['version'];
  private stored: Readonly<Record<string, string>> | undefined;
  private current: Page | undefined;
  private waiting = 0;
  private requests = 0;
  private received = 0;

  constructor(context: BrowserContext, host: LmsHost, version: Launch['version']) {
    this.context = context;
    this.host = host;
    this.version = version;
  }

  get page(): Page {
    if (!this.current) throw new Error('no package is open');
    return this.current;
  }

  get sco(): Frame {
    const frame = this.page.frames().find((one) => one.url().includes('/course/sco/'));
    if (!frame) throw new Error('no package is open');
    return frame;
  }

  /** Prepares the learner's browser: before the first launch. */
  async prepare(): Promise<void> {
    await this.context.addInitScript(prepare);
    await this.context.route(
      (url) => url.origin !== this.host.origin,
      (route) => route.abort(),
    );
    await this.context.clock.install({ time: BEGIN });
    await this.context.clock.pauseAt(BEGIN + 1000);
  }

  /** Opens the module with what the LMS kept. @param visit its name in the record */
  async launch(visit: string, mode?: 'review' | 'browse'): Promise<void> {
    this.visits.push({ visit, steps: [], kept: {} });
    this.current = await this.context.newPage();
    this.received = 0;
    this.watch(this.page);
    await this.page.goto(`${this.host.origin}/player`);
    const launch: Launch = { version: this.version, ...(mode && { mode }), ...(this.stored && { stored: this.stored }) };
    await this.page.evaluate((options) => {
      window.openLms(options);
      (document.getElementById('sco') as HTMLIFrameElement).src = '/course/sco/index.html';
    }, launch);
    await this.page.frameLocator('#sco').locator('#c-pages a[aria-current="page"]').waitFor({ state: 'attached', timeout: 60_000 });
    await this.step('launch', () => this.sco.evaluate(() => void dispatchEvent(new Event('pointermove'))));
  }

  /** Does something, lets a second pass, and notes what came of it. */
  async step(step: string, task: () => Promise<unknown>): Promise<void> {
    await task();
    await this.settle();
    for (const time of STEP) {
      await this.context.clock.runFor(time);
      await this.settle();
    }
    const calls = await this.newCalls();
    const seen = await this.sco.evaluate(readPage);
    this.visits.at(-1)?.steps.push({ step, ...seen, calls });
  }

  /** Lets the LMS take the frame away, and closes the tab. */
  async leave(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = document.getElementById('sco') as HTMLIFrameElement;
      await new Promise((done) => {
        frame.onload = done;
        frame.src = 'about:blank';
      });
    });
    await this.settle();
    const calls = await this.newCalls();
    this.stored = await this.page.evaluate(() => window.lms.stored() as Record<string, string>);
    const visit = this.visits.at(-1);
    visit?.steps.push({ step: 'leave', text: '', standing: [], focus: '', announced: [], calls });
    if (visit) visit.kept = this.stored;
    await this.page.close();
  }

  private watch(page: Page): void {
    this.waiting = 0;
    const isWaited = (kind: string): boolean => kind !== 'media';
    page.on('request', (request) => {
      this.requests++;
      if (isWaited(request.resourceType())) this.waiting++;
    });
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end as 'requestfinished', (request) => {
        if (isWaited(request.resourceType())) this.waiting--;
      });
    page.on('pageerror', (error) => console.error(error.message));
  }

  /** Waits until nothing is on its way. */
  private async settle(): Promise<void> {
    for (let before = -1; before !== this.requests || this.waiting > 0; ) {
      if (before !== -1) await new Promise((done) => setTimeout(done, 25));
      before = this.requests;
      await this.page.evaluate(() => 0);
      await this.page.evaluate(() => 0);
    }
  }

  private async newCalls(): Promise<string[]> {
    const calls = await this.page.evaluate((from) => window.lms.calls.slice(from), this.received);
    this.received += calls.length;
    return calls.map(({ name, args, error }) => `${name}(${args.join(', ')})${error === 0 ? '' : ` ! ${error}`}`);
  }
}
