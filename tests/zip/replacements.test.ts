import { once } from 'node:events';
import type { TransformCallback } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import crc from '../../build/zip/crc-32.ts';
import { CRC32Stream, DeflateCRC32Stream } from '../../build/zip/crc32-stream.ts';
import { Transform } from '../../build/zip/joining-stream.ts';
import parts, { Readable, ReaddirGlob } from '../../build/zip/unused.ts';

const TIMETABLE = Buffer.from('Dépôt 5 h 12, Gare 5 h 31, '.repeat(20_000));

async function through(stream: CRC32Stream, chunks: readonly Buffer[]): Promise<Buffer> {
  const out = buffer(stream);
  for (const chunk of chunks) stream.write(chunk);
  stream.end();
  return out;
}

function cut(content: Buffer, length: number): Buffer[] {
  return Array.from({ length: Math.ceil(content.length / length) }, (_, index) => content.subarray(index * length, (index + 1) * length));
}

describe('the deflating stream', () => {
  test.each([
    ['one chunk', [TIMETABLE]],
    ['two chunks', cut(TIMETABLE, 400_000)],
    ['many chunks', cut(TIMETABLE, 2701)],
    ['an empty chunk', [Buffer.alloc(0)]],
    ['nothing', []],
  ])('%s', async (_, chunks) => {
    const content = Buffer.concat(chunks);
    const stream = new DeflateCRC32Stream({ level: 6 });
    const out = await through(stream, chunks);
    expect(inflateRawSync(out).equals(content)).toBe(true);
    expect(out.equals(deflateRawSync(content, { level: 6 }))).toBe(true);
    expect(stream.digest().readUInt32BE()).toBe(crc32(content));
    expect([stream.size(), stream.size(true)]).toEqual([content.length, out.length]);
  });

  test('the same Buffer at another level', async () => {
    const fast = await through(new DeflateCRC32Stream({ level: 1 }), [TIMETABLE]);
    const small = await through(new DeflateCRC32Stream({ level: 9 }), [TIMETABLE]);
    expect(small.length).toBeLessThan(fast.length);
    expect(fast.equals(deflateRawSync(TIMETABLE, { level: 1 }))).toBe(true);
  });

  test('a reader that is slow holds the writer up', async () => {
    const stream = new DeflateCRC32Stream({ level: 0 });
    const written = cut(Buffer.alloc(4_000_000, 3), 50_000).map((chunk) => stream.write(chunk));
    expect(written.at(-1)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stream.readableLength).toBeLessThan(300_000);
    stream.end();
    expect(inflateRawSync(await buffer(stream))).toHaveLength(4_000_000);
  });
});

test('the stream that only counts', async () => {
  const stream = new CRC32Stream();
  expect((await through(stream, cut(TIMETABLE, 999))).equals(TIMETABLE)).toBe(true);
  expect(stream.digest().readUInt32BE()).toBe(crc32(TIMETABLE));
  expect([stream.size(), stream.size(true)]).toEqual([TIMETABLE.length, TIMETABLE.length]);
});

test('the checksum of a Buffer is a signed number', () => {
  expect(crc.buf(Buffer.from('123456789'))).toBe(0xcbf43926 | 0);
});

test('what is not in the program says so', () => {
  for (const Part of [Readable, ReaddirGlob, parts.ReaddirGlob, parts.pack])
    expect(() => Reflect.construct(Part, [])).toThrow('not in the program');
});

describe('the stream that joins short chunks', () => {
  class Passing extends Transform {
    override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
      done(null, chunk);
    }
  }

  test('hands on the same bytes, in fewer chunks', async () => {
    const stream = new Passing();
    const out: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => out.push(chunk));
    const sizes = [4, 2, 2, 600, 1, 512, 513, 0, 3, ...Array.from({ length: 100 }, () => 400)];
    const chunks = sizes.map((size, index) => Buffer.alloc(size, index));
    for (const chunk of chunks) stream.write(chunk);
    stream.end(Buffer.from('fin'));
    await finished(stream);
    expect(Buffer.concat(out).equals(Buffer.concat([...chunks, Buffer.from('fin')]))).toBe(true);
    expect(out.length).toBeLessThan(12);
  });

  test('keeps none back when nothing follows', async () => {
    const stream = new Passing();
    stream.write(Buffer.from('Gare'));
    const [chunk] = await once(stream, 'data');
    expect(String(chunk)).toBe('Gare');
  });

  test('has nothing to say once it was destroyed', async () => {
    const stream = new Passing();
    stream.write(Buffer.from('Gare'));
    stream.destroy();
    await once(stream, 'close');
    expect(stream.errored).toBeNull();
  });
});
