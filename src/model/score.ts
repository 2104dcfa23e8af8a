import type { PartVerdict, Score, Token } from './activity.ts';

/** Right parts / parts, the measure of every type but `choice`. No part at all counts as a full score. */
export function scoreOf(parts: Readonly<Record<Token, PartVerdict>>): Score {
  const verdicts = Object.values(parts);
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  return { ratio: verdicts.length === 0 ? 1 : right / verdicts.length, parts };
}
