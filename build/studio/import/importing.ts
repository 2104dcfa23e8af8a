import { signal } from '@preact/signals';
import { titleOf } from '../../exchange/title.ts';
import { slug } from '../../model/slug.ts';
import type { Taken, TakeRequest, UndescribedPicture } from '../engine/exchange-calls.ts';
import type { Path } from '../engine/problem.ts';
import type { GivenFile } from '../engine/results-calls.ts';
import { readGiven } from '../results/given-files.ts';
import { openMessage } from '../safety/open-message.ts';
import { language, t } from '../strings.ts';
import { type Files, withDescriptions } from './descriptions.ts';

/** Largest file that is read, in bytes; the same as on the command line. */
export const LARGEST = 40 * 1024 * 1024;

/** Kinds of files that are pictures beside a text, not something to import. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i;

/** An import that was read. */
export type TakenFiles = Exclude<Taken, { readonly errors: readonly string[] }>;

/** Services of the open course, or of an engine without one. */
export interface Importers {
  take(request: TakeRequest): Promise<Taken>;
}

/** The work of the dialog: reads files, and holds what would be written. */
export class Importing {
  readonly files = signal<readonly GivenFile[]>([]);
  readonly as = signal<'' | 'bank' | 'session'>('');
  /** Title of a new course; null: the open one receives the files. */
  readonly newTitle = signal<string | null>(null);
  readonly taken = signal<Taken | null>(null);
  readonly described = signal<ReadonlyMap<Path, string>>(new Map());
  readonly isBusy = signal(false);
  readonly failure = signal('');
  private readonly importers: Importers;

  constructor(importers: Importers, isNew: boolean) {
    this.importers = importers;
    if (isNew) this.newTitle.value = '';
  }

  async add(files: Iterable<File>): Promise<void> {
    const all = [...files];
    const large = all.find(({ size }) => size > LARGEST);
    if (large) {
      this.failure.value = t('import.large', { name: large.name, most: LARGEST / 2 ** 20 });
      return;
    }
    this.files.value = await readGiven(all);
    if (this.newTitle.value === '') this.newTitle.value = this.suggestedTitle;
    await this.read();
  }

  /** Title for a new course: the name of the first file. */
  get suggestedTitle(): string {
    return titleOf(this.files.value.find(({ name }) => !PICTURE.test(name))?.name ?? '');
  }

  /** Reads again, with what is chosen now. */
  async read(): Promise<void> {
    this.failure.value = '';
    this.taken.value = null;
    const files = this.files.value.filter(({ name }) => !PICTURE.test(name));
    if (files.length === 0) return;
    this.isBusy.value = true;
    const as = this.as.value;
    const title = this.newTitle.value;
    const into = title === null ? {} : { into: { id: `cours-${slug(title, 'import')}`, title: title.trim() || t('import.title') } };
    try {
      const beside = this.files.value.filter(({ name }) => PICTURE.test(name));
      this.taken.value = await this.importers.take({ files, beside, language: language.value, ...(as && { as }), ...into });
    } catch (error) {
      this.failure.value = t('import.failed', { why: error instanceof Error ? error.message : String(error) });
    } finally {
      this.isBusy.value = false;
    }
  }

  /** Runs a task that writes; without room, that is said. @returns undefined if it fails */
  async attempt<Value>(task: () => Promise<Value>): Promise<Value | undefined> {
    try {
      return await task();
    } catch (error) {
      this.failure.value = openMessage(error) || t('import.failed', { why: error instanceof Error ? error.message : String(error) });
      return undefined;
    }
  }

  describe(picture: Path, words: string): void {
    this.described.value = new Map([...this.described.value, [picture, words]]);
  }

  /** Lists the files to write, with the descriptions that were given. */
  filesToWrite(taken: TakenFiles): Files {
    return withDescriptions(taken.files, picturesOf(taken), this.described.value);
  }

  clear(): void {
    this.files.value = [];
    this.taken.value = null;
    this.described.value = new Map();
    this.failure.value = '';
  }
}

/** Lists the pictures without a description, each place once. */
export function picturesOf({ taken }: TakenFiles): readonly UndescribedPicture[] {
  return taken.flatMap(({ pictures }) => pictures);
}
