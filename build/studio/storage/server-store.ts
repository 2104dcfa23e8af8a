import type { Path } from '../engine/calls.ts';
import { type HeldFile, type Store, StoreError, type StoreReason } from './store.ts';

/** Name under which this tab keeps the key of its server. */
const KEY = 'cartable-studio-key';

const REASONS: Readonly<Record<number, StoreReason>> = { 409: 'changed', 403: 'forbidden', 413: 'full', 507: 'full' };

/** Takes the key from the address, where the command has put it, and hides it. Null: no server of a project has opened this page. */
export function takeKey(): string | null {
  const key = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (key === undefined) return sessionStorage.getItem(KEY);
  sessionStorage.setItem(KEY, key);
  history.replaceState(null, '', location.pathname + location.search);
  return key;
}

function stampIn(response: Response): string {
  return (response.headers.get('etag') ?? '').replaceAll('"', '');
}

/** A project behind `cartable studio`. */
export class ServerStore implements Store {
  readonly kind = 'server';
  readonly name: string;
  readonly id: string;
  private readonly key: string;

  /** @param id of the folder on the server's machine */
  constructor(name: string, id: string, key: string) {
    this.name = name;
    this.id = id;
    this.key = key;
  }

  /** Opens the project of the server that this page comes from; null if there is none, or the key is another server's. */
  static async open(key: string): Promise<ServerStore | null> {
    try {
      const response = await fetch('-/project', { headers: { 'x-cartable-key': key }, cache: 'no-store' });
      if (!response.ok) return null;
      const { name, id }: { name: string; id: string } = await response.json();
      return new ServerStore(name, id, key);
    } catch {
      return null;
    }
  }

  async list(): Promise<ReadonlyMap<Path, string>> {
    const files: Record<Path, string> = await (await this.ask('', {})).json();
    return new Map(Object.entries(files));
  }

  async read(path: Path): Promise<HeldFile> {
    const response = await this.ask(path, {});
    return { bytes: new Uint8Array(await response.arrayBuffer()), stamp: stampIn(response) };
  }

  async write(path: Path, bytes: Uint8Array<ArrayBuffer>, expected: string | null): Promise<string> {
    const headers = expected === null ? {} : { 'if-match': `"${expected}"` };
    return stampIn(await this.ask(path, { method: 'PUT', headers, body: bytes }));
  }

  async remove(path: Path, expected: string): Promise<void> {
    await this.ask(path, { method: 'DELETE', headers: { 'if-match': `"${expected}"` } });
  }

  private async ask(path: Path, request: RequestInit & { headers?: Readonly<Record<string, string>> }): Promise<Response> {
    const address = ['-/files', ...path.split('/').filter(Boolean).map(encodeURIComponent)].join('/');
    const headers = { ...request.headers, 'x-cartable-key': this.key };
    const response = await fetch(address, { ...request, headers, cache: 'no-store' }).catch((error: unknown) => {
      throw new StoreError('gone', path, error);
    });
    if (!response.ok) throw new StoreError(REASONS[response.status] ?? 'gone', path);
    return response;
  }
}

/** Opens the folder that `cartable studio` serves; null if another server has sent this page. */
export async function servedStore(): Promise<ServerStore | null> {
  const key = takeKey();
  return key === null ? null : ServerStore.open(key);
}
