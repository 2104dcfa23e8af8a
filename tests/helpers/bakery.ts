import type { Activity, Answer, Draw } from '../../src/model/course/activity.ts';
import type { Chapter, ModuleContent } from '../../src/model/course/course.ts';
import type { Types } from '../../src/model/judging/judging.ts';

interface PickOptions {
  readonly right: string;
}

interface QuizAnswer {
  readonly live: readonly number[];
  readonly kept: readonly (readonly [number, number])[];
}

const drawn = (answer: Answer): QuizAnswer => answer as unknown as QuizAnswer;

/**
 * Types of a tiny module: `pick` (tokens to tick), `note` (a text, nothing right), `tour` (only to be seen) and `quiz`.
 */
export const bakeryTypes: Types = {
  pick: {
    score(options, answer) {
      const right = [...(options as PickOptions).right];
      const ticked = Array.isArray(answer) ? (answer as string[]) : [];
      const parts = Object.fromEntries([
        ...right.map((token) => [token, ticked.includes(token) ? 'right' : 'missed'] as const),
        ...ticked.filter((token) => !right.includes(token)).map((token) => [token, 'wrong'] as const),
      ]);
      const gained = right.filter((token) => ticked.includes(token)).length - ticked.filter((token) => !right.includes(token)).length;
      return { ratio: Math.max(0, gained) / right.length, parts };
    },
    report: (options, answer) => [
      {
        response: { type: 'choice', tokens: answer as readonly string[] },
        result: [...(answer as readonly string[])].sort().join('') === (options as PickOptions).right ? 'correct' : 'incorrect',
      },
    ],
  },
  note: {
    score: (_, answer) => ({ ratio: answer === null ? 0 : 1, parts: {} }),
    report: (_, answer) => [{ response: { type: 'long-fill-in', text: answer as string }, result: 'neutral' }],
  },
  tour: { score: (_, answer) => ({ ratio: answer === null ? 0 : 1, parts: {} }), report: () => [] },
  quiz: {
    score(_, answer) {
      const kept = answer === null ? [] : drawn(answer).kept;
      return { ratio: kept.reduce((sum, [, ratio]) => sum + ratio, 0) / (kept.length || 1), parts: {} };
    },
    report: () => [],
    draw: (answer, options): Draw => ({
      ...(answer === null ? { live: [], kept: [] } : drawn(answer)),
      asks: (options as { asks: number }).asks,
    }),
  },
};

/** Makes an activity with common defaults. */
export function activity(n: number, id: string, type: string, more: Partial<Activity> = {}): Activity {
  const slots = type === 'pick' ? [{ type: 'choice' as const, right: [{ type: 'choice' as const, tokens: ['a'] }], text: id }] : [];
  return {
    id,
    n,
    type,
    origins: '',
    page: 'fournil',
    title: id,
    points: type === 'pick' || type === 'quiz' ? 1 : 0,
    attempts: 0,
    competencies: [],
    required: true,
    seenBy: 'trainer',
    options: type === 'quiz' ? { asks: 2 } : { right: 'a' },
    slots: type === 'note' ? [{ type: 'long-fill-in', right: [], text: id }] : slots,
    ...more,
  };
}

/** The night shift of a bakery: two pages, questions, a note, a tour, and a quiz that draws two of three questions. */
export function bakery(more: Partial<ModuleContent> = {}): ModuleContent {
  const asked = { quiz: 'bilan', page: 'vente', attempts: 1 };
  return {
    course: 'boulangerie',
    courseTitle: 'La boulangerie',
    id: 'nuit',
    title: 'Une nuit au fournil',
    lang: 'fr',
    minutes: 30,
    completion: 'activities',
    onFail: 'incomplete',
    competencies: [
      { id: 'c1', title: 'Pétrir' },
      { id: 'c2', title: 'Vendre' },
    ],
    line: 'tests',
    pages: [
      { id: 'fournil', n: 0, title: 'Le fournil' },
      { id: 'vente', n: 1, title: 'La vente' },
    ],
    activities: [
      activity(0, 'levain', 'pick', { competencies: ['c1'] }),
      activity(1, 'gestes', 'pick', { options: { right: 'ab' }, attempts: 2, points: 2, competencies: ['c1'] }),
      activity(2, 'recette', 'note', { competencies: ['c1'] }),
      activity(3, 'visite', 'tour', { required: false }),
      activity(4, 'carnet', 'note', { seenBy: 'me', required: false, page: 'vente' }),
      activity(5, 'bilan', 'quiz', { page: 'vente', attempts: 2 }),
      activity(6, 'q-prix', 'pick', { ...asked, competencies: ['c2'] }),
      activity(7, 'q-pain', 'pick', { ...asked, competencies: ['c2'] }),
      activity(8, 'q-four', 'pick', { ...asked, competencies: ['c1'] }),
    ],
    ...more,
  };
}

/** The same bakery as a course that is one SCO: the night at the oven, and the morning at the counter, each with one page. */
export function bakeryCourse(
  oven: Partial<Chapter> = {},
  counter: Partial<Chapter> = {},
  more: Partial<ModuleContent> = {},
): ModuleContent {
  const rule = { minutes: 15, completion: 'activities', onFail: 'incomplete', pages: 1 } as const;
  return bakery({
    id: 'boulangerie',
    title: 'La boulangerie',
    chapters: [
      { ...rule, id: 'nuit', n: 0, title: 'Une nuit au fournil', ...oven },
      { ...rule, id: 'matin', n: 1, title: 'Un matin au comptoir', ...counter },
    ],
    ...more,
  });
}
