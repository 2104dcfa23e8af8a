import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Manifest, publicManifest, readManifest, stageCreate } from './stage-create.ts';

/** State of the clone that is to be published. */
export interface State {
  /** Version in `package.json`. */
  readonly version: string;
  /** Version that was typed; '' if none was. */
  readonly asked: string;
  /** Output of `git status --porcelain`. */
  readonly changes: string;
  /** Tags of the commit. */
  readonly tags: readonly string[];
  readonly changelog: string;
}

/** Lists the reasons not to publish; none if everything is ready. */
export function reasonsAgainst({ version, asked, changes, tags, changelog }: State): readonly string[] {
  return [
    ...(asked === version ? [] : [`type the version to publish it: npm run publish:all -- ${version}`]),
    ...(changes === '' ? [] : ['commit or remove what has changed']),
    ...(tags.includes(`v${version}`) ? [] : [`tag the commit v${version}`]),
    ...(changelog.includes(`\n## [${version}]`) ? [] : [`give CHANGELOG.md a section [${version}]`]),
  ];
}

const git = (root: string, ...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

function stateOf(root: string, asked: string): State {
  return {
    version: readManifest(root).version ?? '',
    asked,
    changes: git(root, 'status', '--porcelain'),
    tags: git(root, 'tag', '--points-at', 'HEAD').split('\n'),
    changelog: readFileSync(join(root, 'CHANGELOG.md'), 'utf8'),
  };
}

/** Runs npm as a terminal does: on Windows it is a batch file. */
function npm(args: string, cwd: string): void {
  execFileSync(`npm ${args}`, { cwd, shell: true, stdio: 'inherit' });
}

/** Tests whether npm has this version of a package. */
function isPublished({ name, version }: Manifest): boolean {
  try {
    return execFileSync(`npm view ${name}@${version} version`, { shell: true, stdio: ['ignore', 'pipe', 'ignore'] }).length > 0;
  } catch {
    return false;
  }
}

/** Publishes a package, unless an earlier call has done so. */
function publishOne(folder: string): void {
  if (!isPublished(readManifest(folder))) npm('publish --access public', folder);
}

/**
 * Lays out Cartable as it is published: the content of its tarball, with a manifest that npm accepts.
 * @param folder empty folder
 * @returns the folder to publish
 */
export function stageCartable(root: string, folder: string): string {
  npm(`pack --silent --pack-destination "${folder}"`, root);
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  const manifest = readManifest(join(folder, 'package'));
  const text = JSON.stringify(publicManifest(manifest, manifest.version ?? ''), null, 2);
  writeFileSync(join(folder, 'package/package.json'), `${text}\n`);
  return join(folder, 'package');
}

/**
 * Publishes Cartable, then `create-cartable`, which installs it. Without the version as a word, or if something isn't ready, it makes
 * both packages, lists their files and publishes nothing.
 * @returns the reasons why nothing was published
 */
export function publishAll(root: string, asked: string): readonly string[] {
  const reasons = reasonsAgainst(stateOf(root, asked));
  const folder = mkdtempSync(join(tmpdir(), 'cartable-publish-'));
  const [first, second] = [join(folder, 'cartable'), join(folder, 'create-cartable')];
  try {
    mkdirSync(first);
    const cartable = stageCartable(root, first);
    stageCreate(root, second);
    for (const one of [cartable, second]) {
      if (reasons.length > 0) npm('pack --dry-run', one);
      else publishOne(one);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return reasons;
}
