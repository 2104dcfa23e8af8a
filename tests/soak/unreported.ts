import type { Activity } from '../../src/model/course/activity.ts';
import type { Interaction } from '../../src/model/record/interaction.ts';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { formats2004 } from '../../src/model/standards/formats-2004.ts';
import type { Stored } from '../helpers/strict-lms.ts';
import { RANKS } from './account.ts';
import type { Finding, Seat } from './seat.ts';

/** Removes the characters that a format inserts, and the extra blanks of a second spelling. */
const plain = (text: string): string => text.replace(/[\s¶\u200b]+/g, ' ').trim();

interface Held {
  readonly id: string;
  readonly response: string;
  readonly result: string;
}

/** Lists the interactions in the LMS, in its order. */
function interactionsIn(stored: Stored): Held[] {
  const at = Object.keys(stored).flatMap((element) => /^(cmi\.interactions\.\d+)\.id$/.exec(element)?.[1] ?? []);
  return at.map((start) => ({
    id: stored[`${start}.id`] ?? '',
    response: stored[`${start}.student_response`] ?? stored[`${start}.learner_response`] ?? '',
    result: stored[`${start}.result`] ?? '',
  }));
}

/** Tests whether the LMS has this response, perhaps in pieces. A package of another lock may have answers under the same id. */
function isHeld(all: readonly Held[], id: string, response: string, result: string): boolean {
  const goesOn = (text: string, piece: number): boolean =>
    plain(text) === plain(response) ||
    all.some(
      (one) =>
        one.id === `${id}.${piece}` &&
        one.response !== '' &&
        plain(response).startsWith(plain(text + one.response)) &&
        goesOn(text + one.response, piece + 1),
    );
  return all.some((one) => one.id === id && one.result === result && goesOn(one.response, 2));
}

function statusIn(stored: Stored): number {
  const status =
    stored['cmi.success_status'] === 'passed' ? 'passed' : (stored['cmi.completion_status'] ?? stored['cmi.core.lesson_status'] ?? '');
  return RANKS.indexOf(status as (typeof RANKS)[number]);
}

function wantedOf({ history, options }: Seat, activity: Activity): [id: string, response: string, result: string][] {
  const { account } = history;
  const { answer } = account.of(activity);
  if (answer === undefined || answer === null || activity.seenBy === 'me') return [];
  const formats = options.version === '1.2' ? formats12 : formats2004;
  const reported = (one: Interaction): string => ('text' in one.response ? one.response.text : formats.answer(one.response));
  return account
    .report(activity, answer)
    .map((one) => [one.part === undefined ? activity.id : `${activity.id}.${one.part}`, reported(one), formats.result(one.result)]);
}

/** Lists the data of chapters that the LMS should have received, but hasn't. */
function untoldChapters({ history, options }: Seat, stored: Stored): Finding[] {
  const { shares, chapters } = history.account;
  return shares.flatMap(({ id, n = 0 }): Finding[] => {
    const at = Object.keys(stored)
      .find((element) => /^cmi\.objectives\.\d+\.id$/.test(element) && stored[element] === id)
      ?.slice(0, -3);
    const { score, status = 'incomplete' } = chapters.get(n) ?? {};
    const isThrough = status === 'completed' || status === 'passed';
    const wanted = options.version === '1.2' ? status : isThrough ? 'completed' : 'incomplete';
    const reported = [stored[`${at}.score.raw`] || undefined, stored[`${at}.status`] ?? stored[`${at}.completion_status`]];
    // If an LMS kept a commit without the saved state, the earned score stays there.
    const isTold = (score === undefined || Number(reported[0] ?? -1) === score) && reported[1] === wanted;
    return isTold ? [] : [{ kind: 'lost', what: `chapter ${id}: ${reported} instead of ${score}, ${wanted}` }];
  });
}

/** Lists the data that the LMS should have received by now, but hasn't. */
export function unreported(seat: Seat, stored: Stored): Finding[] {
  const { account } = seat.history;
  const findings: Finding[] = [];
  const interactions = interactionsIn(stored);
  const isListed = !seat.options.lacks?.includes('interactions') && !seat.options.lacks?.includes('children');
  for (const [id, response, result] of isListed ? account.content.activities.flatMap((one) => wantedOf(seat, one)) : []) {
    if (isHeld(interactions, id, response, result)) continue;
    const held = interactions
      .filter((one) => one.id === id)
      .map((one) => `${plain(one.response).slice(0, 80)} (${one.result})`)
      .join(' and ');
    findings.push({ kind: 'lost', what: `interaction ${id}: ${held || 'nothing'} instead of ${plain(response).slice(0, 80)} (${result})` });
  }
  const raw = Number(stored['cmi.core.score.raw'] ?? stored['cmi.score.raw'] ?? -1);
  if (raw !== (account.score ?? -1)) findings.push({ kind: 'lost', what: `score ${raw} instead of ${account.score}` });
  if (!seat.options.lacks?.includes('objectives') && !seat.options.lacks?.includes('children'))
    findings.push(...untoldChapters(seat, stored));
  const rank = statusIn(stored);
  // In 2004 `failed` is only possible together with `incomplete`.
  const wanted = options2004(seat) && account.status === 'failed' ? 0 : RANKS.indexOf(account.status);
  if (rank !== wanted) findings.push({ kind: 'lost', what: `status ${RANKS[rank]} instead of ${account.status}` });
  return findings;
}

const options2004 = ({ options }: Seat): boolean => options.version === '2004';

/** Lists the values in the LMS that got worse. */
export function lowered(seat: Seat, stored: Stored): Finding[] {
  const raw = Number(stored['cmi.core.score.raw'] ?? stored['cmi.score.raw'] ?? -1);
  const rank = statusIn(stored);
  const findings: Finding[] = [];
  if (raw < seat.raw) findings.push({ kind: 'lowered', what: `score in the LMS: ${raw} after ${seat.raw}` });
  if (rank < seat.rank) findings.push({ kind: 'lowered', what: `status in the LMS: ${RANKS[rank]} after ${RANKS[seat.rank]}` });
  seat.raw = Math.max(seat.raw, raw);
  seat.rank = Math.max(seat.rank, rank);
  return findings;
}
