import { inOrder } from '../diagnostics/diagnostics.ts';
import { browserEngine, type ProgramFiles } from '../host/browser/engine.ts';
import { MemoryFiles } from '../host/browser/files.ts';
import type { Engine } from '../host/engine.ts';
import { Memo } from '../memo.ts';
import { build } from '../pipeline.ts';
import type { BuildMessage, BuiltMessage, WorkerMessage } from './messages.ts';

/** Sends an answer. @param transfer buffers of the message that move to the receiver */
export type Send = (message: WorkerMessage, transfer: ArrayBuffer[]) => void;

/** Builds in memory on request. Files and results are kept: the next build makes only changed packages. */
export class Builder {
  private readonly files = new MemoryFiles();
  private readonly memo = new Memo();
  private readonly send: Send;
  private engine: Engine | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(send: Send) {
    this.send = send;
  }

  /** Answers a request after all earlier ones. */
  answer(message: BuildMessage): Promise<void> {
    this.queue = this.queue.then(() => this.answerNow(message));
    return this.queue;
  }

  private async answerNow(message: BuildMessage): Promise<void> {
    try {
      const built = await this.build(message);
      const buffers = [...built.files.values()].map(({ buffer }) => buffer);
      this.send(built, buffers);
      // Only now: if the answer failed, its lock must be part of the next one.
      this.files.forgetWritten();
    } catch (error) {
      this.memo.clear();
      this.send({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }, []);
    }
  }

  private load(program: ProgramFiles): void {
    this.engine = browserEngine(program, this.files);
    this.memo.clear();
  }

  private async build({ program, files, request }: BuildMessage): Promise<BuiltMessage> {
    if (program) this.load(program);
    if (!this.engine) throw new Error('The first message must hold the program.');
    for (const [path, content] of files) {
      if (content === null) this.files.remove(path);
      else this.files.put(path, content);
    }
    const progress = (done: number, total: number, file: string): void => this.send({ kind: 'progress', done, total, file }, []);
    const { diagnostics, ...outcome } = await build({ ...request, progress }, this.engine, this.memo);
    // Copies are sent, because transferred buffers are gone and the next build needs these files.
    const written = new Map(this.files.writtenPaths().map((path) => [path, new Uint8Array(this.files.read(path))]));
    return { kind: 'built', diagnostics: inOrder(diagnostics.list), ...outcome, files: written };
  }
}
