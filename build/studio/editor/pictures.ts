import type { Path } from '../engine/calls.ts';
import type { Project } from '../project.ts';

/** MIME types of pictures, by the end of their names. */
const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** Addresses in the page of a course's pictures. They are shown as `<img>` only, where an SVG runs nothing. */
export class Pictures {
  private readonly project: Project;
  private readonly folder: Path;
  private readonly made = new Map<Path, { readonly bytes: Uint8Array; readonly address: string }>();

  /** @param folder of the course in the project */
  constructor(project: Project, folder: Path) {
    this.project = project;
    this.folder = folder;
  }

  /** Finds the address of a picture. @param path in the course's folder; undefined: there is no such picture */
  address(path: Path): string | undefined {
    const bytes = this.project.bytes(`${this.folder}/${path}`);
    const type = TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
    const known = this.made.get(path);
    if (known && known.bytes === bytes) return known.address;
    if (known) URL.revokeObjectURL(known.address);
    this.made.delete(path);
    if (!bytes || type === undefined) return undefined;
    const address = URL.createObjectURL(new Blob([bytes], { type }));
    this.made.set(path, { bytes, address });
    return address;
  }

  /** The addresses that were asked for; they change with the pictures. */
  get key(): string {
    return [...this.made.keys()].map((path) => this.address(path) ?? '').join(' ');
  }

  /** Lists files of the course that a text can name: everything but its texts and its settings. */
  get files(): readonly Path[] {
    const start = `${this.folder}/`;
    return this.project.paths
      .filter((path) => path.startsWith(start) && !/\.ya?ml$|\/cohorts\/|\/sources\//.test(path))
      .map((path) => path.slice(start.length))
      .filter((path) => path.includes('/'));
  }

  close(): void {
    for (const { address } of this.made.values()) URL.revokeObjectURL(address);
    this.made.clear();
  }
}
