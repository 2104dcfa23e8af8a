import type { AnswerMessage, CallMessage } from './calls.ts';
import { StudioEngine } from './studio-engine.ts';

// Entry of the studio's Web Worker.

declare const self: DedicatedWorkerGlobalScope;

/** Answers one call after the other. */
class Answering {
  private readonly engine = new StudioEngine();
  private queue: Promise<void> = Promise.resolve();

  take(message: CallMessage): void {
    this.queue = this.queue.then(() => this.answer(message));
  }

  private async answer({ number, name, args }: CallMessage): Promise<void> {
    try {
      const method = this.engine[name] as (...values: readonly unknown[]) => unknown;
      self.postMessage({ number, answer: await method.apply(this.engine, [...args]) } satisfies AnswerMessage);
    } catch (error) {
      self.postMessage({ number, failed: error instanceof Error ? error.message : String(error) } satisfies AnswerMessage);
    }
  }
}

const answering = new Answering();
self.addEventListener('message', ({ data }: MessageEvent<CallMessage>) => answering.take(data));
