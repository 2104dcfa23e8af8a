import { createHash } from 'node:crypto';
import { close, writev } from 'node:fs';
import { Writable } from 'node:stream';

/**
 * Bytes written by one call. ext4 takes single writes of 4 MB and more into memory of its own up to six times slower than these
 * (Linux 6, 500 MB: 0.13 s against 0.75 s).
 */
const PIECE = 1024 * 1024;

/** Cuts a list of Buffers after so many bytes. */
function cut(chunks: readonly Buffer[], bytes: number): { head: Buffer[]; tail: Buffer[] } {
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let left = bytes;
  for (const chunk of chunks) {
    if (left > 0) head.push(chunk.subarray(0, left));
    if (left < chunk.length) tail.push(chunk.subarray(left));
    left = Math.max(0, left - chunk.length);
  }
  return { head, tail };
}

/** Writes all of `chunks`, also where the system takes only a part at a time. */
function writeAll(fd: number, chunks: readonly Buffer[], done: (error: Error | null) => void): void {
  writev(fd, chunks, (error, written) => {
    const rest = error ? [] : cut(chunks, written).tail;
    if (rest.length > 0) writeAll(fd, rest, done);
    else done(error);
  });
}

/** A file being written, with its length and SHA-256. It is closed when it ends or is destroyed. */
export class FileOutput extends Writable {
  /** Bytes written so far. */
  bytes = 0;
  readonly #fd: number;
  readonly #hash = createHash('sha256');
  #writing = false;
  #closing: (() => void) | undefined;
  readonly #awaited = new Map<ArrayBufferLike, { left: number; readonly done: () => void }>();

  /** @param fd a file open for writing; this stream closes it */
  constructor(fd: number) {
    super({ highWaterMark: 1024 * 1024 });
    this.#fd = fd;
  }

  /** Resolves once `content` was written, however many streams it has to go through: its memory may then be used again. */
  written(content: Buffer): Promise<void> {
    if (content.length === 0) return Promise.resolve();
    return new Promise((done) => {
      this.#awaited.set(content.buffer, { left: content.length, done });
    });
  }

  /** The whole file's SHA-256, in hexadecimal. Once only, at the end. */
  sha256(): string {
    return this.#hash.digest('hex');
  }

  override _writev(items: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#writing = true;
    this.#write(
      items.map((item) => item.chunk),
      (error) => {
        this.#writing = false;
        this.#closing?.();
        done(error);
      },
    );
  }

  #write(chunks: readonly Buffer[], done: (error: Error | null) => void): void {
    const { head, tail } = cut(chunks, PIECE);
    writeAll(this.#fd, head, (error) => {
      if (!error) for (const chunk of head) this.#settle(chunk);
      if (error || tail.length === 0) done(error);
      else this.#write(tail, done);
    });
    // While another thread writes.
    for (const chunk of head) this.#hash.update(chunk);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const end = (): void => close(this.#fd, (closing) => done(error ?? closing));
    // A write that another thread still has before it would go to whichever file is opened next.
    if (this.#writing) this.#closing = end;
    else end();
  }

  #settle(chunk: Buffer): void {
    this.bytes += chunk.length;
    const awaited = this.#awaited.get(chunk.buffer);
    if (!awaited) return;
    awaited.left -= chunk.length;
    if (awaited.left > 0) return;
    this.#awaited.delete(chunk.buffer);
    awaited.done();
  }
}
