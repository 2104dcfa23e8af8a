import type { ModuleState, PlayerSettings } from '../settings.ts';
import { showErrors, showNotices } from './diagnostics.ts';
import { byId } from './element.ts';
import { type CmiRecord, type Lms, openLms } from './lms.ts';
import { Panel } from './panel.ts';
import { onSave, query } from './server.ts';

/** Largest request of a page that is being left, in bytes. */
const KEEPALIVE = 60_000;

/** Plays one module as one learner, visit after visit. */
class Player {
  private readonly settings: PlayerSettings;
  private readonly frame = byId('sco') as HTMLIFrameElement;
  private readonly panel: Panel;
  private lms: Lms | null = null;
  private keeping: Promise<unknown> = Promise.resolve();
  private keeps = true;
  private revision = 0;
  /** Queue of changes to the frame. */
  private queue: Promise<void> = Promise.resolve();

  constructor(settings: PlayerSettings) {
    this.settings = settings;
    this.panel = new Panel(settings.strings);
  }

  /** Ends the visit as an LMS does, by removing the module, and waits until its data are stored. */
  end(): Promise<void> {
    return this.enqueue(() => this.close());
  }

  /** Ends the visit and begins the next. */
  resume(): Promise<void> {
    return this.enqueue(async () => {
      await this.close();
      await this.open();
    });
  }

  /** Starts over without a record. */
  reset(): Promise<void> {
    return this.enqueue(async () => {
      this.keeps = false;
      await this.close();
      await fetch(this.settings.record, { method: 'DELETE' });
      this.keeps = true;
      await this.open();
    });
  }

  /** Shows current errors, and plays the module again if it changed. */
  async update(): Promise<void> {
    const { strings, state } = this.settings;
    const { revision, errors, notices } = await query<ModuleState>(state);
    const [over, line] = [document.querySelector<HTMLElement>('.v-over'), document.querySelector<HTMLElement>('.v-notice')];
    if (over) showErrors(over, errors, strings, strings.errorsAbout ?? '');
    if (line) showNotices(line, notices, strings);
    if (revision === this.revision || revision === 0) return;
    this.revision = revision;
    await this.resume();
  }

  /**
   * Announces to the module that the page is being left. The browser does it too, but when this window can no longer send anything.
   */
  leave(): void {
    this.frame.contentWindow?.dispatchEvent(new Event('pagehide'));
  }

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task);
    return this.queue;
  }

  private async open(): Promise<void> {
    const { settings, panel, frame } = this;
    const kept = await query<CmiRecord | null>(settings.record);
    panel.clear();
    const lms = openLms(
      settings,
      kept,
      (call) => {
        panel.add(call);
        panel.show(() => lms.record());
      },
      (record) => this.keep(record),
    );
    this.lms = lms;
    panel.show(() => kept);
    frame.src = settings.sco;
  }

  private async close(): Promise<void> {
    if (!this.lms) return;
    const left = new Promise<void>((done) => this.frame.addEventListener('load', () => done(), { once: true }));
    this.frame.src = 'about:blank';
    await left;
    await this.keeping;
    this.lms = null;
  }

  private keep(record: CmiRecord): void {
    // Review and browse leave no record.
    if (!this.keeps || this.settings.mode !== 'normal') return;
    const body = JSON.stringify(record);
    const keepalive = new Blob([body]).size < KEEPALIVE;
    this.keeping = fetch(this.settings.record, { method: 'PUT', body, keepalive }).catch(() => undefined);
  }
}

function chooseWidth(width: string): void {
  const stage = document.querySelector<HTMLElement>('.v-stage');
  if (stage) stage.dataset.width = width;
  for (const button of document.querySelectorAll('[data-width][aria-pressed]')) {
    button.setAttribute('aria-pressed', String((button as HTMLElement).dataset.width === width));
  }
  localStorage.setItem('cartable-preview-width', width);
}

/** Starts the page that contains a module. */
export function startPlayer(settings: PlayerSettings): void {
  const player = new Player(settings);
  const form = document.querySelector<HTMLFormElement>('.v-choices');
  form?.addEventListener('change', () => void player.end().then(() => form.submit()));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href="/"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void player.end().then(() => location.assign(link.href));
    });
  }
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (button?.dataset.width) chooseWidth(button.dataset.width);
    if (button?.dataset.do === 'reset') void player.reset();
    if (button?.dataset.do === 'resume') void player.resume();
  });
  addEventListener('pagehide', () => player.leave());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  chooseWidth(localStorage.getItem('cartable-preview-width') ?? 'full');
  onSave(() => void player.update(), settings.strings.broken ?? '');
}
