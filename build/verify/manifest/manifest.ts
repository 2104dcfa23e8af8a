import { ownValue } from '../../model/own-value.ts';
import { attributeIn, childrenOf, type XmlNode } from '../../model/xml.ts';
import { type Address, resolveAddress } from './resolve.ts';

/** Editions that we know the rules of. */
export type Edition = '1.2' | '2004-2' | '2004-3' | '2004-4';

/** Values of `schemaversion`, by edition. */
export const VERSIONS: Readonly<Record<string, Edition>> = {
  '1.2': '1.2',
  '1.3': '2004-2',
  'CAM 1.3': '2004-2',
  '2004 3rd Edition': '2004-3',
  '2004 4th Edition': '2004-4',
};

/** Namespaces of the manifest's own elements, by standard. */
export const SPACES = {
  '1.2': { cp: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2' },
  '2004': { cp: 'http://www.imsglobal.org/xsd/imscp_v1p1', adlcp: 'http://www.adlnet.org/xsd/adlcp_v1p3' },
} as const;

/** An item of an organization. */
export interface Item {
  readonly node: XmlNode;
  readonly id: string | undefined;
  readonly ref: string | undefined;
  readonly parameters: string;
  readonly title: string;
  readonly children: readonly Item[];
}

export interface Organization {
  readonly node: XmlNode;
  readonly id: string | undefined;
  readonly title: string;
  readonly items: readonly Item[];
}

/** A file that a resource lists. */
export interface ListedFile {
  readonly address: Address;
  readonly line: number;
}

export interface Resource {
  readonly node: XmlNode;
  readonly id: string | undefined;
  /** `sco` or `asset`, however the attribute is spelled; undefined without it. */
  readonly kind: string | undefined;
  readonly address: Address | undefined;
  readonly files: readonly ListedFile[];
  readonly dependencies: readonly { readonly ref: string; readonly line: number }[];
}

/** A manifest, as far as it can be read. Prefixes are ignored here; a rule checks them. */
export interface Manifest {
  readonly root: XmlNode;
  /** `schemaversion` as written; undefined without it. */
  readonly version: string | undefined;
  /** By namespace, so that a wrong `schemaversion` is one mistake; which edition of 2004, and without known namespace, by `schemaversion`. */
  readonly edition: Edition;
  readonly default: string | undefined;
  readonly organizations: readonly Organization[];
  readonly resources: readonly Resource[];
  /** Resources by identifier; of two with the same one, the first. */
  readonly byId: ReadonlyMap<string, Resource>;
}

function itemOf(node: XmlNode): Item {
  return {
    node,
    id: attributeIn(node, 'identifier'),
    ref: attributeIn(node, 'identifierref'),
    parameters: attributeIn(node, 'parameters') ?? '',
    title: childrenOf(node, 'title')[0]?.text ?? '',
    children: childrenOf(node, 'item').map(itemOf),
  };
}

function organizationOf(node: XmlNode): Organization {
  return {
    node,
    id: attributeIn(node, 'identifier'),
    title: childrenOf(node, 'title')[0]?.text ?? '',
    items: childrenOf(node, 'item').map(itemOf),
  };
}

function resourceOf(node: XmlNode, outer: readonly string[]): Resource {
  const own = attributeIn(node, 'base');
  const bases = own === undefined ? outer : [...outer, own];
  const href = attributeIn(node, 'href');
  const kind = node.attributes.find(({ local }) => local.toLowerCase() === 'scormtype')?.value;
  return {
    node,
    id: attributeIn(node, 'identifier'),
    kind: kind?.trim().toLowerCase(),
    address: href === undefined ? undefined : resolveAddress(href, bases),
    files: childrenOf(node, 'file').map((file) => ({
      address: resolveAddress(attributeIn(file, 'href') ?? '', bases),
      line: file.line,
    })),
    dependencies: childrenOf(node, 'dependency').map((one) => ({ ref: attributeIn(one, 'identifierref') ?? '', line: one.line })),
  };
}

function editionOf(root: XmlNode, version: string | undefined): Edition {
  const known = ownValue(VERSIONS, version?.trim() ?? '');
  const spaces = [root.space, ...root.attributes.map(({ value }) => value)];
  const isOf = (standard: '1.2' | '2004'): boolean => spaces.some((space) => Object.values<string>(SPACES[standard]).includes(space));
  if (isOf('2004')) return known && known !== '1.2' ? known : '2004-3';
  return isOf('1.2') ? '1.2' : (known ?? '1.2');
}

/** Reads a manifest's tree. */
export function readManifest(root: XmlNode): Manifest {
  const [metadata] = childrenOf(root, 'metadata');
  const [organizations] = childrenOf(root, 'organizations');
  const [resources] = childrenOf(root, 'resources');
  const version = childrenOf(metadata, 'schemaversion')[0]?.text;
  const bases = [root, resources].flatMap((node) => attributeIn(node, 'base') ?? []);
  const all = childrenOf(resources, 'resource').map((node) => resourceOf(node, bases));
  return {
    root,
    version,
    edition: editionOf(root, version),
    default: attributeIn(organizations, 'default'),
    organizations: childrenOf(organizations, 'organization').map(organizationOf),
    resources: all,
    byId: new Map(all.flatMap((resource) => (resource.id === undefined ? [] : [[resource.id, resource] as const])).reverse()),
  };
}

/** Lists items and everything below them, in order. */
export function flatItems(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...flatItems(item.children)]);
}

/** True for SCORM 2004, any edition. */
export function is2004({ edition }: Manifest): boolean {
  return edition !== '1.2';
}

/** Returns the organization that an LMS shows. */
export function shownOrganization({ organizations, default: name }: Manifest): Organization | undefined {
  return organizations.find(({ id }) => id !== undefined && id === name) ?? organizations[0];
}

/** Something to launch: an item and its resource. */
export interface Launch {
  readonly item: Item;
  readonly resource: Resource;
}

/** Lists what learners can launch, in order. */
export function launchesOf(manifest: Manifest): Launch[] {
  return flatItems(shownOrganization(manifest)?.items ?? []).flatMap((item) => {
    const resource = item.ref === undefined ? undefined : manifest.byId.get(item.ref);
    return resource ? [{ item, resource }] : [];
  });
}
