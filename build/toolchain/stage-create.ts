import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Members of a `package.json` that matter here. */
export interface Manifest {
  readonly name: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly scripts?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** Makes the manifest of a package that may be published: nothing for those who develop it, and no lock against publishing. */
export function publicManifest(manifest: Manifest, version: string): Manifest {
  const { private: _, scripts: _scripts, devDependencies: _dev, ...rest } = manifest;
  return { ...rest, version };
}

/**
 * Lays out `create-cartable` as it is published: with the version of Cartable, which it installs. The folder of the sources has none,
 * so npm neither packs nor publishes it.
 * @param folder new folder
 */
export function stageCreate(root: string, folder: string): void {
  const from = join(root, 'create-cartable');
  const { version = '' } = readManifest(root);
  for (const name of ['README.md', ...(readManifest(from).files ?? [])]) cpSync(join(from, name), join(folder, name), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(publicManifest(readManifest(from), version), null, 2)}\n`);
}
