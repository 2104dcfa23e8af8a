import { allIn, childrenOf, type XmlNode } from '../../model/xml.ts';
import { flatItems, type Item, type Manifest } from '../manifest/manifest.ts';
import { type Hit, hitFor, hitIf, type Rule } from './rule.ts';

/** Longest title that Moodle's database takes, and that the standards allow, in characters. */
const TITLE = { moodle: 255, standard: 200 } as const;

/** A name as XML's type ID requires. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u;

function allItems({ organizations }: Manifest): Item[] {
  return organizations.flatMap(({ items }) => flatItems(items));
}

/** Organizations and items. */
function titled(manifest: Manifest): readonly { readonly title: string; readonly node: XmlNode }[] {
  return [...manifest.organizations, ...allItems(manifest)];
}

function titleLine(node: XmlNode): number {
  return childrenOf(node, 'title')[0]?.line ?? node.line;
}

function titleHits(manifest: Manifest, isWrong: (length: number) => boolean): Hit[] {
  return titled(manifest)
    .filter(({ title }) => isWrong([...title.trim()].length))
    .map(({ title, node }) => ({ values: { title: title.trim().slice(0, 60), n: [...title.trim()].length }, line: titleLine(node) }));
}

/** Identifiers with their lines. Those of sequencing share the space of the others. */
function identifiers({ root }: Manifest): { readonly id: string; readonly line: number }[] {
  return allIn(root).flatMap(({ attributes, line, space }) =>
    attributes
      .filter(({ name }) => name === 'identifier' || (name === 'ID' && /imsss$/.test(space)))
      .map(({ value }) => ({ id: value, line })),
  );
}

function identifiersThat(isWrong: (id: string) => boolean): Rule['check'] {
  return ({ manifest }) => {
    const wrong = identifiers(manifest).filter(({ id }) => isWrong(id));
    return hitFor(
      wrong.map(({ id }) => id),
      wrong[0]?.line,
    );
  };
}

function doubles(manifest: Manifest): Hit[] {
  const lines = new Map<string, number>();
  return identifiers(manifest).flatMap(({ id, line }) => {
    const first = lines.get(id);
    if (first === undefined) lines.set(id, line);
    return first === undefined ? [] : [{ values: { id, first }, line }];
  });
}

function perItem(isWrong: (item: Item, manifest: Manifest) => boolean): Rule['check'] {
  return ({ manifest }) =>
    allItems(manifest)
      .filter((item) => isWrong(item, manifest))
      .map((item) => ({ values: { title: item.title.trim() || (item.id ?? '–'), ref: item.ref ?? '' }, line: item.node.line }));
}

const organizationRules: readonly Rule[] = [
  {
    id: 'organization-none',
    severity: 'error',
    sources: ['scorm.md 31'],
    check: ({ manifest: { organizations, root } }) => hitIf(organizations.length === 0, { line: root.line }),
  },
  {
    id: 'organization-several',
    severity: 'warning',
    sources: ['scorm.md 31'],
    check: ({ manifest: { organizations } }) =>
      hitIf(organizations.length > 1, { values: { n: organizations.length }, line: organizations[1]?.node.line ?? 1 }),
  },
  {
    id: 'default-absent',
    severity: 'warning',
    sources: ['scorm.md 31'],
    check: ({ manifest }) => hitIf(manifest.default === undefined && manifest.organizations.length > 0, { line: manifest.root.line }),
  },
  {
    id: 'default-unknown',
    severity: 'error',
    sources: ['scorm.md 31'],
    check: ({ manifest: { default: name, organizations } }) =>
      hitIf(name !== undefined && organizations.length > 0 && organizations.every(({ id }) => id !== name), { values: { id: name ?? '' } }),
  },
  {
    id: 'item-none',
    severity: 'error',
    sources: ['scorm.md 31'],
    check: ({ manifest: { organizations } }) =>
      organizations.filter(({ items }) => items.length === 0).map(({ node }) => ({ line: node.line })),
  },
];

/** Rules about organizations, items, titles and identifiers. */
export const itemRules: readonly Rule[] = [
  ...organizationRules,
  {
    id: 'title-absent',
    severity: 'error',
    sources: ['scorm.md 31'],
    check: ({ manifest }) => titleHits(manifest, (length) => length === 0),
  },
  {
    id: 'title-moodle',
    severity: 'error',
    sources: ['moodle.md 26'],
    check: ({ manifest }) => titleHits(manifest, (length) => length > TITLE.moodle),
  },
  {
    id: 'title-long',
    severity: 'warning',
    sources: ['scorm.md 36'],
    check: ({ manifest }) => titleHits(manifest, (length) => length > TITLE.standard && length <= TITLE.moodle),
  },
  {
    id: 'title-written',
    severity: 'warning',
    sources: ['moodle.md 26'],
    check: ({ manifest }) =>
      titled(manifest).flatMap(({ node, title }) => {
        const written = childrenOf(node, 'title')[0]?.written.trim() ?? '';
        return hitIf(/&#|<!\[CDATA\[|\n/.test(written), { values: { title: title.trim().slice(0, 60) }, line: titleLine(node) });
      }),
  },
  { id: 'item-id', severity: 'error', sources: ['moodle.md 25'], check: perItem(({ id }) => !id) },
  {
    id: 'item-resource',
    severity: 'error',
    sources: ['scorm.md 31'],
    check: perItem(({ ref }, { byId }) => ref !== undefined && !byId.has(ref)),
  },
  {
    id: 'item-leaf',
    severity: 'error',
    sources: ['scorm.md 31'],
    check: perItem(({ ref, children }) => ref === undefined && children.length === 0),
  },
  {
    id: 'item-cluster',
    severity: 'warning',
    sources: ['scorm.md 31'],
    check: perItem(({ ref, children }) => ref !== undefined && children.length > 0),
  },
  {
    id: 'id-form',
    severity: 'error',
    sources: ['scorm.md 32'],
    check: identifiersThat((id) => !NAME.test(id)),
  },
  {
    id: 'id-letters',
    severity: 'warning',
    sources: ['scorm.md 32'],
    check: identifiersThat((id) => NAME.test(id) && /[^\x20-\x7e]/.test(id)),
  },
  { id: 'id-twice', severity: 'error', sources: ['scorm.md 32', 'moodle.md 27'], check: ({ manifest }) => doubles(manifest) },
];
