import type { Html } from '../../src/model/activity.ts';
import type { ActivityType, ReadForm } from '../activity-type.ts';
import type { CourseFile } from '../course-file.ts';
import type { Diagnostics, Position } from '../diagnostics.ts';
import type { PictureSize } from '../picture-size.ts';
import type { Block, Directive, Node, ValidPage } from '../source.ts';

/** An id and where it stands. */
export type PlacedId = readonly [id: string, at: Position];

/** The ids of a course, as they are met: each stands once. */
export class Ids {
  private readonly known = new Map<string, Position>();
  private readonly taken: PlacedId[] = [];
  /** By slug, the last suffix that was looked at: ids are only added. */
  private readonly suffixes = new Map<string, number>();
  private readonly reserved: ReadonlySet<string>;

  /** @param reserved ids that are not to be suggested: those of activities that are gone keep their numbers */
  constructor(reserved: ReadonlySet<string> = new Set()) {
    this.reserved = reserved;
  }

  /** Takes an id; one that was taken is reported. */
  take(id: string, at: Position, diagnostics: Diagnostics): void {
    const first = this.known.get(id);
    if (first) diagnostics.error('duplicate-id', at, { id, where: `${first.file}:${first.line}` });
    else this.keep([[id, at]]);
  }

  /** Takes ids that were found free before. */
  keep(ids: readonly PlacedId[]): void {
    for (const [id, at] of ids) this.known.set(id, at);
    this.taken.push(...ids);
  }

  /** How many were taken. */
  get count(): number {
    return this.taken.length;
  }

  /** Those taken since there were `count` of them. */
  since(count: number): readonly PlacedId[] {
    return this.taken.slice(count);
  }

  /** The first free id that begins with a slug. */
  free(slug: string): string {
    let suffix = this.suffixes.get(slug) ?? 1;
    const id = (): string => (suffix === 1 ? slug : `${slug}-${suffix}`);
    while (this.known.has(id()) || this.reserved.has(id())) suffix++;
    this.suffixes.set(slug, suffix);
    return id();
  }
}

/** A page, and the notes for its trainer. */
export interface CheckedPage {
  readonly page: ValidPage;
  readonly notes: readonly Html[];
}

/** Remembers pages that were checked before. */
export interface PageStore {
  /** The page that begins with this heading. */
  page(heading: Block, check: () => CheckedPage): CheckedPage;
}

/** What validation needs to know, the same for all files of a course. */
export interface CourseContext {
  readonly course: CourseFile;
  readonly types: ReadonlyMap<string, ActivityType>;
  readonly forms: ReadonlyMap<string, ReadForm>;
  readonly diagnostics: Diagnostics;
  readonly ids: Ids;
  /** Words of `only=` that some cohort bears; null where that can't be told. */
  readonly tags: readonly string[] | null;
  /** Missing ids are a notice, and provisional ones stand in (preview). */
  readonly provisional: boolean;
  /** The marker of a file of the course; one that isn't there is reported. */
  readonly asset: (path: string, at: Position) => string;
  /** Size of a picture of the course, null where it can't be told. */
  readonly pictureSize: (path: string) => PictureSize | null;
  /** Bytes of a document of the course; null where it is not what its name says, which was reported, or not there. */
  readonly documentSize: (path: string, at: Position) => number | null;
  /** The text of a file of the course, '' once it was reported. */
  readonly text: (path: string, at: Position) => string;
  /** Questions of a bank, validated once for the course. */
  readonly bank: (path: string, at: Position) => Node[];
  /** Directives that could not be read, as they are met. */
  readonly unread: Directive[];
  /** Absent: every page is checked. */
  readonly pages?: PageStore;
}
