import type { Activity } from '../../../src/model/course/activity.ts';
import type { Account, Facts } from '../../soak/account.ts';
import type { ActivityStanding, Reached, Standing } from '../kept.ts';
import type { Learner } from './learner.ts';

function outcomeOf(account: Account, activity: Activity, { answer, draft }: Facts): ActivityStanding['outcome'] {
  if (answer === undefined || draft !== undefined) return null;
  const isJudged = activity.points > 0 || activity.slots.some(({ right }) => right.length > 0);
  if (account.isQuiz(activity) || !isJudged) return 'done';
  const ratio = account.ratio(activity, answer);
  return ratio === 1 ? 'right' : ratio === 0 ? 'wrong' : 'partly';
}

/** @param isOut the LMS has no room for its text: an answer becomes null and stays submitted, a draft is gone */
function doneOf(account: Account, activity: Activity, isOut: boolean): ActivityStanding {
  const { draft, ...facts } = account.of(activity);
  const whole: Facts = account.of(activity);
  const saved: Facts = !isOut ? whole : facts.answer === undefined ? facts : { ...whole, answer: null };
  const { tries, answer } = saved;
  const given = { ...(answer !== undefined && { answer }), ...(saved.draft !== undefined && { draft: saved.draft }) };
  return { submitted: answer !== undefined, tries, ...given, outcome: outcomeOf(account, activity, saved) };
}

const reached = ({ score, status }: { readonly score: number | undefined; readonly status: string }): Reached => ({
  score: score ?? null,
  status,
});

/**
 * Gives the learner's standing from the learner's own account; the tracker and saved state are not asked.
 * @param without lock numbers of the activities whose text the LMS has no room for
 */
export function expectedOf({ account, page }: Learner, seconds: number, without: readonly number[]): Standing {
  const { content, seen, shares, chapters } = account;
  const at = (id: string): number => content.pages.findIndex((one) => one.id === id);
  return {
    page,
    seen: [...seen].sort((one, other) => one - other).map((number) => content.pages.find(({ n }) => n === number)?.id ?? ''),
    seconds,
    ...reached(account),
    chapters: Object.fromEntries(
      shares.map(({ id, n = 0 }) => [id, reached(chapters.get(n) ?? { score: undefined, status: 'incomplete' })]),
    ),
    activities: Object.fromEntries(
      [...content.activities]
        .sort((one, other) => at(one.page) - at(other.page))
        .map((activity) => [activity.id, doneOf(account, activity, without.includes(activity.n))]),
    ),
  };
}
