import { computed, signal } from '@preact/signals';
import { zipSync } from 'fflate';
import type { Target } from '../../../src/model/course/course.ts';
import { sameBytes } from '../../model/same-bytes.ts';
import type { Packed } from '../engine/calls.ts';
import type { Prepared, PrepareRequest } from '../engine/prepare-calls.ts';
import type { Path } from '../engine/problem.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { nameOf } from './file-kinds.ts';

/** The author's choice in the view. */
export type Choice = Omit<PrepareRequest, 'old'>;

/** Input of packages: a choice, and the files that authors have written. */
interface Source {
  readonly choice: Choice;
  readonly files: ReadonlyMap<Path, Uint8Array>;
}

/** Files that are written with packages. */
const WRITTEN = /\.lock\.ya?ml$|build\.json$|^(?:releases|dist)\//;

/** The work of the view: looks at packages, makes them, and remembers what was made. */
export class Preparation {
  readonly choice = signal<Choice>({ name: '', cohort: '', target: 'scorm12' });
  readonly old = signal<PrepareRequest['old'] | null>(null);
  readonly prepared = signal<Prepared | null>(null);
  readonly packed = signal<Packed | null>(null);
  readonly isBusy = signal(false);
  /** The engine failed; the sentence is its own. */
  readonly failure = signal('');
  private readonly studio: Studio;
  private asked = 0;
  /** Failure of the last look; '' if it succeeded. */
  private unseen = '';
  /** Input of the packages at hand. */
  private source: Source | null = null;

  constructor(studio: Studio) {
    this.studio = studio;
    const { course } = studio.checked.value;
    const place = studio.cursor.value?.path;
    const session = course?.sessions.find(({ path }) => path === place) ?? course?.sessions[0];
    const targets: readonly Target[] = course?.targets ?? [];
    const target = targets.includes('scorm12') ? 'scorm12' : (targets[0] ?? 'scorm12');
    this.choice.value = { name: session?.id ?? course?.id ?? '', cohort: '', target };
  }

  /** True while nothing prevents packages. */
  readonly isReady = computed(() => (this.prepared.value?.packages.length ?? 0) > 0);

  /** Compares the texts as they are with the older package. Only the last of several looks counts. */
  async look(): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    // Making packages changes the course, too: it gets their lock and copies of them.
    if (this.source && !isSame(this.source, this.sourceNow())) this.packed.value = null;
    const old = this.old.value;
    try {
      const prepared = await this.studio.ask('prepare', { ...this.choice.value, ...(old && { old }) });
      if (asked === this.asked) this.see(prepared, '');
    } catch (error) {
      if (asked === this.asked) this.see(this.prepared.value, error instanceof Error ? error.message : String(error));
    }
  }

  /** Shows the result of a look. A failure goes with the next look that succeeds; one to make packages stays. */
  private see(prepared: Prepared | null, failure: string): void {
    if (failure !== '' || this.failure.value === this.unseen) this.failure.value = failure;
    this.unseen = failure;
    this.prepared.value = prepared;
  }

  /** Makes the packages, unless they were made since the last change. Null if there was a mistake. */
  async make(): Promise<Packed | null> {
    if (this.packed.value) return this.packed.value;
    this.isBusy.value = true;
    this.failure.value = '';
    const source = this.sourceNow();
    const { name, cohort, target } = source.choice;
    try {
      const packed = await this.studio.pack({ names: [name], targets: [target], cohorts: [cohort], sheets: true, keeps: true });
      if (packed.made.length === 0) {
        this.failure.value = t('prepare.unsaved');
        return null;
      }
      this.source = source;
      if (isSame(source, this.sourceNow())) this.packed.value = packed;
      return packed;
    } catch (error) {
      this.failure.value = error instanceof Error ? error.message : String(error);
      return null;
    } finally {
      this.isBusy.value = false;
    }
  }

  private sourceNow(): Source {
    const files = [...this.studio.project.all].filter(([path]) => !WRITTEN.test(path));
    return { choice: this.choice.value, files: new Map(files) };
  }
}

/** Tests whether packages of both would be the same. */
function isSame(one: Source, other: Source): boolean {
  if (one.choice !== other.choice || one.files.size !== other.files.size) return false;
  return [...one.files].every(([path, bytes]) => {
    const now = other.files.get(path);
    return now !== undefined && sameBytes(bytes, now);
  });
}

/** Joins packages and their sheets into one zip. The folder of the output is left out. */
export function allInOne({ made, files }: Packed): Uint8Array<ArrayBuffer> {
  const paths = new Set(made.flatMap(({ path, sheets }) => [path, ...sheets]));
  const bytes = (path: Path): Uint8Array => files.get(path) ?? new Uint8Array();
  const stored = [...paths].map((path) => [nameOf(path), [bytes(path), { level: path.endsWith('.zip') ? 0 : 6 }]] as const);
  return new Uint8Array(zipSync(Object.fromEntries(stored) as Parameters<typeof zipSync>[0], { mtime: new Date(2000, 0, 1) }));
}
