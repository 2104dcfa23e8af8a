import type { Environment } from './environment.ts';
import { locate } from './environment.ts';

/** Characters and words at the start of feedback, not of a choice that continues. */
const FEEDBACK =
  /^[ \t]*(?:»(?!.*«)|›|→|⇒|[=-]+>|(?:oui|non|vrai|faux|exact|bravo|presque|retour|yes|no|right|wrong|true|false|feedback)[ \u00a0\u202f]*[:!])/iu;

/**
 * Reports a line below a choice that is clearly feedback without its `>`. It would be part of the choice, and give the answer
 * away.
 * @param content of the choice, with all its lines
 * @param from its first line, 0-based
 */
export function checkFeedback(content: string, from: number, env: Environment): void {
  const [first = '', ...more] = content.split('\n');
  const index = more.findIndex((line) => FEEDBACK.test(line));
  const line = more[index]?.trim();
  if (line === undefined || /«[^»]*$/.test(first)) return;
  const at = locate(env, line.slice(0, 12), from + 1 + index, from + 2 + index);
  env.report('feedback-without-sign', at, { text: line.replace(/^(?:[»›→⇒]|[=-]+>)\s*/u, '').slice(0, 40) });
}
