import { Transform as NodeTransform } from 'node:stream';

/** @public Archiver imports it under the name of the package that this stands for. */
export { PassThrough } from 'node:stream';

/** Longer chunks are passed on as they come. */
const SHORT = 512;

/** So many bytes are held back at most. */
const MOST = 16 * 1024;

/**
 * Takes the place of the class of this name in the npm package `readable-stream` when the program is bundled: Node's own, but short
 * chunks that come at once are put together. Archiver writes each field of a header by itself, thirty for a file, through two streams: that was most
 * of its time.
 */
export class Transform extends NodeTransform {
  #held: Buffer[] = [];
  #bytes = 0;

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    if (Buffer.isBuffer(chunk) && chunk.length <= SHORT && rest.every((one) => one === undefined)) {
      // Somebody may wait for just this chunk to come out.
      if (this.#bytes === 0) process.nextTick(() => this.#release());
      this.#held.push(chunk);
      this.#bytes += chunk.length;
      return this.#bytes < MOST || this.#release();
    }
    this.#release();
    return super.write(chunk, ...(rest as []));
  }

  override end(...rest: unknown[]): this {
    this.#release();
    return super.end(...(rest as []));
  }

  #release(): boolean {
    if (this.#bytes === 0) return true;
    const joined = Buffer.concat(this.#held);
    this.#held = [];
    this.#bytes = 0;
    return this.destroyed || super.write(joined);
  }
}
