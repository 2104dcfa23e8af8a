import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { checkBodyMarks, checkMarks, type MarkKind, marksLeft } from '../../../build/stages/check/check-marks.ts';
import type { CourseContext } from '../../../build/stages/check/context.ts';
import type { ActivityType } from '../../../build/types/activity-type.ts';
import { readText } from '../../helpers/read-text.ts';

const typeLeaving = (leaves?: readonly MarkKind[]): ActivityType =>
  ({ form: { read: () => ({}), ...(leaves && { leaves }) } }) as unknown as ActivityType;

const TEXTS = ['- [x] une rame', '> - [ ] une rame', 'Une [[rame]].', '[[x]] une rame', '[[]] et [[ ]] une rame'];

function found(
  check: (blocks: ReturnType<typeof readText>['blocks'], context: CourseContext) => void,
  text = TEXTS.slice(0, 4).join('\n\n'),
) {
  const diagnostics = new Diagnostics();
  check(readText(text).blocks, { diagnostics } as unknown as CourseContext);
  return diagnostics.list.map(({ code, at, values }) => `${code} ${at.line} ${values.box}`);
}

function each(blocks: ReturnType<typeof readText>['blocks'], context: CourseContext, kinds?: readonly MarkKind[]): void {
  for (const block of blocks) checkMarks(block, context, kinds);
}

test('outside a directive every mark is reported, in the words of its kind', () => {
  expect(found((blocks, context) => each(blocks, context))).toEqual([
    'stray-box 1 [[ ]]',
    'stray-box 3 [[ ]]',
    'stray-blank 5 [[rame]]',
    'foreign-box 7 [[x]]',
  ]);
});

test('only some kinds, each once in a block', () => {
  const only = (kinds: readonly MarkKind[]) => found((blocks, context) => each(blocks, context, kinds));
  expect(only(['blank'])).toEqual(['stray-blank 5 [[rame]]']);
  expect(only([])).toEqual([]);
  expect(found((blocks, context) => each(blocks, context, ['blank']), '- [x] [[a]]')).toEqual(['stray-blank 1 [[a]]']);
  expect(found((blocks, context) => each(blocks, context), '- [x] [[a]]\n- [ ] [[b]]')).toEqual([
    'stray-box 1 [[ ]]',
    'stray-blank 1 [[a]]',
  ]);
});

test('a form reads boxes and leaves the rest, unless it says what it leaves', () => {
  const of = (type: ActivityType) => found((blocks, context) => checkBodyMarks(blocks, type, context)).map((one) => one.split(' [')[0]);
  expect(of(typeLeaving())).toEqual(['stray-box 3', 'stray-blank 5', 'foreign-box 7']);
  expect(of(typeLeaving(['box']))).toEqual(['stray-box 1']);
  expect(marksLeft(typeLeaving())).toEqual(['box']);
  expect(marksLeft(typeLeaving(['box', 'double-box']))).toEqual(['quoted-box', 'blank']);
});
