import { markVariables, VARIABLE_IN_TEXT } from '../../model/markers.ts';
import type { Block, Directive } from '../../model/source.ts';
import { typography } from '../../text/typography.ts';
import type { ActivityType } from '../../types/activity-type.ts';
import type { ReadOptions } from './read-options.ts';

/** Longest plain question text: the limit of a description in SCORM 2004. */
const LONGEST_TITLE = 250;

interface Titled {
  readonly directive: Directive;
  readonly type: ActivityType;
  readonly options: ReadOptions;
  readonly body: readonly Block[];
}

/** Title of an activity in plain text: its first paragraph, else the author's title, else the name of its type. */
export function titleOf({ directive, type, options, body }: Titled, lang: 'fr' | 'en'): string {
  const first = body[0];
  const words =
    first?.kind === 'prose' && first.text !== '' ? first.text : (options.common.title ?? type.strings[lang].label ?? directive.name);
  const plain = typography(markVariables(words.replace(/\s+/g, ' '), VARIABLE_IN_TEXT), lang);
  return plain.length <= LONGEST_TITLE ? plain : `${plain.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…`;
}
