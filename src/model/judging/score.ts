import type { PartVerdict, Score, Token } from '../course/activity.ts';

/** Scores types whose parts are answered separately: right parts / parts. No parts at all is a full score. */
export function scoreOf(parts: Readonly<Record<Token, PartVerdict>>): Score {
  const verdicts = Object.values(parts);
  const right = verdicts.filter((verdict) => verdict === 'right').length;
  return { ratio: verdicts.length === 0 ? 1 : right / verdicts.length, parts };
}

/** Option that can be ticked, and whether it should be. */
interface Line {
  readonly token: Token;
  readonly right: boolean;
}

/** Gives partial credit if several options are right: max(0, right ticked − wrong ticked) / right. */
export function tickedScore(lines: readonly Line[], isTicked: (token: Token) => boolean): Score {
  const parts: Record<Token, PartVerdict> = {};
  for (const { token, right } of lines) {
    if (isTicked(token)) parts[token] = right ? 'right' : 'wrong';
    else if (right) parts[token] = 'missed';
  }
  const count = (verdict: PartVerdict): number => Object.values(parts).filter((part) => part === verdict).length;
  const right = count('right');
  const gained = Math.max(0, right - count('wrong'));
  return { ratio: gained === 0 ? 0 : gained / (right + count('missed')), parts };
}
