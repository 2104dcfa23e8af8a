import type { AnswerMessage, CallMessage } from '../../build/studio/engine/calls.ts';

/** Stands in for the engine's worker: a test answers its calls, or leaves them without an answer. */
export class ManualWorker extends EventTarget {
  /** Calls that have no answer yet, in order. */
  readonly asked: CallMessage[] = [];
  isEnded = false;

  /** Returns the worker as code of the page sees it. */
  get port(): Worker {
    return this as unknown as Worker;
  }

  postMessage(message: CallMessage): void {
    this.asked.push(message);
  }

  terminate(): void {
    this.isEnded = true;
  }

  /** Answers the first call. @returns its name */
  answer(answer: unknown): string {
    return this.send((number) => ({ number, answer }));
  }

  /** Answers the first call with a failure. */
  fail(failed: string): string {
    return this.send((number) => ({ number, failed }));
  }

  /** Reports that the worker's script has failed. */
  break(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }

  private send(make: (number: number) => AnswerMessage): string {
    const call = this.asked.shift();
    if (!call) throw new Error('Nothing was asked.');
    this.dispatchEvent(new MessageEvent('message', { data: make(call.number) }));
    return call.name;
  }
}
