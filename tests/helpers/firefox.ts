import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFirefox } from '../setup/firefox.js';

/** Key of the reference to an element, by the WebDriver standard. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Milliseconds that the browser, or something in a page, may take to appear. */
const PATIENCE = 30_000;

/** Settings of the profile: a free port, French, downloads without a question, no requests of its own. */
function settings(downloads: string): string {
  const values = {
    'marionette.port': 0,
    'intl.accept_languages': 'fr-FR',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.shell.checkDefaultBrowser': false,
    'app.update.disabledForTesting': true,
    'datareporting.policy.dataSubmissionEnabled': false,
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
  };
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Calls `look` until it returns something. @throws if nothing appears in time */
async function until<T>(what: string, look: () => Promise<T | null> | T | null): Promise<T> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(50)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error(`Firefox never had ${what}.`);
}

/** Firefox without a window, over Marionette, which each Firefox has. Playwright's protocol needs a newer one than Debian's. */
export class Firefox {
  readonly #process: ChildProcess;
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #number = 0;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();

  private constructor(process: ChildProcess, socket: Socket) {
    this.#process = process;
    this.#socket = socket;
    socket.on('data', (data) => this.#receive(data));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox ended.'));
    });
  }

  /** Starts it with an empty profile. @param folder for the profile and, in `downloads`, for what is downloaded */
  static async open(folder: string): Promise<Firefox> {
    const profile = join(folder, 'profile');
    mkdirSync(profile, { recursive: true });
    writeFileSync(join(profile, 'user.js'), settings(join(folder, 'downloads')));
    // It refuses to start in a home of somebody else.
    const env = { ...process.env, HOME: folder };
    const started = spawn(findFirefox(), ['--headless', '--marionette', '--no-remote', '--profile', profile], { env, stdio: 'ignore' });
    const file = join(profile, 'MarionetteActivePort');
    const port = await until('a port', () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) || null : null));
    const socket = connect(port, '127.0.0.1');
    const firefox = new Firefox(started, socket);
    await firefox.#send('WebDriver:NewSession', { strictFileInteractability: true });
    await firefox.#send('WebDriver:SetWindowRect', { width: 1280, height: 900 });
    return firefox;
  }

  go(url: string): Promise<unknown> {
    return this.#send('WebDriver:Navigate', { url });
  }

  reload(): Promise<unknown> {
    return this.#send('WebDriver:Refresh', {});
  }

  /** Runs the body of an asynchronous function in the page. */
  async run<T>(body: string): Promise<T> {
    const script = `return (async () => {${body}})();`;
    return (await this.#send<{ value: T }>('WebDriver:ExecuteScript', { script, args: [] })).value;
  }

  /** Looks for an element that is shown. @returns its reference; null if there is none now */
  async find(xpath: string): Promise<string | null> {
    const found = await this.#send<readonly Record<string, string>[]>('WebDriver:FindElements', { using: 'xpath', value: xpath });
    for (const { [ELEMENT]: id = '' } of found)
      if ((await this.#send<{ value: boolean }>('WebDriver:IsElementDisplayed', { id })).value) return id;
    return null;
  }

  /** Waits until an element is shown. @returns its reference */
  waitFor(xpath: string): Promise<string> {
    return until(xpath, () => this.find(xpath));
  }

  /** Presses an element with the pointer. */
  async click(xpath: string): Promise<void> {
    await this.#send('WebDriver:ElementClick', { id: await this.waitFor(xpath) });
  }

  /** Types text with the keyboard. */
  async type(xpath: string, text: string): Promise<void> {
    await this.#send('WebDriver:ElementSendKeys', { id: await this.waitFor(xpath), text });
  }

  /** Goes into frames, one in the other, of the page. */
  async intoFrames(...xpaths: readonly string[]): Promise<void> {
    for (const xpath of xpaths) await this.#send('WebDriver:SwitchToFrame', { element: await this.waitFor(xpath) });
  }

  async outOfFrames(): Promise<void> {
    await this.#send('WebDriver:SwitchToFrame', { id: null });
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    await this.#send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => this.#process.kill());
    await ended;
    this.#socket.destroy();
  }

  /** Sends a command. @throws what Firefox reports as an error */
  #send<T>(name: string, values: object): Promise<T> {
    const number = ++this.#number;
    const text = JSON.stringify([0, number, name, values]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise<unknown>((resolve, reject) => this.#waiting.set(number, { resolve, reject })) as Promise<T>;
  }

  /** Takes bytes: messages are `LENGTH:JSON`. */
  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message)) this.#answer(message);
    }
  }

  #answer([, number, error, value]: readonly unknown[]): void {
    const waiting = this.#waiting.get(Number(number));
    this.#waiting.delete(Number(number));
    if (error) waiting?.reject(new Error(JSON.stringify(error)));
    else waiting?.resolve(value);
  }
}
