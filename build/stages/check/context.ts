import type { Diagnostics, Position } from '../../diagnostics/diagnostics.ts';
import type { PictureSize } from '../../files/picture-size.ts';
import type { Kit } from '../../kit/kit.ts';
import type { CourseFile } from '../../model/course-file.ts';
import type { Directive, Node, PlacedId } from '../../model/source.ts';
import type { ActivityType } from '../../types/activity-type.ts';

/** Ids of a course, each unique. */
export class Ids {
  private readonly known = new Map<string, Position>();
  private readonly taken: PlacedId[] = [];
  /** Last suffix tried for each slug: ids are only added. */
  private readonly suffixes = new Map<string, number>();
  private readonly reserved: ReadonlySet<string>;

  /** @param reserved ids of removed activities; they keep their numbers and must not be suggested */
  constructor(reserved: ReadonlySet<string> = new Set()) {
    this.reserved = reserved;
  }

  /** Takes an id; reports it if it is taken already. */
  take(id: string, at: Position, diagnostics: Diagnostics): void {
    const first = this.known.get(id);
    if (first) diagnostics.error('duplicate-id', at, { id, where: `${first.file}:${first.line}` });
    else this.keep([[id, at]]);
  }

  /** Takes ids that are known to be free. */
  keep(ids: readonly PlacedId[]): void {
    for (const [id, at] of ids) this.known.set(id, at);
    this.taken.push(...ids);
  }

  /** Number of taken ids. */
  get count(): number {
    return this.taken.length;
  }

  /** Ids taken after the first `count`. */
  since(count: number): readonly PlacedId[] {
    return this.taken.slice(count);
  }

  /** Finds the first free id that begins with a slug. */
  free(slug: string): string {
    let suffix = this.suffixes.get(slug) ?? 1;
    const id = (): string => (suffix === 1 ? slug : `${slug}-${suffix}`);
    while (this.known.has(id()) || this.reserved.has(id())) suffix++;
    this.suffixes.set(slug, suffix);
    return id();
  }
}

/** Context of validation, the same for all files of a course. */
export interface CourseContext {
  readonly course: CourseFile;
  readonly types: ReadonlyMap<string, ActivityType>;
  /** Names of types of the project that can't be used, which is reported already. */
  readonly broken: ReadonlySet<string>;
  readonly kit: Kit;
  readonly diagnostics: Diagnostics;
  readonly ids: Ids;
  /** Tags of all cohorts for `only=`; null if they are unknown. */
  readonly tags: readonly string[] | null;
  /** Missing ids are a warning and get provisional values (preview). */
  readonly provisional: boolean;
  /** Makes the marker of a file of the course; reports a missing file. */
  readonly asset: (path: string, at: Position) => string;
  /** Size of a picture of the course, null if it is unknown. */
  readonly pictureSize: (path: string) => PictureSize | null;
  /** Bytes of a file of the course; 0 where it isn't there. */
  readonly bytes: (path: string) => number;
  /** Bytes of a document of the course; null where it is not what its name says, which was reported, or not there. */
  readonly documentSize: (path: string, at: Position) => number | null;
  /** The text of a file of the course, '' if an error was reported. */
  readonly text: (path: string, at: Position) => string;
  /** Questions of a bank, validated once for the course. */
  readonly bank: (path: string, at: Position) => Node[];
  /** Directives that could not be read. */
  readonly unread: Directive[];
}
