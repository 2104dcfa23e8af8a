import type { AnswerMessage, CallMessage, CallName, EngineCalls } from './calls.ts';

/** A worker, or what stands in for it. */
type Port = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Calls the engine in its worker. */
export class EngineClient {
  private readonly port: Port;
  private readonly waiting = new Map<number, Waiting>();
  private count = 0;

  constructor(port: Port) {
    this.port = port;
    port.addEventListener('message', (event) => this.take((event as MessageEvent<AnswerMessage>).data));
    port.addEventListener('error', (event) => this.fail((event as ErrorEvent).message));
  }

  /** @throws if the engine fails */
  call<Name extends CallName>(name: Name, ...args: Parameters<EngineCalls[Name]>): Promise<ReturnType<EngineCalls[Name]>> {
    const number = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve: resolve as Waiting['resolve'], reject });
      const message: CallMessage = { number, name, args };
      this.port.postMessage(message);
    });
  }

  /** Ends the worker; calls on their way are never answered. */
  close(): void {
    this.port.terminate();
  }

  private take(message: AnswerMessage): void {
    const waiting = this.waiting.get(message.number);
    this.waiting.delete(message.number);
    if ('failed' in message) waiting?.reject(new Error(message.failed));
    else waiting?.resolve(message.answer);
  }

  private fail(why: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(why));
    this.waiting.clear();
  }
}
