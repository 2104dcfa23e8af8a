import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import type { Target } from '../../../src/model/course/course.ts';

/** An item of a package: an LMS keeps attempts under its identifier (moodle.md 25). */
export interface Item {
  readonly identifier: string;
  readonly title: string;
  /** Folder of its page, with a slash; '' at the root. */
  readonly folder: string;
}

export interface Manifest {
  readonly target: Exclude<Target, 'web'>;
  readonly items: readonly Item[];
}

const manifest = z.object({
  manifest: z.object({
    metadata: z.object({ schemaversion: z.string() }),
    organizations: z.object({
      organization: z.array(
        z.object({
          item: z.array(z.object({ identifier: z.string(), identifierref: z.string(), title: z.string() })).default([]),
        }),
      ),
    }),
    resources: z.object({ resource: z.array(z.object({ identifier: z.string(), href: z.string().optional() })) }),
  }),
});

const LISTS = new Set(['organization', 'item', 'resource']);

const TARGETS: Readonly<Record<string, Manifest['target']>> = {
  '1.2': 'scorm12',
  '2004 3rd Edition': 'scorm2004-3',
  '2004 4th Edition': 'scorm2004-4',
};

/** Reads a manifest that Cartable made; undefined if the text is something else. */
export function readManifest(text: string): Manifest | undefined {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    isArray: (name) => LISTS.has(name),
  });
  try {
    const { metadata, organizations, resources } = manifest.parse(parser.parse(text)).manifest;
    const target = TARGETS[metadata.schemaversion];
    const hrefs = new Map(resources.resource.map(({ identifier, href = '' }) => [identifier, href]));
    const items = organizations.organization.flatMap(({ item }) =>
      item.map(({ identifier, identifierref, title }) => ({
        identifier,
        title,
        folder: (hrefs.get(identifierref) ?? '').replace(/[^/]*$/, ''),
      })),
    );
    return target && items.length > 0 ? { target, items } : undefined;
  } catch {
    return undefined;
  }
}
