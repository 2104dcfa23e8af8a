// Random learners, random modules, random faults: reports lost data of learners' records, and exits with 1 if there is any.
// `npm run soak -- --sessions 20000 --seed 1`; `--only 1234` replays the visits of that session in detail.
import { parseArgs } from 'node:util';
import { soak } from './soak.ts';
import { summary } from './summary.ts';

const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
});
const seed = Number(values.seed);
const only = values.only === undefined ? {} : { only: Number(values.only), report: (event: string) => console.log(event) };
const result = soak({ root: process.cwd(), sessions: Number(values.sessions), seed, ...only });
console.log(summary(result));
for (const { session, kind, what } of result.failures.slice(0, 20)) console.log(`${kind}: ${what} (--seed ${seed} --only ${session})`);
process.exitCode = result.failures.length === 0 ? 0 : 1;
