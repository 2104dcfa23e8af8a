import { slugOf } from '../../../build/toolchain/site/slugs.ts';
import { activityTypes } from '../../../build/types/activities.ts';
import { type Language, types } from '../../helpers/examples-project.ts';
import { ending } from './sources.ts';

const COLUMNS = 4;
/** Rows of activities in sight before the rest is folded. */
const ROWS = 3;

const words = {
  fr: { page: 'docs/choisir-une-activite.md', rest: 'Toutes les autres activités, et les blocs', blocks: 'Les blocs' },
  en: { page: 'docs/choosing-an-activity.md', rest: 'All other activities, and the blocks', blocks: 'Blocks' },
} as const;

/** Returns a type's name as the guides and the accessibility statement give it. */
export function nameOf(type: string, lang: Language): string {
  const strings = activityTypes.get(type)?.strings[lang];
  return strings?.['print.name'] ?? strings?.label ?? type;
}

/** Returns the anchor of a type's section on the page on choosing. */
export function sectionAnchor(type: string, lang: Language): string {
  return slugOf(`${nameOf(type, lang)}${lang === 'fr' ? ' ' : ''}: ${type}`);
}

function cell(type: string, lang: Language): string {
  const name = nameOf(type, lang);
  const image = `<img src="docs/images/activities/${type}${ending(lang)}.webp" width="180" alt="">`;
  const link = `<a href="${words[lang].page}#${sectionAnchor(type, lang)}">${image}<br>${name}</a>`;
  return `<td align="center" valign="top" width="25%">${link}<br><code>${type}</code></td>`;
}

function rows(names: readonly string[], lang: Language): string[] {
  return names.flatMap((_, index) =>
    index % COLUMNS === 0
      ? [
          `<tr>\n${names
            .slice(index, index + COLUMNS)
            .map((type) => cell(type, lang))
            .join('\n')}\n</tr>`,
        ]
      : [],
  );
}

const table = (lines: readonly string[]): string => `<table>\n${lines.join('\n')}\n</table>`;

/** Makes README's table of all types, in the order of their names, with pictures: activities first, all but some rows of them folded. */
export function typeTable(lang: Language): string {
  const sorted = [...types].sort((a, b) => nameOf(a, lang).localeCompare(nameOf(b, lang), lang));
  const kind = (wanted: 'activity' | 'block'): string[] => sorted.filter((type) => activityTypes.get(type)?.kind === wanted);
  const activities = rows(kind('activity'), lang);
  const { rest, blocks } = words[lang];
  return `${table(activities.slice(0, ROWS))}

<details>
<summary>${rest}</summary>

${table(activities.slice(ROWS))}

**${blocks}**

${table(rows(kind('block'), lang))}

</details>
`;
}

const TABLE = /<table>\n<tr>\n<td [^>]*><a href="docs\/cho[\s\S]*?<\/details>\n/;
const COUNTS = /^(## )\d+( activit[a-zé]+ (?:et|and) )\d+(?= bloc)/m;

/** Writes the table of types and their numbers into README's text. */
export function withTypes(readme: string, lang: Language): string {
  const count = (wanted: 'activity' | 'block'): number => types.filter((type) => activityTypes.get(type)?.kind === wanted).length;
  return readme
    .replace(TABLE, () => typeTable(lang))
    .replace(COUNTS, (_, before: string, between: string) => before + count('activity') + between + count('block'));
}
