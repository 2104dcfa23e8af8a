/** Events of a disk in memory: what a test waits for, or lets fail. */
export interface Disk {
  /** Called before a file is replaced, with its path. */
  beforeClose(path: string): Promise<void> | void;
  /** Called before a file is read or looked at. */
  beforeRead(path: string): void;
  /** Time (ms) of the next change. */
  now(): number;
}

class MemoryFile {
  readonly kind = 'file';
  readonly name: string;
  bytes = new Uint8Array();
  time: number;
  private readonly path: string;
  private readonly disk: Disk;

  constructor(name: string, path: string, disk: Disk) {
    this.name = name;
    this.path = path;
    this.disk = disk;
    this.time = disk.now();
  }

  async getFile(): Promise<File> {
    this.disk.beforeRead(this.path);
    return new File([this.bytes], this.name, { lastModified: this.time });
  }

  /** Writes to a copy, which replaces the file when it is closed. */
  async createWritable(): Promise<{ write(bytes: Uint8Array): Promise<void>; close(): Promise<void>; abort(): Promise<void> }> {
    let copy = new Uint8Array();
    return {
      write: async (bytes) => {
        copy = new Uint8Array([...copy, ...bytes]);
      },
      close: async () => {
        await this.disk.beforeClose(this.path);
        this.bytes = copy;
        this.time = this.disk.now();
      },
      abort: async () => {},
    };
  }
}

function missing(name: string): DOMException {
  return new DOMException(`${name} is missing.`, 'NotFoundError');
}

/** A folder of the browser's file system, in memory. */
export class MemoryFolder {
  readonly kind = 'directory';
  readonly name: string;
  readonly disk: Disk;
  private readonly path: string;
  private readonly inside = new Map<string, MemoryFile | MemoryFolder>();

  constructor(name = '', disk: Partial<Disk> = {}, path = '') {
    let clock = 1000;
    this.name = name;
    this.path = path;
    this.disk = Object.assign(disk, {
      beforeClose: disk.beforeClose ?? (() => {}),
      beforeRead: disk.beforeRead ?? (() => {}),
      now: disk.now ?? (() => ++clock),
    });
  }

  /** Returns the folder as code of the browser sees it. */
  get handle(): FileSystemDirectoryHandle {
    return this as unknown as FileSystemDirectoryHandle;
  }

  /** Writes a text as another program does. */
  async put(path: string, text: string): Promise<void> {
    const names = path.split('/');
    const [name = ''] = names.splice(-1);
    let folder: MemoryFolder = this;
    for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
    const file = await folder.getFileHandle(name, { create: true });
    file.bytes = new TextEncoder().encode(text);
    file.time = this.disk.now();
  }

  /** Lists all files by path, with their texts. */
  texts(below = ''): Record<string, string> {
    const found = [...this.inside].map(([name, one]) =>
      one.kind === 'file' ? { [below + name]: new TextDecoder().decode(one.bytes) } : one.texts(`${below}${name}/`),
    );
    return Object.assign({}, ...found);
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<MemoryFolder> {
    const known = this.inside.get(name);
    if (known?.kind === 'file') throw new DOMException(name, 'TypeMismatchError');
    if (known) return known;
    if (!create) throw missing(name);
    const made = new MemoryFolder(name, this.disk, `${this.path}${name}/`);
    this.inside.set(name, made);
    return made;
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<MemoryFile> {
    const known = this.inside.get(name);
    if (known?.kind === 'directory') throw new DOMException(name, 'TypeMismatchError');
    if (known) return known;
    if (!create) throw missing(name);
    const made = new MemoryFile(name, this.path + name, this.disk);
    this.inside.set(name, made);
    return made;
  }

  async removeEntry(name: string, { recursive = false } = {}): Promise<void> {
    const known = this.inside.get(name);
    if (!known) throw missing(name);
    if (known.kind === 'directory' && known.inside.size > 0 && !recursive) throw new DOMException(name, 'InvalidModificationError');
    this.inside.delete(name);
  }

  async *entries(): AsyncGenerator<[string, MemoryFile | MemoryFolder]> {
    for (const entry of [...this.inside]) yield entry;
  }

  async *keys(): AsyncGenerator<string> {
    for (const name of [...this.inside.keys()]) yield name;
  }

  async isSameEntry(other: unknown): Promise<boolean> {
    return other === this;
  }
}
