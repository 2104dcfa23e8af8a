import type { Path } from '../engine/problem.ts';
import type { Project } from '../project.ts';

/** A package that was kept, which a new one can be compared with. */
export interface KeptFile {
  readonly path: Path;
  /** Moment, as in JSON: `2026-11-28T20:15:00.000Z`. */
  readonly moment: string;
}

/** Lists the kept packages of a session or a course, the newest first. @param file path below the output folder */
export function keptFiles(file: string, project: Pick<Project, 'paths' | 'text'>): readonly KeptFile[] {
  const [course = '', ...rest] = file.split('/');
  const parent = `releases/${course}/`;
  const below = rest.join('/');
  const found = project.paths.flatMap((path): KeptFile[] => {
    if (!path.startsWith(parent) || path.slice(parent.length).split('/').slice(1).join('/') !== below) return [];
    const folder = path.slice(0, -below.length);
    try {
      const { moment }: { moment?: unknown } = JSON.parse(project.text(`${folder}release.json`) ?? '{}');
      return typeof moment === 'string' ? [{ path, moment }] : [];
    } catch {
      return [];
    }
  });
  return found.sort((one, other) => (one.moment < other.moment ? 1 : -1));
}
