import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** An event of the DevTools protocol. */
export interface BrowserEvent {
  readonly method: string;
  // biome-ignore lint/suspicious/noExplicitAny: each event has its own members, described in the protocol.
  readonly params: any;
  /** Page, frame or worker that it comes from; undefined for the browser itself. */
  readonly sessionId?: string;
}

interface Answer {
  readonly id: number;
  readonly result?: object;
  readonly error?: { readonly message: string };
}

interface Waiting {
  resolve(result: object): void;
  reject(error: Error): void;
}

/** Longest wait for one answer, in milliseconds. */
const PATIENCE = 10_000;

/** Longest wait until the browser has closed itself, in milliseconds. */
const CLOSING = 3000;

/** No browser: it doesn't start, or is gone. */
export class BrowserError extends Error {}

/**
 * Options of the browser. All requests go through our own server, which answers those for the package and refuses all others, so that a
 * package reaches neither the internet nor other programs of this computer.
 */
function optionsOf(profile: string, proxy: string): string[] {
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    `--proxy-server=${proxy}`,
    '--proxy-bypass-list=<-loopback>',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-extensions',
    '--disable-gpu',
    '--disable-popup-blocking',
    '--disable-sync',
    '--deny-permission-prompts',
    '--mute-audio',
    '--password-store=basic',
    '--use-mock-keychain',
    '--window-size=1366,768',
    // Chromium refuses to start as root with its sandbox, as in most containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

/** A browser that was started for one check, with an empty profile. */
export class Browser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Set<(event: BrowserEvent) => void>();
  #next = 1;
  #rest = '';

  /** @param proxy address of our server. @throws BrowserError */
  static async start(path: string, proxy: string): Promise<Browser> {
    const profile = mkdtempSync(join(tmpdir(), 'cartable-verify-'));
    const browser = new Browser(spawn(path, optionsOf(profile, proxy), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }), profile);
    try {
      await browser.send('Browser.getVersion');
      return browser;
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  private constructor(child: ChildProcess, profile: string) {
    this.#process = child;
    this.#profile = profile;
    const [, , , input, output] = child.stdio;
    (output as Readable).setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    // A killed browser resets its pipes.
    for (const pipe of [input, output] as const) pipe?.on('error', () => this.#fail());
    child.on('error', () => this.#fail());
    child.on('exit', () => this.#fail());
  }

  /** Calls a method of the protocol. @throws BrowserError if the browser refuses, doesn't answer, or is gone */
  send<Result = object>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    const id = this.#next++;
    const input = this.#process.stdio[3] as Writable;
    return new Promise<Result>((resolve, reject) => {
      const timer = setTimeout(() => reject(new BrowserError(method)), PATIENCE);
      const done = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
      };
      this.#waiting.set(id, {
        resolve: (result) => {
          done();
          resolve(result as Result);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      if (this.#process.exitCode !== null || input.destroyed) this.#fail();
      else input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  }

  /** Listens to events. @returns stops listening */
  listen(listener: (event: BrowserEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Ends the browser and removes its profile. */
  async close(): Promise<void> {
    const child = this.#process;
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      // A page that never pauses keeps the browser from closing by itself.
      const killer = setTimeout(() => child.kill('SIGKILL'), CLOSING);
      this.send('Browser.close').catch(() => undefined);
      await gone;
      clearTimeout(killer);
    }
    await this.#removeProfile();
  }

  /** Removes the profile. Helper processes may still be writing for a moment; what is left then, the system removes. */
  async #removeProfile(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      try {
        rmSync(this.#profile, { recursive: true, force: true });
        return;
      } catch {
        await wait(100);
      }
    }
  }

  #receive(text: string): void {
    const parts = (this.#rest + text).split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) {
      const message: Answer | BrowserEvent = JSON.parse(part);
      if ('method' in message) for (const listener of this.#listeners) listener(message);
      else this.#settle(message);
    }
  }

  #settle({ id, result = {}, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    if (error) waiting?.reject(new BrowserError(error.message));
    else waiting?.resolve(result);
  }

  #fail(): void {
    for (const { reject } of [...this.#waiting.values()]) reject(new BrowserError('gone'));
  }
}
