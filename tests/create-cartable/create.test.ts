import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { create } from '../../create-cartable/src/create.js';
import { strings } from '../../create-cartable/src/strings.js';
import { root } from '../helpers/examples-project.ts';
import { makeProject } from '../helpers/run-cartable.ts';
import { tarballOf } from '../helpers/tarball.ts';

/** Stands for an installed Cartable: writes what it is asked for, or fails at one command. */
const CARTABLE = (failing: string): string => `
const { mkdirSync, writeFileSync } = require('node:fs');
const [command, kind, name] = process.argv.slice(2);
if (command === '${failing}') { console.error('no ' + command); process.exit(1); }
mkdirSync('modules', { recursive: true });
writeFileSync('modules/' + command, [kind, name].join());
`;

/** Stands for npm: installs the Cartable above into the current folder. */
const NPM = (failing: string): string => `
const { mkdirSync, writeFileSync } = require('node:fs');
mkdirSync('node_modules/cartable/build', { recursive: true });
writeFileSync('package-lock.json', process.argv.slice(2).join(' ') + (process.env.npm_lifecycle_event ?? ''));
if ('${failing}' === 'install') { console.error('network down'); process.exit(1); }
if ('${failing}' === 'wait') setInterval(() => {}, 1000);
writeFileSync('node_modules/cartable/build/cartable.cjs', ${JSON.stringify(CARTABLE(failing))});
`;

function open(failing = '', inside = '.') {
  const folder = makeProject({ 'npm/npm-cli.js': NPM(failing) });
  const env = { LANG: 'fr_FR.UTF-8', npm_lifecycle_event: 'npx', npm_execpath: join(folder, 'npm/npm-cli.js') };
  const output = { out: '', err: '' };
  const surroundings = {
    version: '1.2.3',
    node: '24.1.0',
    folder: join(folder, inside),
    env,
    print: (text: string) => {
      output.out += `${text}\n`;
    },
    complain: (text: string) => {
      output.err += `${text}\n`;
    },
  };
  return { folder, output, env, surroundings, run: (...args: string[]) => create(args, surroundings) };
}

describe('a folder is made', () => {
  test('with Cartable of the same version, a course and snippets; then three commands', async () => {
    const { folder, output, run } = open();
    expect([await run('mes-cours'), output.err]).toEqual([0, '']);
    const home = join(folder, 'mes-cours');
    const read = (path: string): string => readFileSync(join(home, path), 'utf8');
    expect(JSON.parse(read('package.json')).dependencies).toEqual({ cartable: '^1.2.3' });
    expect([read('modules/new'), existsSync(join(home, 'modules/snippets'))]).toEqual(['course,Mon cours', true]);
    // npm doesn’t get the settings of the npm around it.
    expect(read('package-lock.json')).toBe('install --no-audit --no-fund');
    expect(
      output.out
        .split('\n')
        .filter((line) => line.startsWith('  '))
        .map((line) => line.trim().split('  ')[0]),
    ).toEqual(['cd mes-cours', 'npm run studio', 'npm run build']);
    expect(readdirSync(folder).sort()).toEqual(['mes-cours', 'npm']);
  });

  test('of the current one, if it is empty', async () => {
    const { folder, output, run } = open('', 'vide');
    mkdirSync(join(folder, 'vide'));
    expect([await run('.'), output.err]).toEqual([0, '']);
    expect(output.out).toMatch(/^Le dossier \. est prêt\.\n.*\n {2}npm run studio/m);
    expect(existsSync(join(folder, 'vide/package.json'))).toBe(true);
  });

  test('from a tarball, which lies in it then', async () => {
    const { folder, run } = open();
    writeFileSync(join(folder, 'cartable-9.tgz'), tarballOf({ 'package/package.json': '{"name":"cartable"}' }));
    mkdirSync(join(folder, 'ici'));
    expect(await run('ici', '--from', 'cartable-9.tgz', '--lang', 'en')).toBe(0);
    const home = join(folder, 'ici');
    expect(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).dependencies).toEqual({ cartable: 'file:cartable-9.tgz' });
    expect([existsSync(join(home, 'cartable-9.tgz')), readFileSync(join(home, 'modules/new'), 'utf8')]).toEqual([true, 'course,My course']);
  });

  test('without installing: the commands that are left are shown', async () => {
    const { folder, output, run } = open('install');
    expect([await run('a b', '--no-install'), output.err]).toEqual([0, '']);
    expect(output.out).toMatch(/cd "a b"\n +npm install .*\n +npx cartable new course "Mon cours" --lang fr/);
    expect(readdirSync(join(folder, 'a b'))).not.toContain('node_modules');
  });
});

