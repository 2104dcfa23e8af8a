// Compares what two versions of the program write: every file of every package, and every sheet beside them.
//   npm run contract -- record FILE    writes the digests of what this version builds
//   npm run contract -- compare FILE   builds again and prints what differs; exit code 1 where something does
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program, temporary, timeOf } from '../bench/processes.ts';
import { realCourse } from '../bench/projects.ts';
import { readZip } from '../helpers/read-zip.ts';

/** SHA-256 of each file by its path; a file inside a zip is `zip!name`. */
type Digests = Record<string, string>;

/** The package's own description and its line in the manifest: they hold a digest of everything else. */
const DESCRIPTION = 'cartable.json';
const DESCRIPTION_LINE = /^\s*<file href="cartable\.json"\s*\/>\r?\n/gm;

/** Parts of an upload sheet that depend on the zip's bytes: digests in the footer, size, number of files. */
const FOOT = /<footer class="s-foot">.*?<\/footer>/s;
const SIZE = /[\d\s\u00a0\u202f.,]+(?:Ko|KB|kB|kio|KiB)[^<]*/g;

function digestOf(name: string, bytes: Uint8Array): string {
  const isManifest = name.endsWith('imsmanifest.xml');
  const isSheet = name.endsWith('.depot.html');
  const text = (): string => Buffer.from(bytes).toString('utf8');
  const content = isManifest ? text().replace(DESCRIPTION_LINE, '') : isSheet ? text().replace(FOOT, '').replace(SIZE, '#') : bytes;
  return createHash('sha256').update(content).digest('hex');
}

async function digestsIn(folder: string, label: string): Promise<Digests> {
  const found: Digests = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = `${label}/${path.slice(folder.length + 1).replaceAll('\\', '/')}`;
    if (!entry.isFile() || entry.name === 'build.json') continue;
    if (!name.endsWith('.zip')) found[name] = digestOf(name, readFileSync(path));
    else
      for (const { name: inner, content } of await readZip(path))
        if (inner !== DESCRIPTION) found[`${name}!${inner}`] = digestOf(inner, content);
  }
  return found;
}

/** Builds the course with all sheets, and the gallery in both languages. */
async function digests(): Promise<Digests> {
  const project = realCourse();
  const run = (...args: string[]): number => timeOf(process.execPath, [program, ...args], project);
  run('build', '--sheets');
  const course = await digestsIn(join(project, 'dist'), 'course');
  rmSync(join(project, 'dist'), { recursive: true, force: true });
  run('gallery', '--lang', 'fr');
  run('gallery', '--lang', 'en');
  return { ...course, ...(await digestsIn(join(project, 'dist/gallery'), 'gallery')) };
}

const [task, file] = process.argv.slice(2);
if ((task !== 'record' && task !== 'compare') || !file) throw new Error('npm run contract -- record|compare FILE');
temporary();
const now = await digests();
if (task === 'record') writeFileSync(file, `${JSON.stringify(now, null, 1)}\n`);
else {
  const before: Digests = JSON.parse(readFileSync(file, 'utf8'));
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  const differing = names.filter((name) => before[name] !== now[name]);
  for (const name of differing) console.log(`${!(name in now) ? 'gone' : !(name in before) ? 'new' : 'changed'}  ${name}`);
  console.log(`${names.length} files compared, ${differing.length} differ`);
  process.exitCode = differing.length > 0 ? 1 : 0;
}
