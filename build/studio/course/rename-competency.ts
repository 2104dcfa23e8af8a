import { literal } from '../text/literal.ts';
import { allDirectives, outlineOf } from '../text/outline.ts';
import { replaceIn, shownText } from '../text/raw-text.ts';
import { membersOf, textsIn } from './course-value.ts';
import { editFront } from './front-text.ts';
import { setValue } from './yaml-edit.ts';
import { yamlValue } from './yaml-text.ts';

/** Renames a competency in a session or bank. @returns null if its front matter can't be edited */
export function renameCompetency(raw: string, from: string, to: string): string | null {
  const text = shownText(raw);
  const word = new RegExp(`(?<![\\w-])${literal(from)}(?![\\w-])`, 'g');
  const attributes = allDirectives(outlineOf(text)).flatMap((one) => one.attributes.filter(({ key }) => key === 'competency'));
  const changes = attributes.flatMap((one) => {
    const written = text.slice(one.from, one.to);
    const insert = written.replace(word, to);
    return insert === written ? [] : [{ from: one.from, to: one.to, insert }];
  });
  const body = replaceIn(raw, changes);
  let isRefused = false;
  const whole = editFront(body, (front) => {
    const index = textsIn(membersOf(yamlValue(front)).competencies).indexOf(from);
    const edited = index < 0 ? front : setValue(front, ['competencies', index], to);
    isRefused = edited === null;
    return edited;
  });
  return isRefused ? null : (whole ?? body);
}
