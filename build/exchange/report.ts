import type { Imported } from './import.ts';
import { formatterIn } from './messages.ts';
import type { Lang, Message, Remark } from './model.ts';

/** Order of the sections. */
const LEVELS: readonly Remark['level'][] = ['refused', 'review', 'lost', 'note'];

/** Quotes a text of the imported file, so that nothing of it is read as Markdown. */
function quoted(text: string): string {
  const fence = '`'.repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `\n\n  ${fence}text\n${text.replace(/^/gm, '  ')}\n  ${fence}`;
}

/** Formats the report of an import in words, as Markdown. */
export function reportText(imported: Imported, lang: Lang): string {
  const format = formatterIn(lang);
  const word = (key: string, values: Message['values'] = {}): string => format({ key: `report.${key}`, values });
  const { name, place, files, found, made, remarks } = imported;
  const counts = { n: found, made, refused: found - made };
  const item = (remark: Imported['remarks'][number]): string => {
    const id = remark.id === undefined ? '' : ` (\`${remark.id}\`)`;
    const text = remark.text === undefined || remark.text === '' ? '' : quoted(remark.text);
    const at = remark.line === 0 ? '' : `**${word(place, { line: remark.line })}**${id}${lang === 'fr' ? '\u00a0' : ''}: `;
    return `- ${at}${format(remark)}${text}`;
  };
  const sections = LEVELS.flatMap((level) => {
    const own = remarks.filter((remark) => remark.level === level).sort((one, other) => one.line - other.line);
    if (own.length === 0) return [];
    const about = level === 'refused' || level === 'review' ? `${word(`${level}.about`)}\n\n` : '';
    return [`## ${word(level)}\n\n${about}${own.map(item).join('\n')}`];
  });
  return `${[
    `# ${word('title', { file: name })}`,
    word(found === 0 ? 'none' : counts.refused === 0 ? 'all' : 'count', counts),
    ...(sections.length === 0 ? [word('nothing')] : []),
    `## ${word('files')}\n\n${files.map(({ path }) => `- \`${path}\``).join('\n')}`,
    ...sections,
    word('keep'),
  ].join('\n\n')}\n`;
}

/** Returns the report of an import as data. */
export function reportData({ name, kind, files, session, found, made, remarks }: Imported, lang: Lang) {
  const format = formatterIn(lang);
  return {
    file: name,
    kind,
    found,
    made,
    refused: found - made,
    ...(session !== undefined && { session }),
    files: files.map(({ path }) => path),
    remarks: remarks.map((remark) => ({ ...remark, message: format(remark) })),
  };
}
