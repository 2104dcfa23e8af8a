import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { outputsOf, shownImports } from '../../build/cli/import-results.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import type { Imported } from '../../build/exchange/import.ts';
import { reportText } from '../../build/exchange/report.ts';
import { commandContext } from '../helpers/command-context.ts';

const COURSE = join('/projet', 'modules/depot');
const remark = (level: 'review' | 'lost' | 'note') => ({ level, key: 'x', values: {}, line: 3 }) as unknown as Imported['remarks'][number];

function imported(more: Partial<Imported> = {}): Imported {
  const files = [{ path: 'banks/freins.md', data: 'A' }];
  return { name: 'freins.gift', kind: 'gift', place: 'line', files, found: 2, made: 2, remarks: [], ...more };
}
const shown = (path: string): string => relative(process.cwd(), path);

function lines(made: readonly Imported[]): string[] {
  const { context } = commandContext('/projet');
  return shownImports(made, outputsOf(made, COURSE, 'fr'), { folder: COURSE, isNew: false }, false, context).split('\n');
}

test('each import writes its files and its report, in the folder of the course', () => {
  const [one, other] = [imported(), imported({ session: 'freins', files: [{ path: 'freins.md', data: new Uint8Array([1]) }] })];
  expect(outputsOf([one, other], COURSE, 'en')).toEqual([
    { path: join(COURSE, 'banks/freins.md'), data: 'A' },
    { path: join(COURSE, 'IMPORT-freins.md'), data: reportText(one, 'en') },
    { path: join(COURSE, 'freins.md'), data: new Uint8Array([1]) },
    { path: join(COURSE, 'IMPORT-freins.md'), data: reportText(other, 'en') },
  ]);
});

test('the terminal gets the number of questions, what was made, and what is next', () => {
  expect(lines([imported()])).toEqual([
    'freins.gift\u00a0: 2 questions\u00a0; reprises\u00a0: 2.',
    strings.fr.made,
    `  ${shown(join(COURSE, 'banks/freins.md'))}`,
    `  ${shown(join(COURSE, 'IMPORT-freins.md'))}`,
    fill(strings.fr.next, { command: 'cartable validate' }),
  ]);
});

test('a session can be looked at next', () => {
  expect(lines([imported(), imported({ session: 'freins' })]).at(-1)).toBe(fill(strings.fr.next, { command: 'cartable preview' }));
});

test('a text without questions is reported as one', () => {
  expect(lines([imported({ found: 0, made: 0 })])[0]).toContain('aucune question trouvée');
  expect(lines([imported({ found: 2, made: 0 })])[0]).toBe('freins.gift\u00a0: 2 questions\u00a0; reprises\u00a0: 0.');
});

test('refused questions and places to review are counted, with the report to read', () => {
  const report = shown(join(COURSE, 'IMPORT-freins.md'));
  const remarks = [remark('review'), remark('note'), remark('lost'), remark('review'), remark('review')];
  expect(lines([imported({ found: 4, made: 2, remarks })]).slice(0, 4)).toEqual([
    'freins.gift\u00a0: 4 questions\u00a0; reprises\u00a0: 2.',
    `2 questions non reprises\u00a0: lisez ${report}.`,
    `3 endroits à revoir\u00a0: lisez ${report}.`,
    strings.fr.made,
  ]);
  expect(lines([imported({ found: 3, remarks: [remark('review')] })]).slice(1, 3)).toEqual([
    `Une question non reprise\u00a0: lisez ${report}.`,
    `Un endroit à revoir\u00a0: lisez ${report}.`,
  ]);
});

test('other programs get the course, and each import with its report', () => {
  const { context } = commandContext('/projet', { language: 'en' });
  const text = shownImports([imported({ found: 3 })], [], { folder: COURSE, isNew: true }, true, context);
  expect(JSON.parse(text)).toMatchObject({
    course: shown(COURSE),
    isNew: true,
    imports: [{ file: 'freins.gift', found: 3, refused: 1, report: 'IMPORT-freins.md' }],
  });
});
