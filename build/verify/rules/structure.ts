import { ownValue } from '../../model/own-value.ts';
import { allIn, childrenOf, type XmlNode } from '../../model/xml.ts';
import { SPACES, VERSIONS } from '../manifest/manifest.ts';
import { hitFor, hitIf, type PackageFacts, type Rule } from './rule.ts';

/** Prefixes that Moodle compares letter by letter, by namespace. */
const PREFIXES: Readonly<Record<string, string>> = {
  [SPACES['1.2'].adlcp]: 'adlcp',
  [SPACES['2004'].adlcp]: 'adlcp',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav',
  'http://www.imsglobal.org/xsd/imsss': 'imsss',
};

function standardOf({ manifest }: PackageFacts): '1.2' | '2004' | undefined {
  const { space } = manifest.root;
  return (['1.2', '2004'] as const).find((standard) => SPACES[standard].cp === space);
}

function otherPrefixes(root: XmlNode): string[] {
  const found = allIn(root).flatMap((node) => [
    [node.name, node.space] as const,
    ...node.attributes.map((attribute) => [attribute.name, attribute.space] as const),
  ]);
  const wrong = found.filter(([name, space]) => Object.hasOwn(PREFIXES, space) && !name.startsWith(`${PREFIXES[space]}:`));
  return [...new Set(wrong.map(([name]) => name))];
}

/** Namespace and version as words, for messages. */
function versionHit({ manifest }: PackageFacts) {
  const version = manifest.version?.trim() ?? '';
  const [node] = childrenOf(childrenOf(manifest.root, 'metadata')[0], 'schemaversion');
  return { values: { version }, line: node?.line ?? manifest.root.line };
}

/** Rules about the manifest as a whole. */
export const structureRules: readonly Rule[] = [
  {
    id: 'manifest-folder',
    severity: 'error',
    sources: ['scorm.md 29'],
    check: ({ base }) => hitIf(base !== '', { values: { folder: base } }),
  },
  {
    id: 'manifest-encoding',
    severity: 'warning',
    sources: ['scorm.md 29'],
    check: ({ decoded: { encoding } }) =>
      hitIf(!/^utf-?8$|^us-ascii$/.test(encoding), { values: { encoding: encoding.toUpperCase() }, line: 1 }),
  },
  {
    id: 'manifest-mark',
    severity: 'warning',
    sources: ['scorm.md 29'],
    check: ({ decoded: { encoding, hasMark } }) => hitIf(hasMark && encoding === 'utf-8', { line: 1 }),
  },
  {
    id: 'namespace',
    severity: 'error',
    sources: ['scorm.md 30'],
    check: (facts) => hitIf(!standardOf(facts), { values: { space: facts.manifest.root.space || '–' }, line: facts.manifest.root.line }),
  },
  {
    id: 'prefix-own',
    severity: 'error',
    sources: ['moodle.md 27', 'scorm.md 30'],
    check: ({ manifest: { root } }) => hitIf(root.prefix !== '', { values: { name: root.name }, line: root.line }),
  },
  {
    id: 'prefix-other',
    severity: 'error',
    sources: ['moodle.md 27', 'scorm.md 30'],
    check: ({ manifest: { root } }) => hitFor(otherPrefixes(root)),
  },
  {
    id: 'version-absent',
    severity: 'warning',
    sources: ['scorm.md 30'],
    check: ({ manifest: { version, edition, root } }) => hitIf(version === undefined && edition === '1.2', { line: root.line }),
  },
  {
    id: 'version-unknown',
    severity: 'error',
    sources: ['moodle.md 27', 'scorm.md 30'],
    check: (facts) => {
      const { version, edition } = facts.manifest;
      const isUnknown = version === undefined ? edition !== '1.2' : !Object.hasOwn(VERSIONS, version.trim());
      return hitIf(isUnknown, versionHit(facts));
    },
  },
  {
    id: 'version-exact',
    severity: 'error',
    sources: ['moodle.md 27'],
    check: (facts) => {
      const { version = '' } = facts.manifest;
      return hitIf(version !== version.trim() && Object.hasOwn(VERSIONS, version.trim()), versionHit(facts));
    },
  },
  {
    id: 'version-namespace',
    severity: 'error',
    sources: ['scorm.md 30'],
    check: (facts) => {
      const [standard, edition] = [standardOf(facts), ownValue(VERSIONS, facts.manifest.version?.trim() ?? '')];
      return hitIf(standard !== undefined && edition !== undefined && !edition.startsWith(standard), versionHit(facts));
    },
  },
  {
    id: 'schema-name',
    severity: 'warning',
    sources: ['scorm.md 30'],
    check: ({ manifest: { root } }) => {
      const [schema] = childrenOf(childrenOf(root, 'metadata')[0], 'schema');
      return hitIf(schema !== undefined && schema.text.trim() !== 'ADL SCORM', {
        values: { name: schema?.text.trim() ?? '' },
        line: schema?.line ?? 1,
      });
    },
  },
  {
    id: 'submanifest',
    severity: 'warning',
    sources: ['scorm.md 31'],
    check: ({ manifest: { root } }) => childrenOf(root, 'manifest').map(({ line }) => ({ line })),
  },
];
