import { allIn, attributeIn, type XmlNode } from '../../model/xml.ts';
import { launchesOf, type Manifest, type Resource } from '../manifest/manifest.ts';
import { type Address, resolveAddress } from '../manifest/resolve.ts';
import type { PackageFacts } from './rule.ts';

/** A file that the manifest names. */
export interface NamedFile {
  readonly address: Address;
  readonly line: number;
  /** True if learners launch it. */
  readonly isLaunch: boolean;
}

/** Resources that an item launches. */
export function launched(manifest: Manifest): ReadonlySet<Resource> {
  return new Set(launchesOf(manifest).map(({ resource }) => resource));
}

/** Lists every address of resources and their files, each place once. */
export function namedFiles({ manifest }: PackageFacts): NamedFile[] {
  const starts = launched(manifest);
  return manifest.resources.flatMap((resource) => {
    const { address, files, node } = resource;
    const own = address ? [{ address, line: node.line, isLaunch: starts.has(resource) }] : [];
    const listed = files.filter((file) => file.address.path !== address?.path || file.address.kind !== 'inside');
    return [...own, ...listed.map((file) => ({ ...file, isLaunch: false }))];
  });
}

/** Finds the name in the zip that an address leads to: the literal one first. */
export function nameOf({ path, decoded }: Address, { base, zip }: PackageFacts): string | undefined {
  return [base + path, base + decoded].find((name) => zip.files.has(name));
}

/** Metadata files that the manifest refers to. */
export function metadataFiles({ manifest }: PackageFacts): NamedFile[] {
  return allIn(manifest.root)
    .filter(({ local, space }) => local === 'location' && /adlcp/.test(space))
    .map(({ text, line }) => ({ address: resolveAddress(text), line, isLaunch: false }));
}

/** Schemas that the manifest says are beside it, with their lines. */
export function namedSchemas({ manifest: { root } }: PackageFacts): { readonly names: readonly string[]; readonly node: XmlNode } {
  const pairs = (attributeIn(root, 'schemaLocation') ?? '').trim().split(/\s+/);
  return { names: pairs.filter((_, index) => index % 2 === 1), node: root };
}

/** Collects the files of a resource and of all that it depends on. */
export function filesOf(resource: Resource, manifest: Manifest): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Resource>();
  const open = [resource];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { address } of next.files) names.add(address.path);
    open.push(...next.dependencies.flatMap(({ ref }) => manifest.byId.get(ref) ?? []));
  }
  return names;
}
