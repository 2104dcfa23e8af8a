import type { ProgramAddress } from './calls.ts';

/** The program's files behind an address. Each is loaded when it is first read; the worker waits for it. */
export class RemoteFiles {
  private readonly program: Pick<ProgramAddress, 'folder' | 'names'>;
  private readonly loaded = new Map<string, Uint8Array>();

  constructor(program: Pick<ProgramAddress, 'folder' | 'names'>) {
    this.program = program;
  }

  keys(): MapIterator<string> {
    return new Set(this.program.names).values();
  }

  /** @throws if the file can't be loaded */
  get(name: string): Uint8Array | undefined {
    const known = this.loaded.get(name);
    if (known || !this.program.names.includes(name)) return known;
    const bytes = this.load(name);
    this.loaded.set(name, bytes);
    return bytes;
  }

  /** Loads a file without leaving the call: the stages that read these files are synchronous. */
  private load(name: string): Uint8Array {
    const request = new XMLHttpRequest();
    request.open('GET', `${this.program.folder}/${name}`, false);
    request.responseType = 'arraybuffer';
    request.send();
    if (request.status !== 200) throw new Error(`${name}: ${request.status}`);
    // Some servers, and the sign-in of some networks, answer with a page of their own.
    const type = request.getResponseHeader('content-type') ?? '';
    if (type.startsWith('text/html') && !name.endsWith('.html')) throw new Error(`${name}: ${type}`);
    return new Uint8Array(request.response as ArrayBuffer);
  }
}
