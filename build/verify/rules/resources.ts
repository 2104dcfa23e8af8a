import { allIn } from '../../model/xml.ts';
import { is2004, launchesOf } from '../manifest/manifest.ts';
import { filesOf, launched, metadataFiles, type NamedFile, namedFiles, namedSchemas, nameOf } from './files.ts';
import { type Hit, hitFor, hitIf, type PackageFacts, type Rule } from './rule.ts';

/** Files that no resource has to list. */
const UNLISTED = /(?:^|\/)(?:imsmanifest\.xml|[^/]+\.(?:xsd|dtd)|__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini)$|^__MACOSX\//i;

function hitsOf(files: readonly NamedFile[]): Hit[] {
  return files.map(({ address, line }) => ({ values: { name: address.href }, line }));
}

/** Selects files of the manifest, each address once, where it comes first. */
function eachFile(select: (file: NamedFile, facts: PackageFacts) => boolean): Rule['check'] {
  return (facts) => {
    const first = new Map<string, NamedFile>();
    for (const file of namedFiles(facts)) if (select(file, facts) && !first.has(file.address.href)) first.set(file.address.href, file);
    return hitsOf([...first.values()]);
  };
}

/** Files that are not in the zip, and what it has instead. */
function missing(facts: PackageFacts, select: (file: NamedFile, other: string | undefined) => boolean): Hit[] {
  const byLower = new Map([...facts.zip.files.keys()].map((name) => [name.toLowerCase(), name]));
  const found = new Map<string, Hit>();
  for (const file of namedFiles(facts)) {
    const { address, line } = file;
    if (address.kind !== 'inside' || address.hasBackslash || nameOf(address, facts)) continue;
    const other = byLower.get((facts.base + address.decoded).toLowerCase());
    if (select(file, other) && !found.has(address.path))
      found.set(address.path, { values: { name: address.path, other: other ?? '' }, line });
  }
  return [...found.values()];
}

function unlisted(facts: PackageFacts): string[] {
  // Wrong case, or a slash in front, is another mistake.
  const named = [...namedFiles(facts), ...metadataFiles(facts)].flatMap(({ address: { path, decoded, href } }) => [
    path,
    decoded,
    href.replace(/^(?:\.\.)?\/+/, ''),
  ]);
  const listed = new Set(named.map((path) => (facts.base + path).toLowerCase()));
  return [...facts.zip.files.keys()].filter((name) => !listed.has(name.toLowerCase()) && !UNLISTED.test(name) && !name.includes('\\'));
}

const addressRules: readonly Rule[] = [
  {
    id: 'launch-elsewhere',
    severity: 'error',
    sources: ['scorm.md 34'],
    check: eachFile(({ address, isLaunch }) => address.kind === 'elsewhere' && isLaunch),
  },
  {
    id: 'file-elsewhere',
    severity: 'warning',
    sources: ['scorm.md 34'],
    check: eachFile(({ address, isLaunch }) => address.kind === 'elsewhere' && !isLaunch),
  },
  { id: 'address-absolute', severity: 'error', sources: ['scorm.md 34'], check: eachFile(({ address }) => address.kind === 'absolute') },
  { id: 'address-outside', severity: 'error', sources: ['scorm.md 34'], check: eachFile(({ address }) => address.kind === 'outside') },
  { id: 'address-backslash', severity: 'error', sources: ['scorm.md 34'], check: eachFile(({ address }) => address.hasBackslash) },
  {
    id: 'address-encoded',
    severity: 'warning',
    sources: ['scorm.md 35'],
    check: eachFile(({ address: { path, decoded, kind } }) => kind === 'inside' && path.replaceAll('%20', ' ') !== decoded),
  },
  {
    id: 'address-query',
    severity: 'warning',
    sources: ['scorm.md 34'],
    check: ({ manifest }) =>
      launchesOf(manifest)
        .filter(({ item, resource }) => item.parameters !== '' && resource.address?.href.includes('?'))
        .map(({ item, resource }) => ({ values: { name: resource.address?.href ?? '' }, line: item.node.line })),
  },
  {
    id: 'base-form',
    severity: 'warning',
    sources: ['scorm.md 34'],
    check: ({ manifest: { root } }) =>
      allIn(root).flatMap(({ attributes, line }) =>
        attributes
          .filter(({ name, value }) => name === 'xml:base' && (!value.endsWith('/') || value.startsWith('/') || value.includes('\\')))
          .map(({ value }) => ({ values: { name: value }, line })),
      ),
  },
];

