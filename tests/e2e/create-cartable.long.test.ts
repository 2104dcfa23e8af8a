import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { stageCartable } from '../../build/toolchain/publish.ts';
import { readManifest, stageCreate } from '../../build/toolchain/stage-create.ts';
import { root } from '../helpers/examples-project.ts';
import { fencesOf } from '../helpers/guides.ts';

const PATIENCE = 240_000;

const place = realpathSync(mkdtempSync(join(tmpdir(), 'cartable-create-')));
const home = join(place, 'Mes cours é');
const SESSION = 'modules/mon-cours/seance-1.md';
const LOCK = 'modules/mon-cours/course.lock.yaml';

/** Without what npm says of itself to the tests, and without the settings of who runs them; nothing is downloaded. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_|^GIT/i.test(name))),
  LANG: 'fr_FR.UTF-8',
  LC_ALL: '',
  LC_MESSAGES: '',
  npm_config_userconfig: join(place, 'npmrc'),
  npm_config_cache: join(place, 'cache'),
  npm_config_update_notifier: 'false',
  npm_config_offline: 'true',
  GIT_CONFIG_GLOBAL: join(place, 'gitconfig'),
  GIT_CONFIG_NOSYSTEM: '1',
};

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a line as a terminal does. */
function run(line: string, cwd: string, more: Readonly<Record<string, string>> = {}): Run {
  try {
    const out = execFileSync(line, {
      cwd,
      env: { ...environment, ...more },
      shell: true,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: 0, out, err: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, out: stdout, err: stderr };
  }
}

/** Runs a line that has to succeed. @returns its output */
function type(line: string, cwd: string): string {
  const { code, out, err } = run(line, cwd);
  expect([line, code, code === 0 ? '' : out + err]).toEqual([line, 0, '']);
  return out;
}

/** Packs a folder. @returns path of the tarball */
function pack(folder: string): string {
  const out = run(`npm pack --json --pack-destination "${place}"`, folder).out;
  return join(place, JSON.parse(out.replace(/^[^[]*(?=\[)/, ''))[0].filename);
}

/** Runs the steps of the workflow that a runner would run, up to the first that fails. @returns the last one run */
function workflow(folder: string): Run & { readonly step: string } {
  const { jobs } = parse(readFileSync(join(folder, '.github/workflows/cartable.yml'), 'utf8'));
  const lines: string[] = jobs.courses.steps.flatMap((step: { run?: string }) => step.run ?? []);
  expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(['npm ci', 'npx cartable validate', 'npx cartable build']);
  let last = { step: '', code: 0, out: '', err: '' };
  for (const step of lines) {
    last = { step, ...run(step, folder, { CI: 'true', GITHUB_WORKSPACE: folder, LANG: 'C.UTF-8' }) };
    if (last.code !== 0) break;
  }
  return last;
}

/** Files of `dist/` that an artefact of the workflow keeps, by the name of the artefact. */
function artefacts(folder: string): Record<string, string[]> {
  const { jobs } = parse(readFileSync(join(folder, '.github/workflows/cartable.yml'), 'utf8'));
  const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `dist/${name.replaceAll('\\', '/')}`,
  );
  const uploads: { name: string; path: string }[] = jobs.courses.steps.flatMap((step: { uses?: string; with?: object }) =>
    step.uses?.startsWith('actions/upload-artifact@') ? step.with : [],
  );
  return Object.fromEntries(
    uploads.map(({ name, path }) => {
      const ends = path
        .trim()
        .split('\n')
        .map((pattern) => pattern.replace('dist/**/*', ''));
      const kept = files.filter((file) => ends.some((end) => file.endsWith(end)));
      for (const end of ends) expect(kept.filter((file) => file.endsWith(end)).length, end).toBeGreaterThan(0);
      return [name, kept];
    }),
  );
}

/** Replaces a piece of a file, which has to be there. */
function edit(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, path), text.replace(from, to));
}

/** Copies the repository to a folder of its own, as on another computer. */
function clone(name: string): string {
  type(`git clone --quiet "${home}" "${name}"`, place);
  return join(place, name);
}

let made = '';
let creator = '';
let tarball = '';

