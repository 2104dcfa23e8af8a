/** Drawings by name. */
export interface Drawings {
  /** All names, sorted. */
  readonly names: readonly string[];
  /** Returns the markup of a drawing; undefined if there is none of this name. */
  find(name: string): string | undefined;
}

/** A text with lines of the form `name` TAB `markup`. A line can be found without parsing the others. */
export class Lines implements Drawings {
  private readonly text: string;

  constructor(bytes: Uint8Array) {
    this.text = `\n${new TextDecoder().decode(bytes)}`;
  }

  get names(): string[] {
    return [...this.text.matchAll(/\n([^\t\n]+)\t/g)].map(([, name = '']) => name);
  }

  find(name: string): string | undefined {
    const start = this.text.indexOf(`\n${name}\t`);
    if (start < 0) return undefined;
    const end = this.text.indexOf('\n', start + 1);
    return this.text.slice(start + name.length + 2, end < 0 ? undefined : end);
  }
}
