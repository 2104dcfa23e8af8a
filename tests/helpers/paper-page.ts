import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { FromPaper, ToPaper } from '../../build/studio/results/paper-messages.ts';
import type { StudioSettings } from '../../build/studio/settings.ts';
import { settled } from './drawn.ts';

/** Gives a page the frames in which documents are shown: this page loads none by itself. */
export class PaperPage {
  readonly settings = { paper: 'paper.html', paperScript: 'paper.js' } as unknown as StudioSettings;
  /** Addresses of scripts that were loaded, in order. */
  readonly loaded: string[] = [];
  /** Messages to the frames, in order. */
  readonly sent: ToPaper[] = [];
  /** Permissions of the frames, in order. */
  readonly allowed: (string | null)[] = [];
  private readonly window = { postMessage: (message: ToPaper, to: string) => void (to === '*' && this.sent.push(message)) };

  constructor() {
    // This page would only complain about a frame: another element stands in for it.
    const make = document.createElementNS.bind(document) as (space: string, name: string) => Element;
    const makeOther = (space: string, name: string): Element => make(space, name === 'iframe' ? 'figure' : name);
    vi.spyOn(document, 'createElementNS').mockImplementation(makeOther as typeof document.createElementNS);
    vi.spyOn(document, 'baseURI', 'get').mockReturnValue('http://four.test/studio/');
    vi.stubGlobal('fetch', async (address: string) => {
      this.loaded.push(address);
      return new Response('show()');
    });
    vi.stubGlobal('getComputedStyle', () => ({ colorScheme: 'light' }));
  }

  /** The frame on screen. */
  get frame(): HTMLElement | null {
    return document.querySelector<HTMLElement>('.s-paper');
  }

  /** Loads the page of the frame on screen; its script begins, and asks for its document. */
  async begin(): Promise<void> {
    await this.load();
    await this.send({ kind: 'ready' });
  }

  /** Loads the empty page of the frame on screen. */
  async load(): Promise<void> {
    const { frame } = this;
    const inner = document.implementation.createHTMLDocument('');
    const sandbox = Object.defineProperty(inner.createElement('figure'), 'contentWindow', { value: this.window });
    inner.createElement = () => sandbox;
    if (frame) Object.defineProperty(frame, 'contentDocument', { value: inner, configurable: true });
    await act(() => void frame?.dispatchEvent(new Event('load')));
    await settled();
    this.allowed.push(sandbox.getAttribute('sandbox'));
  }

  /** Sends a message from the frame, or from somewhere else. */
  async send(data: FromPaper, source: unknown = this.window): Promise<void> {
    const event = Object.assign(new Event('message'), { data, source });
    await act(() => void window.dispatchEvent(event));
    await settled();
  }

  /** Takes all of it from the page again. */
  close(): void {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  }
}
