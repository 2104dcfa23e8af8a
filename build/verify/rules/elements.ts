import { allIn, attributeIn, childrenOf, type XmlNode } from '../../model/xml.ts';
import { flatItems, is2004, launchesOf, type Manifest, shownOrganization } from '../manifest/manifest.ts';
import { type Hit, hitIf, type PackageFacts, type Rule } from './rule.ts';

/** Actions of an LMS when the time is over. */
const ACTIONS: readonly string[] = ['exit,message', 'exit,no message', 'continue,message', 'continue,no message'];

/** Elements that only one standard has, as they are spelled there. */
const ONLY = {
  '1.2': ['prerequisites', 'maxtimeallowed', 'timelimitaction', 'datafromlms', 'masteryscore'],
  '2004': ['timeLimitAction', 'dataFromLMS', 'completionThreshold', 'sequencing', 'sequencingCollection', 'presentation'],
} as const;

/** Most characters of the data that an LMS gives a SCO at launch. */
const LAUNCH_DATA = { '1.2': 255, '2004': 4000 } as const;

function standardOf(manifest: Manifest): '1.2' | '2004' {
  return is2004(manifest) ? '2004' : '1.2';
}

/** Elements with one of these names, outside of metadata. */
function elements({ root }: Manifest, names: readonly string[]): XmlNode[] {
  return allIn(root).filter(({ local, space }) => names.includes(local) && /adl|imsss|^$/.test(space));
}

/** Makes a rule over the elements of a name. */
function each(names: readonly string[], toHit: (node: XmlNode, manifest: Manifest) => Hit | null): Rule['check'] {
  return ({ manifest }) => elements(manifest, names).flatMap((node) => toHit(node, manifest) ?? []);
}

function hitOf({ text, line }: XmlNode): Hit {
  return { values: { text: text.trim() }, line };
}

/** Restricts a hit to SCORM 1.2: in 2004 the element itself is the mistake. */
function in12(toHit: (node: XmlNode) => Hit | null) {
  return (node: XmlNode, manifest: Manifest): Hit | null => (is2004(manifest) ? null : toHit(node));
}

function isPercent(text: string): boolean {
  return /^\d{1,3}(?:\.\d+)?$/.test(text) && Number(text) <= 100;
}

const rules12: readonly Rule[] = [
  {
    id: 'mastery',
    severity: 'warning',
    sources: ['moodle.md 5'],
    check: each(
      ['masteryscore'],
      in12((node) => (isPercent(node.text.trim()) ? hitOf(node) : null)),
    ),
  },
  {
    id: 'mastery-value',
    severity: 'error',
    sources: ['scorm.md 37'],
    check: each(
      ['masteryscore'],
      in12((node) => (isPercent(node.text.trim()) ? null : hitOf(node))),
    ),
  },
  {
    id: 'max-time',
    severity: 'error',
    sources: ['scorm.md 37'],
    check: each(
      ['maxtimeallowed'],
      in12((node) => (/^\d{2,4}:\d\d:\d\d(?:\.\d{1,2})?$/.test(node.text.trim()) ? null : hitOf(node))),
    ),
  },
  { id: 'prerequisites', severity: 'warning', sources: ['scorm.md 37'], check: each(['prerequisites'], in12(hitOf)) },
];

/** True if an element of sequencing has an attribute with this value, in the item or in what it refers to. */
function hasValue(node: XmlNode | undefined, manifest: Manifest, element: string, attribute: string, value: string): boolean {
  const [own] = childrenOf(node, 'sequencing');
  const shared = childrenOf(childrenOf(manifest.root, 'sequencingCollection')[0], 'sequencing').find(
    (one) => attributeIn(one, 'ID') !== undefined && attributeIn(one, 'ID') === attributeIn(own, 'IDRef'),
  );
  return [own, shared].some((one) => childrenOf(one, element).some((inner) => attributeIn(inner, attribute)?.trim() === value));
}

function byContentHits({ manifest }: PackageFacts): Hit[] {
  if (!is2004(manifest)) return [];
  const without = launchesOf(manifest).filter(
    ({ item: { node }, resource: { kind } }) =>
      kind === 'sco' &&
      !['completionSetByContent', 'objectiveSetByContent'].every((name) => hasValue(node, manifest, 'deliveryControls', name, 'true')),
  );
  const [first] = without;
  return first ? [{ values: { n: without.length, title: first.item.title.trim() }, line: first.item.node.line }] : [];
}

/** True if the element is as its edition wants it: text in the third, attributes in the fourth. */
function isThreshold({ text, attributes }: XmlNode, { edition }: Manifest): boolean {
  if (edition === '2004-4') return text.trim() === '';
  return attributes.length === 0 && /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/.test(text.trim());
}

