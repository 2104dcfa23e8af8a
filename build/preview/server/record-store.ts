import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeWhole } from '../../host/node/write-whole.ts';

/** Key of a learner's record of a module, for one version and cohort (`base` for none). Each part becomes part of a path. */
export interface RecordKey {
  readonly course: string;
  readonly cohort: string;
  readonly module: string;
  readonly version: string;
  readonly learner: string;
}

/** Records of the preview's LMS, one JSON file each. */
export class RecordStore {
  private readonly folder: string;

  /** @param folder is made when a record is stored */
  constructor(folder: string) {
    this.folder = folder;
  }

  private path({ course, cohort, module, version, learner }: RecordKey): string {
    return join(this.folder, course, module, version, cohort === 'base' ? '' : cohort, `${learner}.json`);
  }

  /** Returns the record as JSON, `null` if there is none or it can't be read. */
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

  /** @throws SyntaxError if the text is not JSON, RangeError if it is nested too deeply */
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
