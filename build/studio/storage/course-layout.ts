import { isCourseName, isProjectFile } from '../../files/project-file.ts';
import type { Path } from '../engine/calls.ts';

const COURSE_FILE = 'course.yaml';

/** Lists the folders of courses in a project, sorted: `modules/oven`. */
export function coursesIn(paths: Iterable<Path>): readonly Path[] {
  return [...paths].flatMap((path) => /^(modules\/[^/]+)\/course\.yaml$/.exec(path)?.[1] ?? []).sort();
}

/** Tests whether builds write a file, so that its version elsewhere may be taken unasked. */
export function isMade(path: Path): boolean {
  return /^(?:dist|releases)\//.test(path);
}

/** Makes a name for a folder of any text: letters, digits, hyphens; at most 40 characters. */
export function folderName(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return name || 'cours';
}

/** Finds the folder that a project's `modules/` is in; '' for the root, undefined if there is none. */
function projectIn(paths: readonly Path[]): Path | undefined {
  const folders = paths.flatMap((path) => /^((?:[^/]+\/)?)modules\/[^/]+\/course\.yaml$/.exec(path)?.[1] ?? []);
  return folders.includes('') ? '' : folders[0];
}

/** Finds the folder of a course that isn't in `modules/`. */
function courseIn(paths: readonly Path[]): Path | undefined {
  const folders = paths.filter((path) => path.endsWith(COURSE_FILE)).map((path) => path.slice(0, -COURSE_FILE.length));
  return folders.find((folder) => folder === '') ?? folders.find((folder) => /^[^/]+\/$/.test(folder));
}

/**
 * Finds where the files of a zip or a folder belong in a project. The course is in `modules/`, in the only folder, or at the root.
 * @param name of the zip, which names a course at its root
 * @returns the path in the project by the path that was given; null if there is no course
 */
export function layOut(paths: Iterable<Path>, name: string): ReadonlyMap<Path, Path> | null {
  const wanted = [...paths].filter((path) => path.split('/').every(isCourseName));
  const below = (folder: Path, goal: Path): ReadonlyMap<Path, Path> =>
    new Map(
      wanted
        .filter((path) => path.startsWith(folder))
        .map((path) => [path, goal + path.slice(folder.length)] as const)
        .filter(([, place]) => isProjectFile(place)),
    );
  const project = projectIn(wanted);
  if (project !== undefined) return below(project, '');
  const course = courseIn(wanted);
  return course === undefined ? null : below(course, `modules/${folderName(course.slice(0, -1) || name)}/`);
}
