import { createHash } from 'node:crypto';
import { type HeldFile, type Store, StoreError, type StoreReason } from '../../build/studio/storage/store.ts';

/** A store in memory, whose files other programs may change, and which may refuse. */
export class MemoryStore implements Store {
  readonly kind = 'folder';
  readonly name = 'memory';
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Why every call fails; null: none does. */
  refuses: StoreReason | null = null;
  /** Bytes in all; more is refused as full. */
  room = Number.POSITIVE_INFINITY;
  /** Called before each write, as another program that is faster. */
  beforeWrite: (path: string) => void = () => {};

  put(path: string, text: string): void {
    this.files.set(path, new TextEncoder().encode(text));
  }

  text(path: string): string | undefined {
    const bytes = this.files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  async list(): Promise<ReadonlyMap<string, string>> {
    this.check('');
    return new Map([...this.files].map(([path, bytes]) => [path, stampOf(bytes)]));
  }

  async read(path: string): Promise<HeldFile> {
    this.check(path);
    const bytes = this.files.get(path);
    if (!bytes) throw new StoreError('gone', path);
    return { bytes, stamp: stampOf(bytes) };
  }

  async write(path: string, bytes: Uint8Array<ArrayBuffer>, expected: string | null): Promise<string> {
    this.beforeWrite(path);
    this.check(path);
    this.expect(path, expected);
    const others = [...this.files].filter(([other]) => other !== path).reduce((sum, [, { length }]) => sum + length, 0);
    if (others + bytes.length > this.room) throw new StoreError('full', path);
    this.files.set(path, bytes);
    return stampOf(bytes);
  }

  async remove(path: string, expected: string): Promise<void> {
    this.check(path);
    this.expect(path, expected);
    this.files.delete(path);
  }

  private check(path: string): void {
    if (this.refuses) throw new StoreError(this.refuses, path);
  }

  private expect(path: string, expected: string | null): void {
    const bytes = this.files.get(path);
    if ((bytes ? stampOf(bytes) : null) !== expected) throw new StoreError('changed', path);
  }
}

function stampOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
