/**
 * Size of the sweeps: `all` in `npm run test:long`; `rest` after `npm test` in the same run, without what that has shown;
 * otherwise a sample.
 */
const sweep = process.env.CARTABLE_SWEEPS;

/** True in a run of everything. */
export const isWhole = sweep === 'all';

/** True in any long run. */
export const isLong = isWhole || sweep === 'rest';

/** Returns some cases, spread evenly, with the first and the last. */
function sample<Case>(cases: readonly Case[], count: number): readonly Case[] {
  if (cases.length <= count) return cases;
  return Array.from({ length: count }, (_, n) => cases[Math.round((n * (cases.length - 1)) / Math.max(1, count - 1))] as Case);
}

/**
 * Returns a sample in `npm test`, all cases in a long run, and those outside the sample after `npm test`: all, if there are none.
 * @param most number of cases after `npm test`, where all of them would take too long
 */
export function sampled<Case>(cases: readonly Case[], count: number, most = cases.length): readonly Case[] {
  if (isWhole) return cases;
  const some = sample(cases, count);
  if (!isLong) return some;
  const rest = cases.filter((one) => !some.includes(one));
  return sample(rest.length > 0 ? rest : cases, most);
}

/** Returns the cases of a `*.long.test.ts`: all of them, or a sample after `npm test`. */
export function spread<Case>(cases: readonly Case[], count: number): readonly Case[] {
  return isWhole ? cases : sample(cases, count);
}
