import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Browser, JSHandle, Page } from 'playwright-core';
import type { BuildMessage, BuiltMessage, FailedMessage, WorkerMessage } from '../../build/worker/messages.ts';

/** An answer as it comes out of the page, with the files that came with it. */
export type Answer = (Omit<BuiltMessage, 'files'> | FailedMessage) & {
  readonly files: ReadonlyMap<string, Buffer>;
  /** Packages that were announced before the answer, in order. */
  readonly announced: readonly string[];
  /** Milliseconds from the request to the answer, inside the page. */
  readonly ms: number;
};

/** A worker that builds, in a page of a real browser. */
export interface PageWorker {
  answer(message: BuildMessage): Promise<Answer>;
}

export interface WorkerPage {
  open(): Promise<PageWorker>;
  close(): Promise<void>;
}

/** A file that goes into the page: its path, and its number at the server; null: removed. */
type Ticket = readonly [path: string, number: number | null];

interface Order {
  readonly worker: Worker;
  readonly files: readonly Ticket[];
  readonly program: { readonly files: readonly Ticket[]; readonly version: string; readonly stamp: string } | null;
  readonly request: BuildMessage['request'];
}

/** Runs in the page: sends a request to the worker, and what it writes to the server. */
async function answerInPage({ worker, files, program, request }: Order) {
  const bytesOf = async ([path, number]: Ticket): Promise<[string, Uint8Array | null]> => {
    if (number === null) return [path, null];
    return [path, new Uint8Array(await (await fetch(`/given/${number}`)).arrayBuffer())];
  };
  const message: BuildMessage = {
    files: new Map(await Promise.all(files.map(bytesOf))),
    request,
    ...(program && { program: { ...program, files: new Map((await Promise.all(program.files.map(bytesOf))) as [string, Uint8Array][]) } }),
  };
  const announced: string[] = [];
  const started = performance.now();
  const answer = await new Promise<Exclude<WorkerMessage, { kind: 'progress' }>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === 'progress') announced.push(data.file);
      else resolve(data);
    };
    worker.onerror = ({ message: why }) => reject(new Error(why));
    worker.postMessage(message);
  });
  const ms = performance.now() - started;
  const written = answer.kind === 'built' ? [...answer.files] : [];
  await Promise.all(written.map(([path, body]) => fetch(`/written?path=${encodeURIComponent(path)}`, { method: 'POST', body })));
  return { ...answer, files: [], announced, ms };
}

/** Policy of the page and its worker: no `eval`, nothing from elsewhere. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'";

/** Serves an empty page on loopback that can open the worker, and carries files into the page and out of it. @param script the worker's */
export async function openWorkerPage(browser: Browser, script: string): Promise<WorkerPage> {
  const given: Uint8Array[] = [];
  const written = new Map<string, Buffer>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const give = (type: string, content: string | Uint8Array): void =>
      void response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(content);
    if (pathname === '/written') written.set(searchParams.get('path') ?? '', await buffer(request));
    if (pathname === '/worker.js') give('text/javascript', script);
    else if (pathname.startsWith('/given/')) give('application/octet-stream', given[Number(pathname.slice(7))] ?? '');
    else give('text/html', '<!doctype html><title>Fabrique</title>');
  }

  function ticketsOf(files: BuildMessage['files']): Ticket[] {
    return [...files].map(([path, content]) => {
      if (content === null) return [path, null];
      return [path, given.push(typeof content === 'string' ? Buffer.from(content) : content) - 1];
    });
  }

  async function answer(page: Page, worker: JSHandle<Worker>, { program, files, request }: BuildMessage): Promise<Answer> {
    const found = await page.evaluate(answerInPage, {
      worker,
      files: ticketsOf(files),
      program: program ? { ...program, files: ticketsOf(program.files) } : null,
      request,
    });
    const own = new Map(written);
    given.length = 0;
    written.clear();
    return { ...found, files: own };
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    async open() {
      const worker = await page.evaluateHandle(() => new Worker('/worker.js'));
      return { answer: (message) => answer(page, worker, message) };
    },
    async close() {
      await page.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
