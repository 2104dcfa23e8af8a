import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplePeople } from '../../build/cli/example-people.ts';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { browserEngine } from '../../build/host/browser/engine.ts';
import { MemoryFiles } from '../../build/host/browser/files.ts';
import type { Engine } from '../../build/host/engine.ts';
import { Memo } from '../../build/memo.ts';
import { openCourse } from '../../build/open-course.ts';
import { previewLock } from '../../build/preview/preview-lock.ts';
import { root } from './examples-project.ts';
import { programFiles } from './program-files.ts';

const PROJECT = '/project';
const program = programFiles();

/** A course in memory, checked as the studio checks it. */
export class MemoryCourse {
  private readonly files = new MemoryFiles();
  private readonly memo = new Memo();
  private readonly folder: string;
  private engine: Engine | undefined;

  /** @param course folder in the project: `modules/depot` */
  constructor(course: string, files: Readonly<Record<string, string | Uint8Array>>) {
    this.folder = `${PROJECT}/${course}`;
    for (const [path, content] of Object.entries(files)) this.put(path, content);
  }

  /** @param path in the course's folder */
  put(path: string, content: string | Uint8Array): void {
    this.files.put(`${this.folder}/${path}`, content);
  }

  /** Checks the course. @returns its errors, as `code line: value` */
  errors(): string[] {
    const diagnostics = new Diagnostics();
    this.engine ??= browserEngine(program, this.files);
    const lockFile = previewLock(this.folder, '/preview', this.files);
    openCourse(this.folder, { provisional: true, lockFile, writes: false }, this.engine, diagnostics, this.memo);
    return diagnostics.list
      .filter(({ severity }) => severity === 'error')
      .map(({ code, at, values }) => `${code} ${at.file}:${at.line} ${JSON.stringify(values)}`);
  }
}

/** Lists the files below a folder of the repository, by their paths in it. */
export function filesBelow(folder: string): Record<string, Uint8Array> {
  const home = join(root, folder);
  if (!existsSync(home)) return {};
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(home.length + 1), new Uint8Array(readFileSync(path))];
    }),
  );
}

/** Returns `course.yaml` of a course with the people of the examples. */
export function plainCourse(lang: 'fr' | 'en'): string {
  return `id: cours\ntitle: Essai\nlang: ${lang}\npace: page\nmodules: [essai]\n${examplePeople}`;
}

/** Returns a session with one page around a text. */
export function plainSession(body: string): string {
  return `---\nid: essai\ntitle: Essai\ncompletion: visited\n---\n\n# Page {#page}\n\n${body}\n`;
}
