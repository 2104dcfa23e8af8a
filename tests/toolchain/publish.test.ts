import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { publishAll, reasonsAgainst, type State } from '../../build/toolchain/publish.ts';
import { stageCreate } from '../../build/toolchain/stage-create.ts';

const { run } = vi.hoisted(() => ({ run: vi.fn() }));
vi.mock('node:child_process', async (original) => ({ ...(await original<object>()), execFileSync: run }));
vi.mock('../../build/toolchain/stage-create.ts', async (original) => ({ ...(await original<object>()), stageCreate: vi.fn() }));

const READY: State = {
  version: '1.2.0',
  asked: '1.2.0',
  changes: '',
  tags: ['v1.2.0'],
  changelog: '# Changelog\n\n## [1.2.0] - 2027-01-02\n',
};

test('what is ready may be published', () => {
  expect(reasonsAgainst(READY)).toEqual([]);
});

test.each([
  [{ asked: '' }, 'npm run publish:all -- 1.2.0'],
  [{ asked: '1.1.0' }, 'npm run publish:all -- 1.2.0'],
  [{ changes: ' M package.json' }, 'commit'],
  [{ tags: ['', 'v1.1.0'] }, 'v1.2.0'],
  [{ tags: ['v1.2.0-rc.1', '1.2.0'] }, 'v1.2.0'],
  [{ changelog: '# Changelog\n\n## [Unreleased]\n' }, '[1.2.0]'],
  [{ changelog: '# Changelog\n\n### [1.2.0]\n' }, '[1.2.0]'],
])('%j keeps it from being published by mistake', (change, word) => {
  expect(reasonsAgainst({ ...READY, ...change })).toEqual([expect.stringContaining(word)]);
});

test('all reasons are listed at once', () => {
  expect(reasonsAgainst({ version: '1.2.0', asked: '', changes: '?? a', tags: [], changelog: '' })).toEqual([
    'type the version to publish it: npm run publish:all -- 1.2.0',
    'commit or remove what has changed',
    'tag the commit v1.2.0',
    'give CHANGELOG.md a section [1.2.0]',
  ]);
});

describe('both packages', () => {
  const root = mkdtempSync(join(tmpdir(), 'cartable-clone-'));
  const writeManifest = (folder: string, manifest: object): void => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  };
  writeManifest(root, { name: 'tram', version: '1.2.0' });
  writeFileSync(join(root, 'CHANGELOG.md'), READY.changelog);

  interface World {
    readonly changes?: string;
    /** Packages that npm has. */
    readonly known?: readonly string[];
    /** Start of a command that fails. */
    readonly fails?: string;
  }

  /** Publishes in a clone whose commands are replaced. @returns the commands that were run, each with the end of its folder */
  function publish(asked: string, { changes = '', known = [], fails }: World = {}) {
    const calls: string[] = [];
    let work = '';
    const manifests: object[] = [];
    run.mockImplementation((command: string, ...rest: unknown[]): unknown => {
      const [words, options] = Array.isArray(rest[0]) ? [rest[0].join(' '), rest[1]] : ['', rest[0]];
      const { cwd = '' } = options as { readonly cwd?: string };
      const line = `${command} ${words}`.trim();
      if (fails !== undefined && line.startsWith(fails)) throw new Error(fails);
      const [, target = ''] = /--pack-destination "(.*)"$/.exec(line) ?? [];
      if (target !== '') {
        work = dirname(target);
        writeFileSync(join(target, 'tram-1.2.0.tgz'), '');
      }
      calls.push(`${line.replace(work || '\0', '~')} (${cwd === root ? 'clone' : cwd.replace(work || '\0', '~')})`);
      if (command === 'git') return words.startsWith('status') ? `${changes}\n` : 'v1.1.0\nv1.2.0\n';
      if (command === 'tar') writeManifest(join(cwd, 'package'), { name: 'tram', version: '1.2.0', private: true, scripts: { x: 'y' } });
      if (!line.startsWith('npm view')) {
        if (/ (?:publish|pack --dry-run)/.test(line)) manifests.push(JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8')));
        return '';
      }
      if (!known.some((name) => line.startsWith(`npm view ${name}@`))) throw new Error('E404');
      return '1.2.0\n';
    });
    vi.mocked(stageCreate).mockImplementation((from, folder) => {
      expect(from).toBe(root);
      writeManifest(folder, { name: 'create-tram', version: '1.2.0' });
    });
    let reasons: unknown;
    try {
      reasons = publishAll(root, asked);
    } catch (error) {
      reasons = error;
    }
    return { reasons, calls, manifests, isLeft: work !== '' && existsSync(work) };
  }

  const LAID_OUT = [
    'git status --porcelain (clone)',
    'git tag --points-at HEAD (clone)',
    'npm pack --silent --pack-destination "~/cartable" (clone)',
    'tar -xzf tram-1.2.0.tgz (~/cartable)',
  ];
  const MANIFESTS = ['tram', 'create-tram'].map((name) => ({ name, version: '1.2.0' }));

  test('are laid out and published, the one that the other installs first', () => {
    expect(publish('1.2.0')).toEqual({
      reasons: [],
      calls: [
        ...LAID_OUT,
        'npm view tram@1.2.0 version ()',
        'npm publish --access public (~/cartable/package)',
        'npm view create-tram@1.2.0 version ()',
        'npm publish --access public (~/create-cartable)',
      ],
      manifests: MANIFESTS,
      isLeft: false,
    });
  });

  test('are only listed where something isn’t ready', () => {
    const found = publish('1.2.0', { changes: ' M a' });
    const listed = ['npm pack --dry-run (~/cartable/package)', 'npm pack --dry-run (~/create-cartable)'];
    expect(found).toEqual({
      reasons: ['commit or remove what has changed'],
      calls: [...LAID_OUT, ...listed],
      manifests: MANIFESTS,
      isLeft: false,
    });
    expect(publish('').reasons).toEqual(['type the version to publish it: npm run publish:all -- 1.2.0']);
  });

  test('are published again only as far as an earlier call did not come', () => {
    const published = (known: readonly string[]) => publish('1.2.0', { known }).calls.filter((line) => line.startsWith('npm publish'));
    expect(published(['tram'])).toEqual(['npm publish --access public (~/create-cartable)']);
    expect(published(['tram', 'create-tram'])).toEqual([]);
  });

  test('leave no folder behind, even where a command fails', () => {
    const { reasons, isLeft } = publish('1.2.0', { fails: 'tar' });
    expect([reasons, isLeft]).toEqual([new Error('tar'), false]);
  });
});