beforeAll(() => {
  writeFileSync(environment.npm_config_userconfig, '');
  writeFileSync(environment.GIT_CONFIG_GLOBAL, '[user]\nname = Ada\nemail = ada@example.org\n[init]\ndefaultBranch = main\n');
  // Both as npm gets them.
  mkdirSync(join(place, 'cartable'));
  tarball = pack(stageCartable(root, join(place, 'cartable')));
  stageCreate(root, join(place, 'staged'));
  creator = pack(join(place, 'staged'));
  made = type(`npm exec --yes --package="${creator}" -- create-cartable "Mes cours é" --from "${tarball}"`, place);
}, PATIENCE);

describe('create-cartable as it is packed, without a network', () => {
  test('makes a folder whose commands end with a package', { timeout: PATIENCE }, () => {
    const typed = [...made.matchAll(/^ {2}(\S.*?) {2}/gm)].map(([, line]) => line);
    expect([made.match(/^ {2}cd "Mes cours é"$/m)?.length, typed]).toEqual([1, ['npm run studio', 'npm run build']]);
    expect(type('npm run build', home)).toContain('seance-1.scorm12.zip');
    expect(existsSync(join(home, 'dist/mon-cours/seance-1.scorm12.zip'))).toBe(true);
    expect(Object.keys(JSON.parse(readFileSync(join(home, '.vscode/cartable.code-snippets'), 'utf8')))).toContain('choice · fr');
    expect(readdirSync(place).filter((name) => name.startsWith('.cartable'))).toEqual([]);
    const { private: locked, scripts, devDependencies, version } = readManifest(join(home, 'node_modules/cartable'));
    expect([locked, scripts, devDependencies, version]).toEqual([undefined, undefined, undefined, readManifest(root).version]);
  });

  test('is not misled by npm, which takes options without two dashes', { timeout: PATIENCE }, () => {
    const { code, err } = run(`npm exec --yes --package="${creator}" create-cartable autre --from="${tarball}"`, place);
    expect([code, existsSync(join(place, 'autre'))]).toEqual([2, false]);
    expect(err).toContain('npm a gardé --from');
  });

  test('is installed anew from its repository, without the folder that it was made from', { timeout: PATIENCE }, () => {
    type('git init --quiet && git add --all && git commit --quiet --message "Premier cours"', home);
    const tracked = type('git ls-files', home).trim().split('\n');
    expect(tracked).toEqual(expect.arrayContaining([LOCK, SESSION, 'package-lock.json', '.gitignore', '.github/workflows/cartable.yml']));
    expect(tracked.filter((name) => /node_modules|dist\//.test(name))).toEqual([]);
    rmSync(tarball);
    expect(workflow(clone('ailleurs'))).toMatchObject({ code: 0, step: expect.stringContaining('build --frozen --sheets') });
  });
});

describe('the workflow', () => {
  test('keeps every file of dist once, and the answers apart', () => {
    const { paquets = [], formateur = [] } = artefacts(join(place, 'ailleurs'));
    const all = readdirSync(join(place, 'ailleurs/dist/mon-cours'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    // The copy of the lock serves the next build.
    expect(paquets.length + formateur.length).toBe(all.length - 1);
    expect(paquets.filter((name) => /codebook|guide|conducteur|salle/.test(name))).toEqual([]);
  });

  test('shows a mistake at its line, and builds nothing; once it is repaired, the packages are there', { timeout: PATIENCE }, () => {
    const folder = clone('erreur');
    const question = ':::open-question{#seance-1-vos-mots';
    const line =
      readFileSync(join(folder, SESSION), 'utf8')
        .split('\n')
        .findIndex((text) => text.startsWith(question)) + 1;
    edit(folder, SESSION, question, question.replace('open-question', 'open-questoin'));
    const { step, code, out } = workflow(folder);
    expect([step.split(' ')[2], code, existsSync(join(folder, 'dist'))]).toEqual(['validate', 1, false]);
    expect(out).toContain(`::error file=${SESSION},line=${line},col=1,title=unknown-directive::« open-questoin » n’est pas`);
    expect(out).toMatch(/title=unknown-directive::.*%0AVouliez-vous dire « open-question » \?\n/);
    type(`git checkout -- "${SESSION}"`, folder);
    expect(workflow(folder).code).toBe(0);
    expect(existsSync(join(folder, 'dist/mon-cours/seance-1.scorm12.zip'))).toBe(true);
  });

  test('refuses texts whose lock was not committed with them', { timeout: PATIENCE }, () => {
    const folder = clone('verrou');
    edit(folder, SESSION, '# Pour finir', ':::word-cloud{#mots min=1 max=3}\nQuels mots ?\n:::\n\n# Pour finir');
    const { step, code, err } = workflow(folder);
    expect([step.split(' ')[2], code]).toEqual(['build', 1]);
    expect(err).toContain('course.lock.yaml');
    type('npm run build', folder);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(workflow(folder).code).toBe(0);
  });

  test('has the same steps on GitLab, as the guides show them', () => {
    for (const [file, lang] of [
      ['publier.md', 'fr'],
      ['publishing.md', 'en'],
    ] as const) {
      const [fence] = fencesOf(readFileSync(join(root, 'docs', file), 'utf8')).filter(({ language }) => language === 'yaml');
      const { jobs } = parse(readFileSync(join(root, `create-cartable/template/workflow.${lang}.yml`), 'utf8'));
      const plain = (line: string): string => line.replace(/ --annotations| --lang fr/g, '');
      const steps = jobs.courses.steps.flatMap((step: { run?: string }) => (step.run ? plain(step.run) : []));
      expect(parse(fence?.text ?? '').courses.script.map(plain)).toEqual(steps);
    }
  });
});

test('two people build apart: the commands of the guide make one lock of both', { timeout: PATIENCE }, () => {
  const [mine, theirs] = [clone('moi'), join(place, 'elle')];
  type('npm ci', mine);
  cpSync(mine, theirs, { recursive: true });
  const add = (folder: string, before: string, id: string): void => {
    edit(folder, SESSION, before, `:::word-cloud{#${id} min=1 max=3}\nQuels mots ?\n:::\n\n${before}`);
    type(`npm run build && git commit --quiet --all --message ${id}`, folder);
  };
  type(`git remote set-url origin "${mine}"`, theirs);
  add(mine, ':::open-question', 'mots-du-debut');
  add(theirs, '::quiz', 'mots-de-la-fin');
  const fences = fencesOf(readFileSync(join(root, 'docs/publier.md'), 'utf8')).map(({ text }) => text.trim().split('\n'));
  const [pull = '', ...others] = fences.find(([line]) => line?.startsWith('git pull')) ?? [];
  const { code, out } = run(pull, theirs);
  expect([code, out]).toEqual([1, expect.stringContaining(LOCK)]);
  expect(others).toHaveLength(5);
  for (const line of others) type(line, theirs);
  const lock = readFileSync(join(theirs, LOCK), 'utf8');
  expect([lock.includes('mots-du-debut'), lock.includes('mots-de-la-fin')]).toEqual([true, true]);
  rmSync(join(theirs, 'leur.yaml'));
  expect(type('git status --porcelain', theirs)).toBe('');
  expect(workflow(theirs).code).toBe(0);
});

test('the command that the guides show for a clone of Cartable makes the same folder', { timeout: PATIENCE }, () => {
  const copy = join(home, readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '');
  for (const file of ['publier.md', 'publishing.md']) {
    const fences = fencesOf(readFileSync(join(root, 'docs', file), 'utf8')).map(({ text }) => text.trim().split('\n'));
    const [, line = ''] = fences.find(([first]) => first === 'npm pack') ?? [];
    const [program = '', script = '', goal = '', option = ''] = line.split(' ');
    const folder = join(place, file, 'x');
    mkdirSync(folder, { recursive: true });
    type(`${program} "${join(root, script)}" "${goal}" ${option} "${copy}" --no-install`, folder);
    const made = readdirSync(join(folder, goal));
    expect(made).toEqual(readdirSync(home).filter((name) => made.includes(name)));
    expect(made.some((name) => name.endsWith('.tgz'))).toBe(true);
  }
});
