import type { Html } from '../../../src/model/course/activity.ts';
import { ASSET, END, pathIn, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT, withNotes } from '../../model/markers.ts';
import type { TextContext } from '../html/loss.ts';
import { lineOf, markdownOf } from '../html/to-markdown.ts';
import type { Lang, Remark } from '../model.ts';
import { pictureAddress } from './html.ts';

/** Language of the course, and the values of its variables. */
export interface ConverterInput {
  readonly lang: Lang;
  readonly variables: Readonly<Record<string, string>>;
}

/** Converts texts of an activity. */
export interface Converter {
  text(html: Html): string;
  line(html: Html): string;
  /** Plain text, with the values of variables. */
  plain(text: string): string;
}

const PICTURE = new RegExp(`${ASSET}[^${END}]*${END}`, 'g');
const VARIABLE = new RegExp(`[${VARIABLE_IN_HTML}${VARIABLE_IN_TEXT}${VARIABLE_IN_ADDRESS}]([^${END}]*)${END}`, 'g');

/** Makes the converter of an activity. `remark` reports what it changes. */
export function converterOf({ lang, variables }: ConverterInput, remark: (key: string, values: Remark['values']) => void): Converter {
  const filled = (text: string): string =>
    text.replace(VARIABLE, (_, name: string) => {
      const own = name.replace(/\?$/, '');
      remark('export.variable', { name: own });
      return variables[own] ?? '';
    });
  const context: TextContext = { lang, isQuestion: true, lose: () => undefined, picture: pictureAddress };
  const prepared = (html: Html): Html => withNotes(filled(html).replace(PICTURE, pathIn), (note) => ` (${note.html})`);
  return {
    text: (html) => markdownOf(prepared(html), context),
    line: (html) => lineOf(prepared(html), context),
    plain: filled,
  };
}
