import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { bakery } from '../../helpers/bakery.ts';
import { root } from '../../helpers/examples-project.ts';
import { fakeLms } from '../../helpers/fake-driver.ts';
import { fakeTime } from '../../helpers/fake-time.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';
import { elements, openStrict, type Version } from '../../helpers/open-strict.ts';
import { openTracker, stateOf } from '../../helpers/open-tracker.ts';
import { StrictLms } from '../../helpers/strict-lms.ts';

/** The rows of a table of the page on the runtime, below its head. */
function tableOf(name: string): string[] {
  const text = readFileSync(join(root, 'docs/runtime.md'), 'utf8');
  const [, table = ''] = new RegExp(`<!-- ${name} table -->\n([\\s\\S]*?)<!-- end -->`).exec(text) ?? [];
  return table.trimEnd().split('\n').slice(2);
}

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Returns the runtime's reaction to one commit and one picture. */
async function conclude(commit: boolean, picture: boolean): Promise<string> {
  const store = memoryStorage();
  const lms = fakeLms();
  const time = fakeTime();
  let asked = 0;
  const line = { isUp: true };
  const witness = (): Promise<boolean> => {
    asked++;
    return Promise.resolve(line.isUp);
  };
  const { tracker } = await openTracker({ lms, time, witness, storage: () => store });
  await time.pass(3000);
  asked = 0;
  line.isUp = picture;
  lms.fault = !commit ? 'refuse' : picture ? 'none' : 'lose';
  tracker.submit('levain', ['a']);
  await time.pass(1500);
  const status = tracker.saveStatus();
  const isKept = store.length > 0;
  const wasAsked = asked > 0;
  const reported = lms.calls.filter((call) => call.startsWith('witnessed')).at(-1);
  line.isUp = true;
  lms.fault = 'none';
  await time.pass(60_000);
  expect([tracker.saveStatus(), store.length, stateOf(lms)?.activities[0]?.tries]).toEqual(['saved', 0, 1]);
  const again = reported === 'witnessed false' ? 'all since the last picture' : status === 'failed' ? 'all that it carried' : 'nothing';
  const words = [commit ? 'true' : 'false', picture ? 'comes' : 'does not', wasAsked ? 'yes' : 'no', `\`${status}\``];
  return rowOf([...words, again, isKept ? 'kept' : 'erased']);
}

test('what follows from a commit and a picture is as the page on the runtime says', async () => {
  const rows = [];
  for (const commit of [true, false]) for (const picture of [true, false]) rows.push(await conclude(commit, picture));
  expect(tableOf('witness')).toEqual(rows);
});

/** Modules and deeds that lead to each status, and a deed that is worse than all of them. */
const graded = bakery({ pass: 40, completion: 'score', onFail: 'failed' });
const spent = { live: [6, 7], kept: [] };
const ways: Readonly<Record<string, { content: ModuleContent; actions: readonly (readonly [string, unknown])[] }>> = {
  'not started': { content: graded, actions: [] },
  incomplete: { content: graded, actions: [['gestes', ['a']]] },
  failed: {
    content: { ...graded, pass: 90 },
    actions: [
      ['gestes', ['a']],
      ['bilan', spent],
      ['bilan', spent],
    ],
  },
  completed: {
    content: bakery({ completion: 'visited', pages: bakery().pages.slice(0, 1) }),
    actions: [['gestes', ['a']]],
  },
  passed: {
    content: graded,
    actions: [
      ['levain', ['a']],
      ['gestes', ['a']],
    ],
  },
};

/** A second visit in that mode, with a try that is worse than the one before. */
function lookAt(version: Version, mode: 'normal' | 'review' | 'browse', was: string): Record<'may' | 'status' | 'score', string> {
  const { content, actions: deeds } = ways[was] as (typeof ways)[string];
  const first = new StrictLms({ version, mode: deeds.length > 0 ? 'normal' : mode });
  if (deeds.length > 0) {
    const tracker = openStrict(first, version, content);
    for (const [id, answer] of deeds) tracker.submit(id, answer as never);
    tracker.leave();
  }
  const lms = deeds.length > 0 ? first.launchAgain({ mode }) : first;
  const { status: word, raw } = elements[version];
  const before = lms.stored[raw] ?? 'none';
  const tracker = openStrict(lms, version, content);
  const may = tracker.standing('gestes').locked ? 'no' : 'yes';
  tracker.submit('gestes', ['c']);
  tracker.leave();
  const words = [lms.stored[word], lms.stored['cmi.success_status']].flatMap((found) => (found === undefined ? [] : [`\`${found}\``]));
  return { may, status: words.join(' + ') || 'nothing', score: `${before} → ${lms.stored[raw] ?? 'none'}` };
}

test('what each mode leaves of a status is as the page on the runtime says', () => {
  const rows = (['normal', 'review', 'browse'] as const).flatMap((mode) =>
    Object.keys(ways).map((was) => {
      const old = lookAt('1.2', mode, was);
      const { status, ...rest } = lookAt('2004', mode, was);
      expect(rest).toEqual({ may: old.may, score: old.score });
      return rowOf([mode, was, old.may, old.score, old.status, status]);
    }),
  );
  expect(tableOf('mode')).toEqual(rows);
});