const typeRules: readonly Rule[] = [
  {
    id: 'type-spelling',
    severity: 'error',
    sources: ['scorm.md 1'],
    check: ({ manifest }) => {
      const right = is2004(manifest) ? 'scormType' : 'scormtype';
      const nodes = manifest.resources.map(({ node }) => node);
      const isWrong = (local: string): boolean => local !== right && local.toLowerCase() === 'scormtype';
      const wrong = nodes.filter(({ attributes }) => attributes.some(({ local }) => isWrong(local)));
      return wrong.map(({ line }) => ({ values: { name: right }, line }));
    },
  },
  {
    id: 'type-value',
    severity: 'error',
    sources: ['moodle.md 27'],
    check: ({ manifest }) =>
      manifest.resources
        .filter(({ kind }) => kind !== undefined && kind !== 'sco' && kind !== 'asset')
        .map(({ kind, node }) => ({ values: { name: kind ?? '' }, line: node.line })),
  },
  {
    id: 'sco-none',
    severity: 'warning',
    sources: ['moodle.md 27'],
    check: ({ manifest }) => {
      const starts = [...launched(manifest)];
      return hitIf(starts.length > 0 && starts.every(({ kind }) => kind === undefined || kind === 'asset'), {
        line: starts[0]?.node.line ?? 1,
      });
    },
  },
  {
    id: 'resource-href',
    severity: 'error',
    sources: ['scorm.md 33'],
    check: ({ manifest }) => {
      const starts = launched(manifest);
      const needs = manifest.resources.filter((resource) => resource.kind === 'sco' || starts.has(resource));
      return needs
        .filter(({ address }) => !address || address.kind === 'empty')
        .map(({ id, node }) => ({ values: { id: id ?? '–' }, line: node.line }));
    },
  },
];

/** Rules about resources, their files and addresses. */
export const resourceRules: readonly Rule[] = [
  ...typeRules,
  ...addressRules,
  {
    id: 'resource-empty',
    severity: 'warning',
    sources: ['scorm.md 3', 'scorm.md 33'],
    check: ({ manifest }) =>
      manifest.resources
        .filter((resource) => resource.kind === 'sco' && resource.address?.kind === 'inside' && filesOf(resource, manifest).size === 0)
        .map(({ id, node }) => ({ values: { id: id ?? '–' }, line: node.line })),
  },
  {
    id: 'href-unlisted',
    severity: 'warning',
    sources: ['scorm.md 33'],
    check: ({ manifest }) =>
      manifest.resources.flatMap((resource) => {
        const { address, node } = resource;
        const files = filesOf(resource, manifest);
        const isMissing = address?.kind === 'inside' && files.size > 0 && !files.has(address.path);
        return hitIf(isMissing, { values: { name: address?.href ?? '' }, line: node.line });
      }),
  },
  {
    id: 'launch-missing',
    severity: 'error',
    sources: ['scorm.md 33'],
    check: (facts) => missing(facts, ({ isLaunch }, other) => isLaunch && other === undefined),
  },
  {
    id: 'file-missing',
    severity: 'error',
    sources: ['scorm.md 33'],
    check: (facts) => {
      const hits = missing(facts, ({ isLaunch }, other) => !isLaunch && other === undefined);
      return hitFor(
        hits.map(({ values }) => String(values?.name)),
        hits[0]?.line,
      );
    },
  },
  { id: 'file-case', severity: 'error', sources: ['scorm.md 33'], check: (facts) => missing(facts, (_, other) => other !== undefined) },
  { id: 'file-unlisted', severity: 'warning', sources: ['scorm.md 3', 'scorm.md 33'], check: (facts) => hitFor(unlisted(facts)) },
  {
    id: 'dependency',
    severity: 'error',
    sources: ['scorm.md 33'],
    check: ({ manifest: { resources, byId } }) =>
      resources
        .flatMap(({ dependencies }) => dependencies)
        .filter(({ ref }) => !byId.has(ref))
        .map(({ ref, line }) => ({ values: { id: ref }, line })),
  },
  {
    id: 'metadata-missing',
    severity: 'warning',
    sources: ['scorm.md 39'],
    check: (facts) => hitsOf(metadataFiles(facts).filter(({ address }) => address.kind !== 'inside' || !nameOf(address, facts))),
  },
  {
    id: 'schemas-missing',
    severity: 'warning',
    sources: ['scorm.md 5', 'scorm.md 39'],
    check: (facts) => {
      const { names, node } = namedSchemas(facts);
      const isThere = (name: string): boolean => facts.zip.files.has(facts.base + name);
      if (names.length === 0) return [{ values: { n: 0, first: 'xsi:schemaLocation' }, items: [], line: node.line }];
      return hitFor(
        names.filter((name) => !isThere(name)),
        node.line,
      );
    },
  },
];
