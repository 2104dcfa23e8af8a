import { depot, type Files, rames } from '../bad-input/depot-project.ts';
import { buildSheets, type Paper, wordsOf } from './built-sheets.ts';

/** Text and markup of a paper of the tram depot. */
export async function paperOf(body: string, kind: Paper = 'cahier', files: Files = {}): Promise<{ html: string; words: string }> {
  const sheets = await buildSheets(depot({ ...rames(`# Le quai {#quai}\n\n${body}\n`), ...files }), {
    coursePackages: false,
    sheets: true,
  });
  const html = sheets.paper('depot/rames', kind);
  return {
    html,
    words: wordsOf(html)
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .replaceAll('’', "'"),
  };
}