const rules2004: readonly Rule[] = [
  {
    id: 'flow',
    severity: 'warning',
    sources: ['scorm.md 4', 'scorm.md 38'],
    check: ({ manifest }) => {
      const shown = shownOrganization(manifest);
      const isOff = is2004(manifest) && launchesOf(manifest).length > 1 && !hasValue(shown?.node, manifest, 'controlMode', 'flow', 'true');
      return hitIf(isOff, { line: shown?.node.line ?? 1 });
    },
  },
  { id: 'by-content', severity: 'warning', sources: ['scorm.md 4'], check: byContentHits },
  {
    id: 'global-objectives',
    severity: 'note',
    sources: ['scorm.md 4'],
    check: ({ manifest }) => {
      const node = shownOrganization(manifest)?.node;
      const shares = elements(manifest, ['mapInfo']).length > 0 && attributeIn(node, 'objectivesGlobalToSystem') !== 'false';
      return hitIf(is2004(manifest) && shares, { line: node?.line ?? 1 });
    },
  },
  {
    id: 'threshold',
    severity: 'warning',
    sources: ['moodle.md 6'],
    check: each(['completionThreshold'], (node, manifest) => (is2004(manifest) && isThreshold(node, manifest) ? hitOf(node) : null)),
  },
  {
    id: 'threshold-form',
    severity: 'error',
    sources: ['scorm.md 38'],
    check: each(['completionThreshold'], (node, manifest) => (is2004(manifest) && !isThreshold(node, manifest) ? hitOf(node) : null)),
  },
  {
    id: 'by-measure',
    severity: 'warning',
    sources: ['moodle.md 6', 'scorm.md 23'],
    check: each(['primaryObjective'], (node) => (attributeIn(node, 'satisfiedByMeasure') === 'true' ? hitOf(node) : null)),
  },
  {
    id: 'sequencing-ref',
    severity: 'error',
    sources: ['scorm.md 38'],
    check: ({ manifest }) => {
      const ids = elements(manifest, ['sequencing']).flatMap((node) => attributeIn(node, 'ID') ?? []);
      return elements(manifest, ['sequencing']).flatMap((node) => {
        const ref = attributeIn(node, 'IDRef');
        return hitIf(ref !== undefined && !ids.includes(ref), { values: { id: ref ?? '' }, line: node.line });
      });
    },
  },
  {
    id: 'sequencing-rules',
    severity: 'note',
    sources: ['scorm.md 38'],
    check: ({ manifest }) => elements(manifest, ['sequencingRules']).slice(0, 1).map(hitOf),
  },
  {
    id: 'edition-2',
    severity: 'note',
    sources: ['scorm.md 36'],
    check: ({ manifest }) => hitIf(manifest.edition === '2004-2'),
  },
];

const rulesBoth: readonly Rule[] = [
  {
    id: 'element-other',
    severity: 'error',
    sources: ['scorm.md 37', 'scorm.md 38'],
    check: ({ manifest }) => {
      const other = standardOf(manifest) === '1.2' ? '2004' : '1.2';
      return elements(manifest, ONLY[other]).map(({ name, line }) => ({ values: { name, version: other }, line }));
    },
  },
  {
    id: 'time-action',
    severity: 'error',
    sources: ['scorm.md 37'],
    check: each(['timelimitaction', 'timeLimitAction'], (node) => (ACTIONS.includes(node.text.trim()) ? null : hitOf(node))),
  },
  {
    id: 'launch-data',
    severity: 'error',
    sources: ['scorm.md 36'],
    check: each(['datafromlms', 'dataFromLMS'], ({ text, line }, manifest) => {
      const most = LAUNCH_DATA[standardOf(manifest)];
      return text.length > most ? { values: { n: text.length, most }, line } : null;
    }),
  },
];

/** Number of items that learners can launch. */
function launches(manifest: Manifest): number {
  return new Set(launchesOf(manifest).map(({ item }) => item)).size;
}

const lmsRules: readonly Rule[] = [
  {
    id: 'several-2004',
    severity: 'warning',
    sources: ['moodle.md 1'],
    check: ({ manifest }) => hitIf(is2004(manifest) && launches(manifest) > 1, { values: { n: launches(manifest) } }),
  },
  {
    id: 'several-12',
    severity: 'warning',
    sources: ['moodle.md 34', 'other-lms.md 7', 'other-lms.md 10'],
    check: ({ manifest }) => hitIf(!is2004(manifest) && launches(manifest) > 1, { values: { n: launches(manifest) } }),
  },
  {
    id: 'standard-2004',
    severity: 'note',
    sources: ['moodle.md 1', 'chamilo-claroline.md 1'],
    check: ({ manifest }) => hitIf(is2004(manifest)),
  },
  {
    id: 'first-resource',
    severity: 'note',
    sources: ['scorm.md 3'],
    check: ({ manifest }) => {
      const first = manifest.resources.find(({ address }) => address);
      const shown = flatItems(shownOrganization(manifest)?.items ?? []).find(({ ref }) => ref !== undefined);
      return hitIf(first !== undefined && shown !== undefined && manifest.byId.has(shown.ref ?? '') && first.id !== shown.ref, {
        line: first?.node.line ?? 1,
      });
    },
  },
];

/** Rules about what the two standards add to a manifest, and about what LMSs do with it. */
export const elementRules: readonly Rule[] = [...rules12, ...rules2004, ...rulesBoth, ...lmsRules];
