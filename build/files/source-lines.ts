import type { Files } from '../host/host.ts';
import { LARGEST_TEXT } from './folder.ts';

/** Lines of source files, shown with diagnostics. Each file is read once. */
export class SourceLines {
  private readonly files: Files;
  private readonly known = new Map<string, readonly string[]>();

  constructor(files: Files) {
    this.files = files;
  }

  /** Returns a line of a file, null if it can't be read. @param line counts from 1 */
  line(file: string, line: number): string | null {
    const lines = this.known.get(file) ?? this.linesOf(file);
    this.known.set(file, lines);
    return lines[line - 1] ?? null;
  }

  /** Returns the lines of a file; none if it isn't text or is too large. */
  private linesOf(file: string): readonly string[] {
    const facts = this.files.factsBehind(file);
    if (facts?.kind !== 'file' || facts.bytes > LARGEST_TEXT) return [];
    try {
      const bytes = this.files.read(file);
      return bytes.includes(0) ? [] : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(/\r\n|\r|\n/);
    } catch {
      return [];
    }
  }
}
