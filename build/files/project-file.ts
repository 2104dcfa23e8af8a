/** Folders of other tools, and of what is made again. */
const TOOLS = new Set(['node_modules', '__MACOSX']);

/** Files that systems leave in folders. */
const LEFT = new Set(['Thumbs.db', 'desktop.ini']);

/** Folders of a project that the studio reads. Packages that were kept are compared with later ones. */
const READ = new Set(['modules', 'types', 'dist', 'releases']);

/** Tests whether a file or folder of this name may belong to a course. */
export function isCourseName(name: string): boolean {
  return !name.startsWith('.') && !TOOLS.has(name) && !LEFT.has(name);
}

/**
 * Tests whether a file of a project belongs to its courses. Of `dist/`, only locks and the report do: packages are made again.
 * @param path in the project, with slashes
 */
export function isProjectFile(path: string): boolean {
  const names = path.split('/');
  if (names.length < 2 || !READ.has(names[0] ?? '') || !names.every(isCourseName)) return false;
  return names[0] !== 'dist' || /(?:\.ya?ml|\/build\.json)$/.test(path);
}

/** Tests whether a folder of a project may have files of its courses. */
export function isProjectFolder(path: string): boolean {
  const names = path.split('/');
  return READ.has(names[0] ?? '') && names.every(isCourseName);
}
