import type { AnswerMessage, CallMessage, CallName, EngineCalls } from './calls.ts';

/** A worker, or what stands in for it. */
type Port = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Calls the engine in its worker. */
export class EngineClient {
  private readonly start: () => Port;
  private readonly waiting = new Map<number, Waiting>();
  private port: Port;
  private count = 0;
  /** Settles with the last call: the worker answers one after the other. */
  private last: Promise<unknown> = Promise.resolve();
  /** Why the worker can't answer any more; null: it can. */
  private broken: Error | null = null;

  /** @param start starts a worker */
  constructor(start: () => Port) {
    this.start = start;
    this.port = this.started();
  }

  /** @throws if the engine fails */
  call<Name extends CallName>(name: Name, ...args: Parameters<EngineCalls[Name]>): Promise<ReturnType<EngineCalls[Name]>> {
    if (this.broken) return Promise.reject(this.broken);
    const number = ++this.count;
    const answer = new Promise<ReturnType<EngineCalls[Name]>>((resolve, reject) => {
      this.waiting.set(number, { resolve: resolve as Waiting['resolve'], reject });
      const message: CallMessage = { number, name, args };
      this.port.postMessage(message);
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  /** Waits until the calls on their way are answered or have failed. @param most time (ms) after which it waits no longer */
  async rest(most: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((end) => {
      timer = setTimeout(end, most);
    });
    await Promise.race([this.last, late]);
    clearTimeout(timer);
  }

  /** Replaces the worker by a new one, which knows nothing yet. Calls on their way fail. */
  restart(): void {
    this.port.terminate();
    this.fail('The engine was started again.');
    this.port = this.started();
    this.broken = null;
  }

  /** Ends the worker; calls on their way are never answered. */
  close(): void {
    this.port.terminate();
  }

  private started(): Port {
    const port = this.start();
    port.addEventListener('message', (event) => this.take((event as MessageEvent<AnswerMessage>).data));
    port.addEventListener('error', (event) => {
      // A worker that could not be loaded reports it before it is asked.
      if (port === this.port) this.fail((event as ErrorEvent).message);
    });
    return port;
  }

  private take(message: AnswerMessage): void {
    const waiting = this.waiting.get(message.number);
    this.waiting.delete(message.number);
    if ('failed' in message) waiting?.reject(new Error(message.failed));
    else waiting?.resolve(message.answer);
  }

  private fail(why: string): void {
    this.broken = new Error(why);
    for (const { reject } of this.waiting.values()) reject(this.broken);
    this.waiting.clear();
  }
}
