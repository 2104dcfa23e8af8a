import type { Activity } from '../../model/course/activity.ts';
import type { Verdict } from '../../model/judging/verdict.ts';
import type { Standing } from '../../visit/tracker.ts';
import { t } from '../widgets/strings.ts';
import type { Strings } from './mount.ts';

/** Returns true if parts have weights: their number says nothing then. */
function isWeighed({ options }: Activity): boolean {
  const { choices } = options as { readonly choices?: readonly { readonly weight?: number }[] };
  return !!choices?.some(({ weight }) => weight !== undefined);
}

/** Returns the type's own sentence, or « Right. », « Partly right: 2 of 3. ». No count if the ratio doesn't count parts. */
function sentenceOf({ outcome, parts, ratio, final }: Verdict, activity: Activity, strings: Strings): string {
  const own = strings[`verdict.${outcome}`];
  if (own) return own;
  const judged = Object.values(parts);
  const right = judged.filter((part) => part === 'right').length;
  const total = final || judged.includes('wrong') ? judged.length : Math.round(right / ratio);
  const counts = outcome === 'partly' && right > 0 && Math.abs(right - total * ratio) < 0.01 && !isWeighed(activity);
  return counts ? t('verdict.partly.count', { right, total }) : t(`verdict.${outcome}`);
}

/** Returns what the learner may do after a verdict that is not all right. In a quiz, only the tries of the quiz count. */
function triesText({ outcome, final }: Verdict, { locked, left }: Standing, { attempts, quiz }: Activity): string {
  if (outcome === 'done' || (locked && !final)) return '';
  if (final) return quiz ? '' : t('tries.none');
  return attempts > 0 && !quiz ? t('tries.left', { n: left }) : t('tries.again');
}

/** Returns a friendly word for a right answer. None in a quiz, which has a result, nor after the type's own sentence. */
function praise({ tries }: Standing, { quiz }: Activity, strings: Strings): string {
  if (quiz || strings['verdict.right']) return '';
  return t(tries > 1 ? 'praise.again' : 'praise.first');
}

/**
 * Returns the sentence of a verdict, and the text after it on the same line.
 * @param verdict null if it is withheld
 */
export function verdictText(
  verdict: Verdict | null,
  standing: Standing,
  activity: Activity,
  strings: Strings,
): [text: string, more: string] {
  if (!verdict) return [t('verdict.done'), ''];
  const more = verdict.outcome === 'right' ? praise(standing, activity, strings) : triesText(verdict, standing, activity);
  return [sentenceOf(verdict, activity, strings), more && ` ${more}`];
}
