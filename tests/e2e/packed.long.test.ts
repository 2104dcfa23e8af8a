import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { fencesOf } from '../helpers/guides.ts';
import { closeSco, refused, serveLms, stored, visit } from '../helpers/lms-host.ts';
import { riddles } from '../helpers/own-type.ts';
import { readZip } from '../helpers/read-zip.ts';
import { findBrowser } from '../setup/browser.js';

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
  CARTABLE_BROWSER: findBrowser() ?? '',
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

/** Starts the preview, asks for pages one after the other and stops it. @returns the last page */
async function pageOfPreview(line: string, paths: readonly string[] = ['']): Promise<string> {
  const child = spawn(line, { cwd: home, env: environment, shell: true, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    let announced = '';
    for await (const data of child.stdout) {
      announced += data;
      const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(announced) ?? [];
      if (!address) continue;
      let page = '';
      for (const path of paths) page = await (await fetch(address + path)).text();
      return page;
    }
    throw new Error(announced);
  } finally {
    process.kill(-(child.pid as number), 'SIGINT');
    await ended;
  }
}

/** Answers the riddle of a package rightly, leaves, and comes back. @returns what the LMS has kept */
async function playRiddle(target: string, version: '1.2' | '2004'): Promise<Record<string, string>> {
  const browser = await openBrowser();
  const host = await serveLms(join(home, `dist/devinettes/une.${target}.zip`), 'strict');
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  let sco = await visit(page, host, { version });
  await sco.getByRole('textbox').fill('du pain');
  await sco.getByRole('button', { name: 'Vérifier ma réponse' }).click();
  expect(await sco.locator('[data-activity="lever"]').getAttribute('data-state')).toBe('right');
  expect(await sco.locator('.devinette').evaluate((element) => getComputedStyle(element).fontStyle)).toBe('italic');
  await closeSco(page);
  const kept = await stored(page);
  sco = await visit(page, host, { version, stored: kept });
  expect(await sco.getByRole('textbox').inputValue()).toBe('du pain');
  expect([faults, await refused(page)]).toEqual([[], []]);
  host.close();
  await browser.close();
  return kept;
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
        'program/esbuild/LICENSE.md',
        'program/new-type/type.ts',
        'program/verify/validator.mjs',
        'program/studio/index.html',
        'program/studio/service-worker.js',
        'docs/verifier.md',
        'templates/choice/example.en.md',
        'docs/schemas/course.json',
      ]),
    );
    const skeleton = /^program\/new-type\/(?:type|scoring|runtime)\.ts$/;
    const sources = /\.ts$|^(?:src|tests|modules)\/|partenariats|_new/;
    // The studio offers courses to look at.
    const sample = /^program\/studio\/later\/[\w-]+\.\w+\.zip$/;
    expect(packed.filter((path) => sources.test(path) && !skeleton.test(path) && !sample.test(path))).toEqual([]);
  });

  test('is small, and needs nothing else', () => {
    const installed = JSON.parse(readFileSync(join(home, 'node_modules/.package-lock.json'), 'utf8')).packages;
    expect(Object.keys(installed).length).toBeLessThanOrEqual(MOST_PACKAGES);
    expect(Object.values<{ hasInstallScript?: true }>(installed).filter((one) => one.hasInstallScript)).toEqual([]);
    const files = readdirSync(join(home, 'node_modules'), { recursive: true, encoding: 'utf8' });
    const bytes = files.reduce((sum, name) => sum + statSync(join(home, 'node_modules', name)).size, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  test('makes a course, checks it and builds it, each message with the command as typed', { timeout: PATIENCE }, async () => {
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

  test('checks a package, with the schemas, and opens it in a browser', { timeout: PATIENCE }, () => {
    const { verdict, package: about, played } = JSON.parse(type('npx cartable verify dist/mon-cours/seance-1.scorm12.zip --json'));
    expect([verdict, about.schemas, played.why, played.launches.length]).toEqual(['fine', 'valid', '', 1]);
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
    expect(await pageOfPreview(`${preview} --port 0`)).toContain('Mon cours');
  });

  test('serves the studio over the folder', { timeout: PATIENCE }, async () => {
    expect(await pageOfPreview('npx cartable studio --port 0')).toContain('<title>Cartable Studio</title>');
  });

  test('writes schemas into the folder', { timeout: PATIENCE }, () => {
    expect(type('npx cartable schemas')).toContain('docs/schemas/course.json');
  });

  test('builds with an activity type of the project, in JavaScript, and a learner answers it', { timeout: PATIENCE }, async () => {
    for (const [name, text] of Object.entries(riddles)) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text);
    }
    type('npx cartable build devinettes --sheets --target scorm12 --target scorm2004-4 --no-course');
    expect(await playRiddle('scorm12', '1.2')).toMatchObject({
      'cmi.core.lesson_status': 'passed',
      'cmi.interactions.0.id': 'lever',
      'cmi.interactions.0.student_response': 'du pain',
      'cmi.interactions.0.result': 'correct',
    });
    expect(await playRiddle('scorm2004-4', '2004')).toMatchObject({
      'cmi.success_status': 'passed',
      'cmi.interactions.0.learner_response': 'du pain',
      'cmi.interactions.0.correct_responses.0.pattern': expect.stringContaining('le pain'),
      'cmi.interactions.0.result': 'correct',
    });
    const sheet = (name: string): string => readFileSync(join(home, 'dist/devinettes', name), 'utf8');
    expect(sheet('une.guide.html')).toContain('le pain');
    expect(sheet('une.cahier.html')).toContain('À deviner');
    expect(sheet('une.scorm12.codebook.csv')).toContain('lever');
  });

  test('makes an activity type in the project, in TypeScript, and shows both in the preview', { timeout: PATIENCE }, async () => {
    expect(type('npx cartable new activity "Tri du linge"')).toMatch(/types\/tri-du-linge\/type\.ts[\s\S]*Ensuite : npx cartable gallery/);
    expect(() => type('npx cartable new activity tri-du-linge')).toThrow(/« tri-du-linge » existe déjà : types/);
    expect(() => type('npx cartable new activity choice')).toThrow(/« choice » existe déjà : Cartable/);
    expect(type('npx cartable gallery')).toMatch(/types dans dist/);
    const page = await pageOfPreview('npx cartable preview --port 0', ['gallery', 'sco/galerie/base/types/1.2/text.html']);
    for (const text of ['Devinette', 'Je lève sans jambes', 'Tri du linge', 'Que faut-il pour faire du pain']) expect(page).toContain(text);
  });

  test('reports what is wrong in a type with its line, and builds nothing', { timeout: PATIENCE }, () => {
    const path = 'types/devinette/scoring.js';
    writeFileSync(join(home, path), riddles[path]?.replace('isAccepted(given', 'isAccepted((given') ?? '');
    rmSync(join(home, 'types/devinette/template.hbs'));
    const failure = (): string => {
      try {
        return type('npx cartable build devinettes --target web');
      } catch (error) {
        return String((error as { stderr: string }).stderr);
      }
    };
    const message = failure();
    expect(message).toMatch(/types\/devinette\/scoring\.js:3:\d+ erreur type-code[\s\S]*2 erreurs/);
    expect(message).toContain('types/devinette/template.hbs:1:1 erreur type-file-missing');
    expect(message).not.toMatch(/^ +at /m);
    expect(existsSync(join(home, 'dist/devinettes/une.web.zip'))).toBe(false);
  });

  test('has changed nothing where it is installed', () => {
    expect(listing(join(home, 'node_modules'))).toEqual(untouched);
  });
});
