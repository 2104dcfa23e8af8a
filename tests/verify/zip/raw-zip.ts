import { crc32, deflateRawSync } from 'node:zlib';

/** A record of a raw zip. What is absent is right. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly mode?: number;
  readonly crc?: number;
  /** Size that the headers state. */
  readonly size?: number;
  readonly packed?: number;
  readonly offset?: number;
  readonly extra?: Uint8Array;
  /** Values of the local header only. */
  readonly local?: { readonly name?: string; readonly method?: number; readonly size?: number; readonly flags?: number };
}

/** Values of the record at the end. */
export interface RawEnd {
  readonly count?: number;
  readonly size?: number;
  readonly start?: number;
  readonly disk?: number;
  /** Bytes before the end record, for ZIP64. */
  readonly before?: (directory: { readonly start: number; readonly size: number; readonly count: number }) => Uint8Array;
}

/** Writes numbers of 2 or 4 bytes, the lowest byte first. */
export function numbers(...values: readonly (readonly [value: number | bigint, bytes: 2 | 4 | 8])[]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      for (let at = 0; at < bytes; at++) buffer[at] = Number((BigInt(value) >> BigInt(8 * at)) & 0xffn);
      return buffer;
    }),
  );
}

/** Makes a zip byte by byte, right or wrong. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const data = entry.data ?? new TextEncoder().encode('quai');
    const { method = 8, flags = 0x800, mode = 0o100644, extra = new Uint8Array(), local = {} } = entry;
    const name = Buffer.from(entry.name as string);
    const body = method === 8 ? deflateRawSync(data) : Buffer.from(data);
    const { crc = crc32(data), size = data.length, packed = body.length, offset = at } = entry;
    const localName = Buffer.from(local.name ?? name);
    const head = numbers(
      [0x04034b50, 4],
      [20, 2],
      [local.flags ?? flags, 2],
      [local.method ?? method, 2],
      [0, 4],
      [crc, 4],
      [packed, 4],
      [local.size ?? size, 4],
      [localName.length, 2],
      [0, 2],
    );
    parts.push(head, localName, body);
    const attributes = BigInt(mode) << 16n;
    central.push(
      numbers(
        [0x02014b50, 4],
        [(3 << 8) | 20, 2],
        [20, 2],
        [flags, 2],
        [method, 2],
        [0, 4],
        [crc, 4],
        [packed, 4],
        [size, 4],
        [name.length, 2],
        [extra.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [attributes, 4],
        [offset, 4],
      ),
      name,
      Buffer.from(extra),
    );
    at += head.length + localName.length + body.length;
  }
  const directory = Buffer.concat(central);
  const { count = entries.length & 0xffff, size = directory.length, start = at, disk = 0 } = end;
  const before = end.before?.({ start: at, size: directory.length, count: entries.length }) ?? new Uint8Array();
  const last = numbers([0x06054b50, 4], [disk, 2], [disk, 2], [count, 2], [count, 2], [size, 4], [start, 4], [0, 2]);
  return new Uint8Array(Buffer.concat([...parts, directory, Buffer.from(before), last]));
}
