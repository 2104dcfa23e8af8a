import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './helpers/examples-project.ts';
import { fencesOf } from './helpers/guides.ts';
import { readZip } from './helpers/read-zip.ts';

const PATIENCE = 240_000;

/** Most packages that an installation may bring, and most bytes. */
const MOST_PACKAGES = 40;
const MOST_BYTES = 60 * 1024 * 1024;

const place = mkdtempSync(join(tmpdir(), 'cartable-packed-'));
const home = join(place, 'Mes cours é');

/** Without what npm says of itself to the tests, and without the settings of who runs them; nothing is downloaded. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  LANG: 'fr_FR.UTF-8',
  LC_ALL: '',
  LC_MESSAGES: '',
  npm_config_userconfig: join(place, 'npmrc'),
  npm_config_update_notifier: 'false',
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
};

/** Runs a line as a terminal does. */
function type(line: string, cwd = home): string {
  return execFileSync(line, { cwd, env: environment, shell: true, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Lines of the terminal that README shows under a heading. */
function linesUnder(heading: string): string[] {
  const text = readFileSync(join(root, 'README.md'), 'utf8').split(`${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
  return fencesOf(text)
    .filter(({ language }) => language === 'sh')
    .flatMap((fence) => fence.text.trim().split('\n'));
}

/** Each file below a folder with what it holds and when it was changed. */
function listing(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => {
    const path = join(folder, name);
    const stat = statSync(path);
    const hash = stat.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
    return `${name} ${stat.mtimeMs} ${hash}`;
  });
}

/** Starts the preview, waits for its page and stops it. */
async function homePageOfPreview(line: string): Promise<string> {
  const child = spawn(line, { cwd: home, env: environment, shell: true, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    let said = '';
    for await (const data of child.stdout) {
      said += data;
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
      if (address) return await (await fetch(address)).text();
    }
    throw new Error(said);
  } finally {
    process.kill(-(child.pid as number), 'SIGINT');
    await ended;
  }
}

const [clean = '', pack = '', install = '', create = '', preview = ''] = linesUnder('### Vos cours dans votre dossier');
let packed: string[] = [];
let made = '';
let untouched: string[] = [];

beforeAll(() => {
  const clone = join(place, 'cartable');
  mkdirSync(clone);
  mkdirSync(home);
  writeFileSync(environment.npm_config_userconfig, '');
  expect([clean, pack]).toEqual(['npm ci', 'npm pack']);
  const [report] = JSON.parse(type(`${pack} --json --pack-destination "${clone}"`, root).replace(/^[^[]*(?=\[)/, ''));
  packed = report.files.map(({ path }: { path: string }) => path);
  type(`${install} --omit=dev --ignore-scripts`);
  untouched = listing(join(home, 'node_modules'));
}, PATIENCE);

describe('Cartable as it is packed and installed in a folder of its own', () => {
  test('holds the program, the examples and all licences, and no test, source or course of ours', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'README.md',
        'README.en.md',
        'LICENSE',
        'build/cartable.cjs',
        'program/cli.cjs',
        'program/made',
        'program/NOTICES.txt',
        'program/schemas/scorm2004-4/imscp_v1p1.xsd',
        'templates/choice/example.en.md',
        'docs/schemas/course.json',
      ]),
    );
    expect(packed.filter((path) => /\.ts$|\.cache$|^(?:src|tests|modules)\/|partenariats|_new/.test(path))).toEqual([]);
  });

  test('is small, and needs nothing else', () => {
    const installed = JSON.parse(readFileSync(join(home, 'node_modules/.package-lock.json'), 'utf8')).packages;
    expect(Object.keys(installed).length).toBeLessThanOrEqual(MOST_PACKAGES);
    expect(Object.values<{ hasInstallScript?: true }>(installed).filter((one) => one.hasInstallScript)).toEqual([]);
    const files = readdirSync(join(home, 'node_modules'), { recursive: true, encoding: 'utf8' });
    const bytes = files.reduce((sum, name) => sum + statSync(join(home, 'node_modules', name)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test('makes a course, checks it and builds it, each message in the words that were typed', { timeout: PATIENCE }, async () => {
    made = type(create);
    expect(made).toContain('modules/mon-cours/course.yaml');
    expect(made).toMatch(/pas modifié\. Pour y ajouter build, preview, validate : npm pkg set "scripts.build=cartable build --sheets"/);
    expect(made).toMatch(/Ensuite : npx cartable preview\n$/);
    const yaml = readFileSync(join(home, 'modules/mon-cours/course.yaml'), 'utf8');
    const [, schema = ''] = /\$schema=(\S+)/.exec(yaml) ?? [];
    expect(JSON.parse(readFileSync(join(home, 'modules/mon-cours', schema), 'utf8')).title).toBe('course.yaml');
    expect(type('npx cartable validate')).toContain('1 séance');
    const last = type('npx cartable build').trimEnd().split('\n').at(-1);
    expect(last).toMatch(/dist\/mon-cours\/seance-1\.scorm12\.zip .*en suivant le \.depot\.html/);
    const names = (await readZip(join(home, 'dist/mon-cours/seance-1.scorm12.zip'))).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['imsmanifest.xml', 'adlcp_rootv1p2.xsd', 'imscp_rootv1p1p2.xsd', 'licences.txt']));
  });

  test('is called by npm as well, once its scripts are added as it says', { timeout: PATIENCE }, () => {
    type(/npm pkg set .*/.exec(made)?.[0] ?? '');
    expect(type('npm run validate')).toContain('1 séance');
    expect(type('npx cartable new course "Autre cours"')).not.toContain('npm pkg set');
  });

  test('builds the gallery from its own examples', { timeout: PATIENCE }, async () => {
    type('npx cartable gallery');
    const names = (await readZip(join(home, 'dist/gallery/galerie/types.scorm12.zip'))).map(({ name }) => name);
    expect(names.some((name) => name.endsWith('.webm'))).toBe(true);
  });

  test('shows the courses in the preview', { timeout: PATIENCE }, async () => {
    expect(await homePageOfPreview(`${preview} --port 0`)).toContain('Mon cours');
  });

  test('writes schemas into the folder, and refuses a type of activity', { timeout: PATIENCE }, () => {
    expect(type('npx cartable schemas')).toContain('docs/schemas/course.json');
    expect(() => type('npx cartable new activity tri')).toThrow(/ne se crée que dans un clone/);
  });

  test('has changed nothing where it is installed', () => {
    expect(listing(join(home, 'node_modules'))).toEqual(untouched);
  });
});
