import type { RefusalId } from '../../verify/zip/source.ts';

/** Why a zip can't be opened: a rule of zips, or it is no course. */
export type ZipReason = RefusalId | 'too-many' | 'too-large' | 'no-course' | 'package';

/** A zip can't be opened as a course. Nothing was written. */
export class CourseZipError extends Error {
  readonly reason: ZipReason;
  /** Name of a file in the zip; '' if it is about the whole. */
  readonly item: string;

  constructor(reason: ZipReason, item = '') {
    super(`${reason} ${item}`);
    this.reason = reason;
    this.item = item;
  }
}
