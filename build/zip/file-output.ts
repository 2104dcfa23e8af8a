import { createHash } from 'node:crypto';
import { close, writev } from 'node:fs';
import { Writable } from 'node:stream';

/** Writes all of `chunks`, also where the system takes only a part at a time. */
function writeAll(fd: number, chunks: readonly Buffer[], done: (error: Error | null) => void): void {
  writev(fd, chunks, (error, written) => {
    const rest = error ? [] : after(chunks, written);
    if (rest.length > 0) writeAll(fd, rest, done);
    else done(error);
  });
}

function after(chunks: readonly Buffer[], written: number): Buffer[] {
  let left = written;
  const rest: Buffer[] = [];
  for (const chunk of chunks) {
    if (left < chunk.length) rest.push(chunk.subarray(left));
    left = Math.max(0, left - chunk.length);
  }
  return rest;
}

/** A file being written, with its length and SHA-256. It is closed when it ends or is destroyed. */
export class FileOutput extends Writable {
  /** Bytes written so far. */
  bytes = 0;
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  #writing = false;
  #closing: (() => void) | undefined;
  #awaited: { readonly memory: ArrayBufferLike; left: number; readonly done: () => void } | undefined;

  /** @param fd a file open for writing; this stream closes it */
  constructor(fd: number) {
    super({ highWaterMark: 1024 * 1024 });
    this.#fd = fd;
  }

  /** Resolves once `content` was written, however many streams it has to go through: its memory may then be used again. */
  written(content: Buffer): Promise<void> {
    if (content.length === 0) return Promise.resolve();
    return new Promise((done) => {
      this.#awaited = { memory: content.buffer, left: content.length, done };
    });
  }

  /** The whole file's SHA-256, in hexadecimal. Once only, at the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  override _writev(items: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    const chunks = items.map((item) => item.chunk);
    this.#writing = true;
    writeAll(this.#fd, chunks, (error) => {
      this.#writing = false;
      this.#closing?.();
      if (!error) for (const chunk of chunks) this.#settle(chunk);
      done(error);
    });
    // While another thread writes.
    for (const chunk of chunks) this.#hash.update(chunk);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const end = (): void => close(this.#fd, (closing) => done(error ?? closing));
    // A write that another thread still has before it would go to whichever file is opened next.
    if (this.#writing) this.#closing = end;
    else end();
  }

  #settle(chunk: Buffer): void {
    this.bytes += chunk.length;
    const awaited = this.#awaited;
    if (awaited?.memory !== chunk.buffer) return;
    awaited.left -= chunk.length;
    if (awaited.left > 0) return;
    this.#awaited = undefined;
    awaited.done();
  }
}
