import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Path, Problem } from '../engine/calls.ts';
import { keepAsset } from '../media/keep-asset.ts';
import { endingOf } from '../media/media-file.ts';
import type { Studio } from '../studio.ts';
import { type CourseValue, courseValue } from './course-value.ts';
import { Portraits } from './portraits.ts';
import { setValue } from './yaml-edit.ts';
import { problemsAt } from './yaml-problems.ts';
import { type YamlPath, yamlValue } from './yaml-text.ts';

export type Section = 'sessions' | 'competencies' | 'people' | 'theme' | 'cohorts' | 'banks' | 'settings';

/** The settings of the open course: what all sections read and how they write. The files stay the only truth. */
export class CourseDesk {
  readonly studio: Studio;
  readonly portraits: Portraits;
  readonly section = signal<Section>('sessions');
  /** Path of a file that a form could not change, because of how it is written; ''. */
  readonly refused = signal('');
  /** Words for a screen reader about what was just done. */
  readonly announced = signal('');
  /** Rises when something is removed: the focus goes to the title, because its button is gone. */
  readonly removals = signal(0);
  readonly yamlPath: Path;
  readonly text: ReadonlySignal<string>;
  readonly course: ReadonlySignal<CourseValue>;
  /** False: `course.yaml` has a mistake that hides its values. */
  readonly isReadable: ReadonlySignal<boolean>;
  /** Markdown texts of the course by path. */
  readonly texts: ReadonlySignal<ReadonlyMap<Path, string>>;

  constructor(studio: Studio) {
    this.studio = studio;
    this.portraits = new Portraits((faces) => studio.ask('portraits', faces));
    this.yamlPath = `${studio.course}/course.yaml`;
    this.text = computed(() => this.textOf(this.yamlPath));
    const plain = computed(() => yamlValue(this.text.value));
    this.course = computed(() => courseValue(plain.value));
    this.isReadable = computed(() => plain.value !== undefined);
    this.texts = computed(() => {
      const paths = this.filesIn('').filter((path) => path.endsWith('.md'));
      return new Map(paths.map((path) => [path, this.textOf(path)]));
    });
  }

  /** Returns the text of a file, '' if there is none. A view that reads it is drawn again when texts change. */
  textOf(path: Path): string {
    return this.studio.outside.value >= 0 ? (this.studio.project.text(path) ?? '') : '';
  }

  /** Lists the paths below a folder of the course. */
  filesIn(folder: string): Path[] {
    const below = `${this.studio.course}/${folder}`;
    return this.studio.outside.value >= 0 ? this.studio.project.paths.filter((path) => path.startsWith(below)) : [];
  }

  /** Path of a session's text. */
  sessionPath(id: string): Path {
    return `${this.studio.course}/${id}.md`;
  }

  /** Title of a session as it was checked last, else its id. */
  sessionTitle(id: string): string {
    return this.studio.checked.value.course?.sessions.find((one) => one.id === id)?.title ?? id;
  }

  problems(file: Path): Problem[] {
    return this.studio.checked.value.problems.filter(({ path }) => path === file);
  }

  /** Lists the problems of a key or item. */
  problemsAt(file: Path, path: YamlPath): Problem[] {
    return problemsAt(this.textOf(file), this.problems(file), path);
  }

  /** Changes a text. An edit that returns null was not possible: the view says so. @returns whether it was done */
  edit(file: Path, change: (text: string) => string | null): boolean {
    const text = this.studio.project.text(file) ?? '';
    const result = change(text);
    this.refused.value = result === null ? file : '';
    if (result !== null && result !== text) this.studio.edit(file, result);
    return result !== null;
  }

  /** Sets a value of `course.yaml`. */
  set(path: YamlPath, value: unknown): boolean {
    return this.edit(this.yamlPath, (text) => setValue(text, path, value));
  }

  /** Reports that something is no longer on screen. */
  removed(words: string): void {
    this.announced.value = words;
    this.removals.value += 1;
  }

  /** Opens a place in the text. */
  open(path: Path, line = 1): void {
    this.studio.goTo({ path, line });
  }

  /** Keeps a chosen file in `assets/` under a name of its own. @returns its path in the course's folder */
  async addAsset(file: File): Promise<string> {
    return keepAsset(this.studio, file.name, endingOf(file.name), new Uint8Array(await file.arrayBuffer()));
  }

  close(): void {
    this.portraits.close();
  }
}
