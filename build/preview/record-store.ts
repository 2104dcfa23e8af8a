import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../write-whole.ts';

/** Names one learner's record of one module in one version, for one cohort (`base` for none). Each part must be a known name: a path is made of them. */
export interface RecordKey {
  readonly course: string;
  readonly cohort: string;
  readonly module: string;
  readonly version: string;
  readonly learner: string;
}

/** What the preview's LMS keeps, a JSON file each. */
export class RecordStore {
  private readonly folder: string;

  /** @param folder is made when something is kept */
  constructor(folder: string) {
    this.folder = folder;
  }

  private path({ course, cohort, module, version, learner }: RecordKey): string {
    return join(this.folder, course, module, version, cohort === 'base' ? '' : cohort, `${learner}.json`);
  }

  /** The record as JSON, `null` where nothing was kept or it can't be read. */
  read(key: RecordKey): string {
    const path = this.path(key);
    if (!existsSync(path)) return 'null';
    const text = readFileSync(path, 'utf8');
    try {
      JSON.parse(text);
      return text;
    } catch {
      return 'null';
    }
  }

  /** @throws SyntaxError where the text is no JSON, RangeError where it is nested too deeply */
  write(key: RecordKey, text: string): void {
    const record = JSON.stringify(JSON.parse(text), null, 2);
    const path = this.path(key);
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, `${record}\n`);
  }

  remove(key: RecordKey): void {
    rmSync(this.path(key), { force: true });
  }
}
