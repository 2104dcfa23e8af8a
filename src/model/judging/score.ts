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
  /** Percent; absent: right ones add 1, wrong ones take 1. */
  readonly weight?: number;
}

/**
 * Gives partial credit: the weights of the ticked options, divided by those of all right ones; 0..1. Without weights this is
 * max(0, right ticked − wrong ticked) / right. An option that adds something without being right has no verdict.
 */
export function tickedScore(lines: readonly Line[], isTicked: (token: Token) => boolean): Score {
  const parts: Record<Token, PartVerdict> = {};
  const weightOf = ({ right, weight = right ? 1 : -1 }: Line): number => weight;
  const sum = (some: readonly Line[]): number => some.reduce((total, line) => total + weightOf(line), 0);
  const won = sum(lines.filter(({ token }) => isTicked(token)));
  const ratio = won > 0 ? Math.min(1, won / sum(lines.filter(({ right }) => right))) : 0;
  for (const line of lines) {
    const { token, right } = line;
    const weight = weightOf(line);
    if (!isTicked(token)) {
      if (right && ratio < 1) parts[token] = 'missed';
    } else if (right) parts[token] = 'right';
    else if (weight < 0 || (weight === 0 && ratio < 1)) parts[token] = 'wrong';
  }
  return { ratio, parts };
}
