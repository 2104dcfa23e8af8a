import type { Participation } from '../join/join.ts';
import type { Question } from '../model.ts';
import type { BeforeAfter } from '../report-schema.ts';

/** Finds pairs of scales with the same text and levels: the first is before, the second after. */
function pairsOf(questions: readonly Question[]): (readonly [Question, Question])[] {
  const first = new Map<string, Question>();
  return questions.flatMap((question): (readonly [Question, Question])[] => {
    if (question.kind !== 'likert') return [];
    const key = [question.text, ...question.near.values()].join('\n');
    const before = first.get(key);
    if (before) return [[before, question]];
    first.set(key, question);
    return [];
  });
}

/** Returns the index of the level that an attempt has in a scale; -1 if it has none. Equal levels may have different tokens. */
function levelOf({ id, near }: Question, attempt: Participation['attempt']): number {
  return [...near.keys()].indexOf(attempt?.answers.get(id)?.raw.trim() ?? '');
}

/** Compares where people place themselves before and after, for each scale that is asked twice. */
export function beforeAfterOf(questions: readonly Question[], participations: readonly Participation[]): BeforeAfter[] {
  return pairsOf(questions).map(([before, after]) => {
    const moves = new Map<string, { from: number; to: number; n: number }>();
    for (const { attempt } of participations) {
      const [from, to] = [levelOf(before, attempt), levelOf(after, attempt)];
      if (from >= 0 && to >= 0) moves.set(`${from} ${to}`, { from, to, n: (moves.get(`${from} ${to}`)?.n ?? 0) + 1 });
    }
    return {
      before: before.id,
      after: after.id,
      text: before.text,
      levels: [...before.near.values()],
      moves: [...moves.values()].sort((a, b) => a.from - b.from || a.to - b.to),
    };
  });
}
