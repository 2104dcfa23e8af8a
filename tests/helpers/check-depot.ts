import { join } from 'node:path';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import type { Memo } from '../../build/memo.ts';
import type { NumberedCourse } from '../../build/model/course.ts';
import { openCourse } from '../../build/open-course.ts';
import { depot, type Files } from '../bad-input/depot-project.ts';
import { engine } from './engine.ts';
import { expectSound } from './sound-messages.ts';

/** A checked course of the tram depot, and what was reported. */
export interface CheckedDepot {
  readonly course: NumberedCourse | null;
  /** Each diagnostic as `code file:line:column`, with its severity before it if it is no error. */
  readonly found: readonly string[];
  /** Values of the first diagnostic. */
  readonly values: Readonly<Record<string, unknown>> | undefined;
}

/** Reads, checks and numbers the course in a project's folder. */
export function openDepot(project: string, provisional = false, memo?: Memo): CheckedDepot {
  const diagnostics = new Diagnostics();
  const course = openCourse(join(project, 'modules/depot'), { provisional }, engine, diagnostics, memo);
  const { list } = diagnostics;
  expectSound(list);
  const found = list.map(({ severity, code, at }) => {
    const file = at.file.replace(/^.*modules\/depot\//, '');
    return `${severity === 'error' ? '' : `${severity} `}${code} ${file}:${at.line}:${at.column}`;
  });
  return { course, found, values: list[0]?.values };
}

/** The same for a course with these files. */
export function checkDepot(files: Files, provisional = false): CheckedDepot {
  return openDepot(depot(files), provisional);
}