describe('a failure half-way', () => {
  test('of npm: the folder has its texts, and what is left to do is shown', async () => {
    const { folder, output, run } = open('install');
    expect(await run('mes-cours')).toBe(1);
    expect(readdirSync(join(folder, 'mes-cours')).sort()).toEqual([
      '.gitattributes',
      '.github',
      '.gitignore',
      '.vscode',
      'README.md',
      'package.json',
    ]);
    expect(output.err).toContain(`${strings.fr.installFailed}\nnetwork down\n`);
    expect(output.err).toMatch(/est là, avec.*package\.json\.\nPour continuer.*\n +cd mes-cours\n +npm install/);
  });

  test('of the first course: Cartable is installed', async () => {
    const { folder, output, run } = open('new');
    expect(await run('mes-cours')).toBe(1);
    expect(readdirSync(join(folder, 'mes-cours'))).toContain('node_modules');
    expect(output.err).toMatch(/no new\n.*node_modules.*\n.*\n +cd mes-cours\n +npx cartable new course "Mon cours" --lang fr/);
  });

  test('by a signal between two programs: nothing is left', async () => {
    const { folder, surroundings } = open();
    const before = process.listeners('SIGINT');
    // What other tests of this process listen for is theirs.
    const own = () => process.listeners('SIGINT').filter((listener) => !before.includes(listener));
    const print = () => own().forEach((listener) => void listener('SIGINT'));
    expect([await create(['mes-cours'], { ...surroundings, print }), readdirSync(folder)]).toEqual([1, ['npm']]);
    expect(own()).toEqual([]);
  });

  test('of the snippets, which an older Cartable doesn’t have: the rest is complete', async () => {
    const { output, run } = open('snippets');
    expect([await run('mes-cours'), output.err]).toEqual([0, `${strings.fr.noSnippets}\n`]);
    expect(output.out).toContain('npm run build');
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s: nothing is left', async (signal) => {
    const { folder, env } = open('wait');
    const child = spawn(process.execPath, [join(root, 'create-cartable/main.js'), 'x/mes-cours'], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString();
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await expect
      .poll(() => existsSync(join(folder, 'x')) && readdirSync(join(folder, 'x'), { recursive: true }).join())
      .toContain('package-lock.json');
    child.kill(signal);
    expect([await ended, readdirSync(folder)]).toEqual([1, ['npm']]);
    expect(err).toContain('Arrêté');
  });
});

describe('nothing is written', () => {
  test.each([
    [['plein'], 2, 'n’est pas vide'],
    [['notes.txt'], 2, 'est un fichier'],
    [['x', '--from', 'absent.tgz'], 2, 'absent.tgz n’existe pas'],
    [['x', '--from', 'notes.txt'], 2, 'n’est pas un paquet'],
    [['x', '--from', 'autre.tgz'], 2, 'n’est pas un paquet'],
    [['x', '--from', ''], 2, 'npm create cartable DOSSIER'],
    [['notes.txt/x'], 1, 'Rien n’est à moitié écrit'],
    [[], 2, 'npm create cartable DOSSIER'],
  ])('for %j', async (args, code, part) => {
    const { folder, output, run } = open();
    mkdirSync(join(folder, 'plein/déjà'), { recursive: true });
    writeFileSync(join(folder, 'notes.txt'), 'notes');
    writeFileSync(join(folder, 'autre.tgz'), tarballOf({ 'package/package.json': '{"name":"autre"}' }));
    expect([await run(...args), output.out, readdirSync(folder).sort()]).toEqual([code, '', ['autre.tgz', 'notes.txt', 'npm', 'plein']]);
    expect(output.err).toContain(part);
    expect(readdirSync(join(folder, 'plein'))).toEqual(['déjà']);
  });

  test('into a folder that can’t be read, and says so', () => {
    const { folder, env } = open();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'fermé'), { mode: 0o000 });
    // Nothing is closed to the administrator.
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    const main = join(root, 'create-cartable/main.js');
    const { status, stderr } = spawnSync(process.execPath, [main, 'fermé'], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
      ...uid,
    });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Le dossier fermé n’est pas créé \(EACCES.*\n$/)]);
  });

  test('with an old Node.js', async () => {
    const { folder, output, surroundings } = open();
    expect([await create(['x'], { ...surroundings, node: '18.20.1' }), output.out, existsSync(join(folder, 'x'))]).toEqual([2, '', false]);
    expect(output.err).toContain('18.20.1');
  });

  test('for help', async () => {
    const { folder, output, run } = open();
    expect([await run('--help', '--lang', 'en'), output.out, readdirSync(folder)]).toEqual([0, `${strings.en.usage}\n`, ['npm']]);
  });
});
