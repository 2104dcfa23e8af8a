import type { ManifestInput, Sco } from '../../model/built.ts';
import { type Identifiers, identifiersOf } from './identifiers.ts';
import { writeXml, type XmlElement, xmlText } from './xml.ts';

/** Differences between the editions of SCORM. */
export interface Edition {
  readonly schemaVersion: string;
  /** Namespaces and schema locations of the root element. */
  readonly root: XmlElement;
  /** 1.2 has a lower-case t, 2004 an upper-case T; with the wrong one, an LMS tracks nothing. */
  readonly typeAttribute: '@adlcp:scormtype' | '@adlcp:scormType';
  readonly organizationAttributes: XmlElement;
  /** Elements after an organization's items. */
  readonly organizationEnd: XmlElement;
  /** Elements after an item's title. */
  readonly itemEnd: XmlElement;
}

/**
 * Makes the manifest of one package. The order of elements is that of the schemas. The first resource with an address is the first
 * SCO, because some LMSs launch only that one.
 */
export function contentPackage(input: ManifestInput, edition: Edition): string {
  const ids = identifiersOf(input);
  return writeXml({
    manifest: {
      '@identifier': ids.manifest,
      ...edition.root,
      metadata: { schema: 'ADL SCORM', schemaversion: edition.schemaVersion },
      organizations: { '@default': ids.organization, organization: organization(input, edition, ids) },
      resources: { resource: [...input.scos.map((sco) => scoResource(sco, input, edition, ids)), ...sharedResource(input, edition, ids)] },
    },
  });
}

function organization(input: ManifestInput, edition: Edition, ids: Identifiers): XmlElement {
  const items = input.scos.map((sco) => ({
    '@identifier': sco.id,
    '@identifierref': ids.resource(sco.id),
    '@isvisible': 'true',
    title: xmlText(sco.title),
    ...edition.itemEnd,
  }));
  return {
    '@identifier': ids.organization,
    ...edition.organizationAttributes,
    title: xmlText(input.title),
    item: items,
    ...edition.organizationEnd,
  };
}

function scoResource(sco: Sco, input: ManifestInput, edition: Edition, ids: Identifiers): XmlElement {
  const own = new Set(sco.files);
  if (!input.shared.includes(sco.href)) own.add(sco.href);
  return {
    '@identifier': ids.resource(sco.id),
    '@type': 'webcontent',
    [edition.typeAttribute]: 'sco',
    '@href': sco.href,
    ...files(own),
    ...(input.shared.length > 0 ? { dependency: { '@identifierref': ids.shared } } : {}),
  };
}

function sharedResource(input: ManifestInput, edition: Edition, ids: Identifiers): XmlElement[] {
  if (input.shared.length === 0) return [];
  return [{ '@identifier': ids.shared, '@type': 'webcontent', [edition.typeAttribute]: 'asset', ...files(input.shared) }];
}

function files(names: Iterable<string>): XmlElement {
  return { file: [...names].sort().map((name) => ({ '@href': name })) };
}
