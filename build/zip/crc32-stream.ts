import { Transform, type TransformCallback } from 'node:stream';
import { crc32, createDeflateRaw, type DeflateRaw, type ZlibOptions } from 'node:zlib';
import { deflated } from './deflate.ts';

/** Passes bytes on and knows their checksum. */
export class CRC32Stream extends Transform {
  protected crc = 0;
  protected length = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.count(chunk);
    done(null, chunk);
  }

  protected count(chunk: Buffer): void {
    this.crc = crc32(chunk, this.crc);
    this.length += chunk.length;
  }

  /** Four bytes, the highest first. */
  digest(): Buffer {
    const bytes = Buffer.allocUnsafe(4);
    bytes.writeUInt32BE(this.crc);
    return bytes;
  }

  /** @param _compressed bytes that came out instead of bytes that went in */
  size(_compressed = false): number {
    return this.length;
  }
}

/**
 * Takes the place of the class of this name in the npm package `crc32-stream` when the program is bundled: same bytes, but content
 * that comes in one Buffer is deflated once for all archives, and may have been before this stream had its turn.
 */
export class DeflateCRC32Stream extends CRC32Stream {
  readonly #options: ZlibOptions;
  #packed = 0;
  #first: Buffer | undefined;
  #stream: DeflateRaw | undefined;

  constructor(options: ZlibOptions = {}) {
    super();
    this.#options = options;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.#first || this.#stream) {
      const stream = this.#stream ?? this.#open();
      this.count(chunk);
      stream.write(chunk, done);
    } else {
      this.#first = chunk;
      done();
    }
  }

  override _flush(done: TransformCallback): void {
    if (this.#stream) {
      this.#stream.once('end', done).end();
      return;
    }
    const content = this.#first ?? Buffer.alloc(0);
    deflated(content, this.#options).then(({ crc, bytes }) => {
      this.crc = crc;
      this.length = content.length;
      this.#emit(bytes);
      done();
    }, done);
  }

  override size(compressed = false): number {
    return compressed ? this.#packed : this.length;
  }

  /** There is a second chunk, so the content is streamed. */
  #open(): DeflateRaw {
    const stream = createDeflateRaw(this.#options);
    stream.on('data', (bytes: Buffer) => this.#emit(bytes)).on('error', (error) => this.destroy(error));
    if (this.#first) {
      this.count(this.#first);
      stream.write(this.#first);
    }
    this.#first = undefined;
    this.#stream = stream;
    return stream;
  }

  #emit(bytes: Buffer): void {
    this.#packed += bytes.length;
    this.push(bytes);
  }
}
