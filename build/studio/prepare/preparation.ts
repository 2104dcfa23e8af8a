import { computed, signal } from '@preact/signals';
import { zipSync } from 'fflate';
import type { Target } from '../../../src/model/course/course.ts';
import type { Packed } from '../engine/calls.ts';
import type { Prepared, PrepareRequest } from '../engine/prepare-calls.ts';
import type { Path } from '../engine/problem.ts';
import type { Studio } from '../studio.ts';
import { nameOf } from './file-kinds.ts';

/** What is chosen in the view. */
export type Choice = Omit<PrepareRequest, 'old'>;

/** Names the choice and the texts that a package was made from. */
interface Origin {
  readonly choice: Choice;
  readonly texts: ReadonlyMap<Path, Uint8Array<ArrayBuffer>>;
}

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
  private packedFrom: Origin | null = null;

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
    if (!this.packedFrom || !this.isStill(this.packedFrom)) this.packed.value = null;
    const old = this.old.value;
    try {
      const prepared = await this.studio.ask('prepare', { ...this.choice.value, ...(old && { old }) });
      if (asked === this.asked) this.prepared.value = prepared;
    } catch (error) {
      if (asked === this.asked) this.failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  /** Tests whether nothing has changed but what a package writes itself. */
  private isStill({ choice, texts }: Origin): boolean {
    const now = textsOf(this.studio);
    return choice === this.choice.peek() && now.size === texts.size && [...now].every(([path, bytes]) => texts.get(path) === bytes);
  }

  /** Makes the packages, unless they were made since the last change. Null if there was a mistake. */
  async make(): Promise<Packed | null> {
    if (this.packed.value) return this.packed.value;
    this.isBusy.value = true;
    this.failure.value = '';
    const { name, cohort, target } = this.choice.value;
    const origin = { choice: this.choice.value, texts: textsOf(this.studio) };
    try {
      const packed = await this.studio.pack({ names: [name], targets: [target], cohorts: [cohort], sheets: true, keeps: true });
      if (packed.made.length === 0) return null;
      if (this.isStill(origin)) {
        this.packedFrom = origin;
        this.packed.value = packed;
      }
      return packed;
    } catch (error) {
      this.failure.value = error instanceof Error ? error.message : String(error);
      return null;
    } finally {
      this.isBusy.value = false;
    }
  }
}

/** Returns the files that authors write, without those that a package writes. */
function textsOf({ project }: Studio): Origin['texts'] {
  return new Map([...project.all].filter(([path]) => !/\.lock\.ya?ml$|build\.json$|^(?:releases|dist)\//.test(path)));
}

/** Joins packages and their sheets into one zip. The folder of the output is left out. */
export function allInOne({ made, files }: Packed): Uint8Array<ArrayBuffer> {
  const paths = new Set(made.flatMap(({ path, sheets }) => [path, ...sheets]));
  const bytes = (path: Path): Uint8Array => files.get(path) ?? new Uint8Array();
  const stored = [...paths].map((path) => [nameOf(path), [bytes(path), { level: path.endsWith('.zip') ? 0 : 6 }]] as const);
  return new Uint8Array(zipSync(Object.fromEntries(stored) as Parameters<typeof zipSync>[0], { mtime: new Date(2000, 0, 1) }));
}
