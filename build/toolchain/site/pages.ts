import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export type SiteLanguage = 'fr' | 'en';

/** Groups of the navigation, in its order. */
export const GROUPS = ['begin', 'publish', 'follow', 'project'] as const;
export type GroupName = (typeof GROUPS)[number];

/** A page of the site that is made from a document. */
export interface SitePage {
  /** Path of the document in the repository, with slashes. */
  readonly source: string;
  /** Path of the page in the site, with slashes. */
  readonly path: string;
  readonly language: SiteLanguage;
  /** Its name in the navigation, and its heading if the document has none for this language. */
  readonly title: string;
  readonly group: GroupName;
  /** Part of a document that has two languages; French comes first. */
  readonly part: 'whole' | 'first' | 'second';
  /** Path of the same page in the other language. */
  readonly other: string | null;
}

/** A document: its path in the repository, the page's name without `.html`, the title. */
type Entry = readonly [source: string, name: string, title: string];

interface Row {
  readonly group: GroupName;
  readonly fr?: Entry;
  readonly en?: Entry;
}

/** Documents by the pages that they become. The same document twice has a part for each language. */
const ROWS: readonly Row[] = [
  {
    group: 'begin',
    fr: ['docs/premiere-seance.md', 'premiere-seance', 'Une première séance'],
    en: ['docs/first-session.md', 'first-session', 'A first session'],
  },
  {
    group: 'begin',
    fr: ['docs/choisir-une-activite.md', 'choisir-une-activite', 'Choisir une activité'],
    en: ['docs/choosing-an-activity.md', 'choosing-an-activity', 'Choosing an activity'],
  },
  {
    group: 'begin',
    fr: ['docs/ecrire-une-seance.md', 'ecrire-une-seance', 'Écrire une séance'],
    en: ['docs/writing-a-session.md', 'writing-a-session', 'Writing a session'],
  },
  { group: 'begin', fr: ['README.md', 'tout-cartable', 'Tout Cartable en une page'], en: ['README.en.md', 'overview', 'All of Cartable'] },
  {
    group: 'begin',
    fr: ['docs/editor.md', 'editeur', 'Un éditeur qui aide'],
    en: ['docs/editor.md', 'editor', 'An editor that helps'],
  },
  {
    group: 'publish',
    fr: ['docs/importer.md', 'importer', 'Importer et exporter'],
    en: ['docs/importing.md', 'importing', 'Importing and exporting'],
  },
  {
    group: 'publish',
    fr: ['docs/publier.md', 'publier', 'Travailler à plusieurs'],
    en: ['docs/publishing.md', 'publishing', 'Working together'],
  },
  {
    group: 'publish',
    fr: ['docs/versions.md', 'versions', 'Les versions d’un cours'],
    en: ['docs/versions.md', 'versions', 'Versions of a course'],
  },
  {
    group: 'publish',
    fr: ['docs/verifier.md', 'verifier', 'Vérifier un paquet'],
    en: ['docs/verifier.md', 'checking-a-package', 'Checking a package'],
  },
  {
    group: 'publish',
    fr: ['docs/chamilo-claroline.md', 'chamilo-claroline', 'Chamilo et Claroline'],
    en: ['docs/chamilo-claroline.md', 'chamilo-claroline', 'Chamilo and Claroline'],
  },
  { group: 'publish', en: ['docs/other-lms.md', 'other-lms', 'ILIAS, OpenOlat, Open edX'] },
  { group: 'follow', fr: ['docs/bilan.md', 'bilan', 'Le bilan d’un groupe'], en: ['docs/bilan.md', 'report', 'The report on a group'] },
  { group: 'follow', fr: ['docs/partenariats-reseaux.md', 'partenariats-reseaux', 'Un cours entier, lu de près'] },
  {
    group: 'follow',
    fr: ['docs/upgrade-0.2.md', 'passer-a-0.2', 'Passer de 0.1 à 0.2'],
    en: ['docs/upgrade-0.2.md', 'upgrade-0.2', 'From 0.1 to 0.2'],
  },
  { group: 'project', en: ['CHANGELOG.md', 'changelog', 'Changelog'] },
  { group: 'project', en: ['CONTRIBUTING.md', 'contributing', 'Contributing'] },
  { group: 'project', en: ['CODE_OF_CONDUCT.md', 'code-of-conduct', 'Code of conduct'] },
  { group: 'project', en: ['SECURITY.md', 'security', 'Security'] },
  { group: 'project', en: ['docs/architecture.md', 'architecture', 'Architecture'] },
  { group: 'project', en: ['docs/types.md', 'types', 'Activity types'] },
  { group: 'project', en: ['docs/runtime.md', 'runtime', 'The runtime'] },
  { group: 'project', en: ['docs/lock.md', 'lock', 'The lock'] },
  { group: 'project', en: ['docs/hooks.md', 'hooks', 'Hooks'] },
  { group: 'project', en: ['docs/design/README.md', 'design', 'The look of a session'] },
  { group: 'project', en: ['docs/numbers.md', 'numbers', 'Measured numbers'] },
  { group: 'project', en: ['docs/moodle.md', 'moodle', 'What Moodle does'] },
  { group: 'project', en: ['docs/scorm.md', 'scorm', 'What our packages say'] },
  { group: 'project', en: ['docs/decisions/README.md', 'decisions', 'Decisions'] },
];

const DECISIONS = 'docs/decisions';

/** Folder of a language's pages in the site: French has the root. */
export const folderOf = (language: SiteLanguage): string => (language === 'fr' ? '' : 'en/');

/** Path of the gallery in a language. */
export const galleryOf = (language: SiteLanguage): string => `${language === 'fr' ? 'galerie' : 'gallery'}/index.html`;

const pathOf = (language: SiteLanguage, [, name]: Entry): string => `${folderOf(language)}${name}.html`;

function pagesOf({ group, fr, en }: Row): SitePage[] {
  const both = fr !== undefined && en !== undefined;
  const split = both && fr[0] === en[0];
  const page = (language: SiteLanguage, entry: Entry, other: string | null): SitePage => ({
    source: entry[0],
    path: pathOf(language, entry),
    language,
    title: entry[2],
    group,
    part: split ? (language === 'fr' ? 'first' : 'second') : 'whole',
    other,
  });
  return [...(fr ? [page('fr', fr, both ? pathOf('en', en) : null)] : []), ...(en ? [page('en', en, both ? pathOf('fr', fr) : null)] : [])];
}

/** Decisions have pages, but no place in the navigation: their index leads to them. */
function decisionRows(root: string): Row[] {
  const names = readdirSync(join(root, DECISIONS)).filter((name) => /^\d.*\.md$/.test(name));
  return names.sort().map((name) => {
    const entry: Entry = [`${DECISIONS}/${name}`, `decisions/${name.replace('.md', '')}`, `Decision ${Number(name.slice(0, 4))}`];
    return { group: 'project', en: entry };
  });
}

/** Lists the pages in the order of the navigation, of documents that the repository has. */
export function sitePages(root: string): SitePage[] {
  return [...ROWS, ...decisionRows(root)].flatMap(pagesOf).filter(({ source }) => existsSync(join(root, source)));
}

/** Tests whether a page is listed in the navigation. */
export const isListed = ({ source }: SitePage): boolean => !source.startsWith(`${DECISIONS}/0`);
