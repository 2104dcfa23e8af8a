import { expect, test } from 'vitest';
import { compareActivity } from '../../../build/versions/compare/activity.ts';
import type { VersionActivity } from '../../../build/versions/model.ts';

const base = {
  id: 'feu',
  n: 1,
  type: 'choice',
  page: 'quai',
  title: 'Quel feu ?',
  required: true,
  points: 1,
  attempts: 2,
  competencies: ['c1'],
  options: { prompt: 'Quel feu ?', kind: 'x' },
  origins: 'aabb',
  parts: [],
  slots: [],
  text: 'Quel feu ?',
};
const place = { session: { id: 's', title: 'S' } };
const session = (id: string) => ({ id, title: id.toUpperCase(), pages: [{ id: 'quai', title: 'Le quai' }], activities: [] });

function changes(
  before: object,
  after: object,
  { isRead = true, sameProgram = true, sessions = ['s', 's'] as readonly [string, string], there = true } = {},
): unknown[] {
  const [old, now] = [
    { ...base, ...before },
    { ...base, ...after },
  ] as unknown as readonly [VersionActivity, VersionActivity];
  const item = { content: { activities: there ? [now] : [] } };
  const found = compareActivity(
    { activity: old, session: session(sessions[0]) } as never,
    { activity: now, session: session(sessions[1]) } as never,
    { old: item, now: item, isRead, sameProgram } as never,
    place,
  );
  return found.map(({ kind, place: at, values }) => {
    expect(at.session).toBe(place.session);
    return values ? [kind, values] : kind;
  });
}

test('the same activity has no changes', () => {
  expect(changes({}, {})).toEqual([]);
});

test.each<[object, object, readonly unknown[]]>([
  [{}, { title: 'Quel signal ?' }, [['question-reworded', { before: 'Quel feu ?', after: 'Quel signal ?' }]]],
  [{ required: false }, { required: true }, ['activity-required']],
  [{ required: true }, { required: false }, ['activity-optional']],
  [{ points: 0 }, { points: 2 }, [['activity-scored', { before: 0, after: 2 }]]],
  [{ points: 2 }, { points: 0 }, [['activity-unscored', { before: 2, after: 0 }]]],
  [{ points: 2 }, { points: 3 }, [['points-changed', { before: 2, after: 3 }]]],
  [{ points: 3 }, { points: 2 }, [['points-changed', { before: 3, after: 2 }]]],
  [{ competencies: ['c1', 'c2'] }, { competencies: ['c1', 'c2'] }, []],
  [{ attempts: 1 }, { attempts: 3 }, [['attempts-changed', { before: 1, after: 3 }]]],
  [{}, { competencies: ['c1', 'c2'] }, ['trained-on-changed']],
  [{}, { quiz: 'bilan' }, ['quiz-changed']],
  [{}, { seenBy: 'trainer' }, ['shown-to-trainer']],
  [{ seenBy: 'trainer' }, {}, ['kept-from-trainer']],
  [{}, { after: '<p>Bien.</p>' }, ['activity-edited']],
  [{}, { heading: 'Le feu' }, ['activity-edited']],
  [{}, { options: { ...base.options, kind: 'y' } }, ['activity-edited']],
  [{}, { text: 'Autre' }, ['activity-edited']],
  [{ options: { questions: [1] } }, { options: { questions: [2] } }, []],
  [{}, { title: 'Quel signal ?', after: 'x' }, [['question-reworded', { before: 'Quel feu ?', after: 'Quel signal ?' }]]],
])('%j becomes %j: %j', (before, after, expected) => {
  expect(changes(before, after)).toEqual(expected);
});

test('all changes are listed: its place first, then its question and its rules', () => {
  const after = { title: 'Quel signal ?', required: false, points: 0, attempts: 1, competencies: ['c2'], quiz: 'bilan', seenBy: 'trainer' };
  expect(changes({ page: 'voie' }, { ...after, text: 'Autre', parts: [{ token: 'a', words: 'Rouge' }] })).toEqual([
    ['activity-moved', { before: 'voie', after: 'Le quai' }],
    ['question-reworded', { before: 'Quel feu ?', after: 'Quel signal ?' }],
    'activity-optional',
    ['activity-unscored', { before: 1, after: 0 }],
    ['attempts-changed', { before: 2, after: 1 }],
    'trained-on-changed',
    'quiz-changed',
    'shown-to-trainer',
    ['part-added', { after: 'Rouge' }],
  ]);
  expect(changes({ page: 'voie' }, { text: 'Autre' })).toEqual([
    ['activity-moved', { before: 'voie', after: 'Le quai' }],
    'activity-edited',
  ]);
});

test('of two programs only sentences are compared', () => {
  const other = { sameProgram: false };
  expect(changes({}, { options: { ...base.options, kind: 'y', n: 3 }, text: 'z' }, other)).toEqual([]);
  expect(changes({}, { options: { ...base.options, prompt: '<b>Quel</b> feu ?' } }, other)).toEqual([]);
  expect(changes({}, { options: { ...base.options, more: ['Deux mots', null] } }, other)).toEqual(['activity-edited']);
  expect(changes({ options: { a: 'Un mot', b: 'Deux mots' } }, { options: { a: 'Deux mots', b: 'Un mot' } }, other)).toEqual([]);
});

test('a sentence has a space between two signs; the same ones in another order are no change', () => {
  const edited = (before: unknown, after: unknown) =>
    changes({ options: { a: before } }, { options: { a: after } }, { sameProgram: false });
  expect([edited('a b', 'a c'), edited('ab ', 'ac '), edited(' ab', ' ac'), edited('ab', 'ac')]).toEqual([['activity-edited'], [], [], []]);
  expect(edited(['un b', 'un a'], ['un a', 'un b'])).toEqual([]);
});

test('a place in another session, or on another page, is a move', () => {
  expect(changes({}, {}, { sessions: ['s', 't'] })).toEqual([['activity-chapter', { before: 'S', after: 'T' }]]);
  expect(changes({}, {}, { sessions: ['s', 'S'] })).toEqual([['activity-chapter', { before: 'S', after: 'S' }]]);
  expect(changes({ page: 'voie' }, {})).toEqual([['activity-moved', { before: 'voie', after: 'Le quai' }]]);
  expect(changes({ page: 'voie' }, {}, { sessions: ['s', 't'] })).toEqual([['activity-chapter', { before: 'S', after: 'T' }]]);
});

test('another type, or another number, ends the comparison', () => {
  expect(changes({ title: 'x' }, { type: 'order' })).toEqual([['type-changed', { before: 'choice', after: 'order' }]]);
  expect(changes({ n: 1, title: 'x' }, { n: 2 })).toEqual(['numbers-changed']);
  expect(changes({ n: 1 }, { n: 2 }, { isRead: false })).toEqual([]);
  expect(changes({ page: 'voie' }, { type: 'order' })).toEqual([
    ['activity-moved', { before: 'voie', after: 'Le quai' }],
    ['type-changed', { before: 'choice', after: 'order' }],
  ]);
  expect(changes({}, {}, { there: false })).toEqual(['numbers-changed']);
});
