import { signal } from '@preact/signals';
import { zipSync } from 'fflate';
import type { Report } from '../../results/report-schema.ts';
import type { GivenFile, ReportAnswer } from '../engine/results-calls.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { LARGEST, readGiven, wantedFiles, withFiles } from './given-files.ts';

/** A report that could be made. */
export type MadeReport = Exclude<ReportAnswer, { readonly errors: readonly string[] }>;

/** The work of the view. Learners' data live in it alone, and are gone with it. */
export class Reporting {
  readonly files = signal<readonly GivenFile[]>([]);
  readonly isAnonymous = signal(false);
  readonly answer = signal<ReportAnswer | null>(null);
  readonly isBusy = signal(false);
  readonly failure = signal('');
  private readonly studio: Studio;
  private asked = 0;

  constructor(studio: Studio) {
    this.studio = studio;
  }

  async add(files: Iterable<File>): Promise<void> {
    const wanted = wantedFiles(files);
    const large = wanted.find(({ size }) => size > LARGEST);
    this.files.value = withFiles(this.files.value, await readGiven(wanted.filter(({ size }) => size <= LARGEST)));
    await this.make();
    if (large) this.failure.value = t('results.large', { name: large.name, most: LARGEST / 2 ** 20 });
  }

  async remove(name: string): Promise<void> {
    this.files.value = this.files.value.filter((file) => file.name !== name);
    await this.make();
  }

  async setAnonymous(isAnonymous: boolean): Promise<void> {
    this.isAnonymous.value = isAnonymous;
    await this.make();
  }

  clear(): void {
    this.asked += 1;
    this.files.value = [];
    this.answer.value = null;
    this.failure.value = '';
    this.isBusy.value = false;
  }

  /** Makes the report. Only the last of several counts. */
  private async make(): Promise<void> {
    if (this.files.value.length === 0) return this.clear();
    this.asked += 1;
    const { asked } = this;
    this.isBusy.value = true;
    this.failure.value = '';
    try {
      const answer = await this.studio.ask('report', {
        files: this.files.value,
        anonymous: this.isAnonymous.value,
        place: t('results.these'),
      });
      if (asked === this.asked) this.answer.value = answer;
    } catch (error) {
      if (asked === this.asked) this.failure.value = error instanceof Error ? error.message : String(error);
    } finally {
      if (asked === this.asked) this.isBusy.value = false;
    }
  }
}

/** State of somebody in a session. */
export type State = Report['sessions'][number]['participations'][number]['state'];

/** Counts the people of a session by state. */
export function countStates(session: Report['sessions'][number] | undefined): Readonly<Record<State, number>> {
  const count = (state: State): number => session?.participations.filter((one) => one.state === state).length ?? 0;
  return { done: count('done'), underway: count('underway'), none: count('none') };
}

/** Joins files of a report into one zip. */
export function zipOf(outputs: MadeReport['outputs']): Uint8Array<ArrayBuffer> {
  const files = outputs.map(({ name, text }) => [name, new TextEncoder().encode(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files), { mtime: new Date(2000, 0, 1) }));
}
