import type { ManifestInput } from '../../model/built.ts';

/** Identifiers of one manifest: valid as `xs:ID`, and unique. */
export interface Identifiers {
  readonly manifest: string;
  readonly organization: string;
  /** The resource of the files that all SCOs use. */
  readonly shared: string;
  /** The resource of a SCO. */
  readonly resource: (sco: string) => string;
}

const NAME = /^[A-Za-z_][A-Za-z0-9._-]*$/;

/**
 * Makes the identifiers. An item's is exactly its module's id, because an LMS finds a learner's attempts by it. The others get a
 * suffix if they collide: `xs:ID` is unique over the whole manifest.
 * @throws if a module's id can't be an `xs:ID`: renaming it would delete records
 */
export function identifiersOf(input: ManifestInput): Identifiers {
  const taken = new Set<string>();
  for (const { id } of input.scos) {
    if (!NAME.test(id) || taken.has(id)) throw new Error(`"${id}" can't be the identifier of an item.`);
    taken.add(id);
  }
  const free = (wanted: string): string => {
    let name = wanted;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return name;
  };
  const id = input.id.replace(/[^A-Za-z0-9._-]+/g, '-');
  const resources = new Map(input.scos.map((sco) => [sco.id, free(`res-${sco.id}`)]));
  return {
    manifest: free(`course-${id}`),
    organization: free(`org-${id}`),
    shared: free('res-shared'),
    resource: (sco) => resources.get(sco) ?? '',
  };
}
