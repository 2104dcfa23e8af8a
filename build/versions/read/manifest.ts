import type { Target } from '../../../src/model/course/course.ts';
import { attributeIn, childrenOf, parseXml, XmlError, type XmlNode } from '../../model/xml.ts';

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

const TARGETS: Readonly<Record<string, Manifest['target']>> = {
  '1.2': 'scorm12',
  '2004 3rd Edition': 'scorm2004-3',
  '2004 4th Edition': 'scorm2004-4',
};

/** Follows a path of child elements. */
function inside(node: XmlNode, ...path: readonly string[]): XmlNode[] {
  return path.reduce((nodes, local) => nodes.flatMap((one) => childrenOf(one, local)), [node]);
}

function parsed(text: string): XmlNode | undefined {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
}

/** Reads a manifest that Cartable made; undefined if the text is something else. */
export function readManifest(text: string): Manifest | undefined {
  const root = parsed(text);
  if (!root) return undefined;
  const target = TARGETS[inside(root, 'metadata', 'schemaversion')[0]?.text ?? ''];
  const resources = inside(root, 'resources', 'resource').map((one) => [attributeIn(one, 'identifier'), attributeIn(one, 'href')] as const);
  const hrefs = new Map(resources);
  const items = inside(root, 'organizations', 'organization', 'item').flatMap((one) => {
    const [identifier, page, title] = [
      attributeIn(one, 'identifier'),
      attributeIn(one, 'identifierref'),
      childrenOf(one, 'title')[0]?.text,
    ];
    if (identifier === undefined || page === undefined || title === undefined) return [];
    return [{ identifier, title, folder: (hrefs.get(page) ?? '').replace(/[^/]*$/, '') }];
  });
  return target && items.length > 0 ? { target, items } : undefined;
}
