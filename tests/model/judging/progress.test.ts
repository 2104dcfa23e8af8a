import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/course/activity.ts';
import type { Chapter, ModuleContent } from '../../../src/model/course/course.ts';
import { progressOf, settle } from '../../../src/model/judging/progress.ts';
import { type ActivityState, type LearnerState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery, bakeryCourse, bakeryTypes as types } from '../../helpers/bakery.ts';

const once = (answer: Answer, more: Partial<ActivityState> = {}): ActivityState => ({ answer, tries: 1, ...more });

function stateAfter(content: ModuleContent, activities: Record<number, ActivityState>, more: Partial<LearnerState> = {}): LearnerState {
  return settle(content, types, { ...newState('t'), activities, ...more });
}

/** The questions of `bakery`, all answered right but for the quiz, which is drawn (6 and 7) and not begun. */
const rightButQuiz = {
  0: once(['a']),
  1: once(['a', 'b']),
  2: once('Farine, eau, sel'),
  5: { tries: 0, draft: { live: [6, 7], kept: [] } },
};

describe('score', () => {
  const scoreOf = (activities: Record<number, ActivityState>, content = bakery()) => stateAfter(content, activities).score;

  test('is the share of all points won; unanswered questions count as 0', () => {
    expect(scoreOf(rightButQuiz)).toBe(60);
    expect(scoreOf({ ...rightButQuiz, 1: once(['a']) })).toBe(40);
    expect(scoreOf({ ...rightButQuiz, 6: once(['a']) })).toBe(80);
  });

  test('has two decimals', () => {
    const content = bakery({ activities: [activity(0, 'a', 'pick'), activity(1, 'b', 'pick'), activity(2, 'c', 'pick')] });
    expect(scoreOf({ 0: once(['a']), 2: once(['a']) }, content)).toBe(66.67);
  });

  test('is absent before the first scored answer, and 0 after a wrong one', () => {
    expect(scoreOf({})).toBeUndefined();
    expect(scoreOf({ 2: once('Farine'), 3: once(true), 1: { tries: 0, draft: ['a', 'b'] } })).toBeUndefined();
    expect(scoreOf({ 0: once(['b']) })).toBe(0);
  });

  test('is absent where nothing is scored', () => {
    const content = bakery({ activities: [activity(0, 'recette', 'note'), activity(1, 'visite', 'tour')] });
    expect(scoreOf({ 0: once('Farine'), 1: once(true) }, content)).toBeUndefined();
  });

  test('counts the best try of each activity', () => {
    expect(scoreOf({ ...rightButQuiz, 1: once(['c'], { tries: 2, best: 1 }) })).toBe(60);
    expect(scoreOf({ ...rightButQuiz, 1: once(['a', 'b'], { tries: 2, best: 0.5 }) })).toBe(60);
  });

  test('is the best ever: a larger module or a forgotten answer does not lower it', () => {
    expect(stateAfter(bakery(), { 0: once(['b']) }, { score: 80 }).score).toBe(80);
    expect(stateAfter(bakery(), {}, { score: 80 }).score).toBe(80);
    expect(stateAfter(bakery(), rightButQuiz, { score: 12 }).score).toBe(60);
  });

  test('ignores activities that the module no longer has, and answers that its type no longer understands', () => {
    const broken = { ...types, pick: { ...types.pick, score: () => JSON.parse('{') as never, report: () => [] } };
    expect(scoreOf({ 0: once(['a']), 99: once(['a']) })).toBe(scoreOf({ 0: once(['a']) }));
    expect(settle(bakery(), broken, { ...newState('t'), activities: { 0: once({ old: true }) } }).score).toBe(0);
  });
});

describe('score of a quiz', () => {
  const quizOnly = bakery().activities.filter(({ id, quiz }) => id === 'bilan' || quiz);
  const content = bakery({ activities: quizOnly });
  const scoreOf = (activities: Record<number, ActivityState>) => stateAfter(content, activities).score;
  const draw = (live: number[], kept: [number, number][] = []): ActivityState => ({ tries: 1, answer: { live, kept } });

  test('counts the drawn questions only', () => {
    expect(scoreOf({ 5: draw([6, 8]), 6: once(['a']), 7: once(['a']) })).toBe(50);
  });

  test('counts before it is drawn: a right answer elsewhere is not yet a full score', () => {
    expect(stateAfter(bakery(), { 0: once(['a']) }).score).toBe(20);
    const unsaid = { ...types, quiz: { ...types.quiz, draw: () => ({ live: [], kept: [] }) } } as typeof types;
    expect(settle(bakery(), unsaid, { ...newState('t'), activities: { 0: once(['a']) } }).score).toBe(16.67);
  });

  test('keeps the best finished attempt while a new one is worse', () => {
    const kept: [number, number][] = [
      [6, 1],
      [7, 0.5],
    ];
    expect(scoreOf({ 5: draw([7, 8], kept) })).toBe(75);
    expect(scoreOf({ 5: draw([7, 8], kept), 7: once(['a']) })).toBe(75);
    expect(scoreOf({ 5: draw([7, 8], kept), 7: once(['a']), 8: once(['a']) })).toBe(100);
  });

  test('an attempt kept at 0 still counts as answered', () => {
    expect(scoreOf({ 5: draw([], [[6, 0]]) })).toBe(0);
  });

  test('a draft of the quiz decides which questions count now', () => {
    expect(scoreOf({ 5: { tries: 1, answer: { live: [6], kept: [[6, 0]] }, draft: { live: [7], kept: [[6, 0]] } }, 7: once(['a']) })).toBe(
      100,
    );
  });

  test('a quiz without points adds nothing, and neither do its questions', () => {
    const unscored = quizOnly.map((one) => (one.id === 'bilan' ? { ...one, points: 0 } : one));
    const state = stateAfter(bakery({ activities: unscored }), { 5: draw([6, 7]), 6: once(['a']) });
    expect(state.score).toBeUndefined();
  });
});

describe('status', () => {
  const statusOf = (more: Partial<ModuleContent>, activities: Record<number, ActivityState>, state: Partial<LearnerState> = {}) =>
    stateAfter(bakery(more), activities, state).status;
  const allSubmitted = { 0: once(['b']), 1: once(['c']), 2: once('Farine'), 5: once({ live: [6], kept: [[6, 0]] }) };

  test('activities: every required one submitted, right or not; optional ones and questions of a quiz are not required', () => {
    expect(statusOf({}, allSubmitted)).toBe('completed');
    expect(statusOf({}, { ...allSubmitted, 2: { tries: 0, draft: 'Farine' } })).toBe('incomplete');
  });

  test('activities, if none is required: nothing is left to do, so a cohort or a chapter without any blocks nobody', () => {
    const optional = bakery().activities.map((one) => ({ ...one, required: false }));
    const rules: [ModuleContent['activities'], string][] = [
      [optional, 'completed'],
      [[], 'completed'],
      [[...optional, activity(9, 'bilan-2', 'note')], 'incomplete'],
      // A quiz's question is required only through its quiz.
      [optional.map((one) => (one.quiz ? { ...one, required: true } : one)), 'completed'],
    ];
    for (const [activities, status] of rules) expect(statusOf({ activities }, {})).toBe(status);
    const content = bakery({ activities: optional });
    expect(progressOf(content, types, stateAfter(content, {}))).toMatchObject({ done: 0, total: 0, left: [] });
    expect(statusOf({ activities: optional, pass: 60 }, {})).toBe('incomplete');
    expect(statusOf({ activities: optional, pass: 60 }, { ...rightButQuiz, 5: once({ live: [6], kept: [[6, 0]] }) })).toBe('passed');
  });

  test('visited: every page seen', () => {
    expect(statusOf({ completion: 'visited' }, {}, { seen: [0] })).toBe('incomplete');
    expect(statusOf({ completion: 'visited' }, {}, { seen: [0, 1, 7] })).toBe('completed');
  });

  test('score: the mark alone', () => {
    expect(statusOf({ completion: 'score', pass: 60 }, { ...rightButQuiz, 1: once(['a']) })).toBe('incomplete');
    expect(statusOf({ completion: 'score', pass: 60 }, rightButQuiz)).toBe('passed');
  });

  test('visited: pages that go further are not needed', () => {
    const pages = [
      { id: 'fournil', n: 0, title: 'Le fournil' },
      { id: 'vente', n: 1, title: 'La vente', further: true as const },
    ];
    expect(statusOf({ completion: 'visited', pages }, {}, { seen: [1] })).toBe('incomplete');
    expect(statusOf({ completion: 'visited', pages }, {}, { seen: [0] })).toBe('completed');
  });

  test('visited+score: both', () => {
    const rule = { completion: 'visited+score', pass: 60 } as const;
    expect(statusOf(rule, rightButQuiz, { seen: [0] })).toBe('incomplete');
    expect(statusOf(rule, {}, { seen: [0, 1] })).toBe('incomplete');
    expect(statusOf(rule, rightButQuiz, { seen: [0, 1] })).toBe('passed');
  });

  test('with a pass mark: both the rule and the mark', () => {
    expect(statusOf({ pass: 60 }, allSubmitted)).toBe('incomplete');
    expect(statusOf({ pass: 60 }, rightButQuiz)).toBe('incomplete');
    expect(statusOf({ pass: 60 }, { ...rightButQuiz, 5: once({ live: [6], kept: [[6, 0]] }) })).toBe('passed');
    expect(statusOf({ pass: 60 }, allSubmitted, { score: 60 })).toBe('passed');
  });

  test('a score rule without a mark requires 100 %', () => {
    expect(statusOf({ completion: 'score' }, rightButQuiz)).toBe('incomplete');
    expect(statusOf({ completion: 'score' }, {}, { score: 100 })).toBe('passed');
    expect([99, 100].map((score) => statusOf({ completion: 'visited+score' }, {}, { score, seen: [0, 1] }))).toEqual([
      'incomplete',
      'passed',
    ]);
  });

  test('failed only if the module can be failed and the last attempt of each graded quiz is used', () => {
    const rule = { pass: 60, onFail: 'failed' } as const;
    const used = { ...allSubmitted, 5: once({ live: [6], kept: [[6, 0]] }, { tries: 2 }) };
    expect(statusOf(rule, allSubmitted)).toBe('incomplete');
    expect(statusOf(rule, used)).toBe('failed');
    expect(statusOf({ ...rule, onFail: 'incomplete' }, used)).toBe('incomplete');
    expect(statusOf({ ...rule, activities: [activity(0, 'levain', 'pick')] }, { 0: once(['b']) })).toBe('incomplete');
    expect(statusOf({ onFail: 'failed' }, used)).toBe('completed');
    const trial = activity(20, 'essai', 'quiz', { page: 'vente', attempts: 2, points: 0, required: false });
    expect(statusOf({ ...rule, activities: [...bakery().activities, trial] }, used)).toBe('failed');
    const second = activity(20, 'rappel', 'quiz', { page: 'vente', attempts: 1, required: false });
    expect(statusOf({ ...rule, activities: [...bakery().activities, second] }, used)).toBe('incomplete');
    const endless = bakery().activities.map((one) => ({ ...one, attempts: 0 }));
    expect(statusOf({ ...rule, activities: endless }, used)).toBe('incomplete');
  });

  test('stays if the module has grown since', () => {
    expect(statusOf({}, {}, { status: 'completed' })).toBe('completed');
    expect(statusOf({ pass: 60, onFail: 'failed' }, { 5: once({ live: [6], kept: [] }, { tries: 2 }) }, { status: 'passed' })).toBe(
      'passed',
    );
  });
});

describe('what is shown', () => {
  const shown = (more: Partial<ModuleContent>, activities: Record<number, ActivityState>, state: Partial<LearnerState> = {}) => {
    const content = bakery(more);
    return progressOf(content, types, stateAfter(content, activities, state));
  };

  test('a learner who has not begun', () => {
    expect(shown({}, {})).toEqual({
      done: 0,
      total: 4,
      pages: { fournil: 'new', vente: 'new' },
      left: ['levain', 'gestes', 'recette', 'bilan'],
      status: 'incomplete',
      competencies: { c1: { status: 'incomplete' }, c2: { status: 'incomplete' } },
      tallies: {
        c1: { right: 0, answered: 0, isHeld: false, isBelow: false },
        c2: { right: 0, answered: 0, isHeld: false, isBelow: false },
      },
      chapters: [],
      belowPass: false,
      time: 0,
      active: 0,
    });
  });

  test('the time of all visits, and that of work', () => {
    expect(shown({}, {}, { time: 90, active: 60 })).toMatchObject({ time: 90, active: 60 });
  });

  test('lists what is left in page order, whatever the order in the lock', () => {
    const activities = [activity(0, 'fin', 'note', { page: 'vente' }), activity(1, 'suite', 'note'), activity(2, 'début', 'note')];
    expect(shown({ activities }, {}).left).toEqual(['suite', 'début', 'fin']);
    const pages = ['fournil', 'vente', 'quai'].map((id, n) => ({ id, n, title: id }));
    expect(shown({ pages, activities: [activity(3, 'sortie', 'note', { page: 'quai' }), ...activities] }, {}).left).toEqual([
      'suite',
      'début',
      'fin',
      'sortie',
    ]);
  });

  test('a page is done when it was seen and nothing required is left on it', () => {
    const seen = { seen: [0, 1] };
    expect(shown({}, { 0: once(['b']) }, seen).pages).toEqual({ fournil: 'begun', vente: 'begun' });
    expect(shown({}, { 0: once(['b']), 1: once(['b']), 2: once('x') }, { seen: [0] }).pages).toEqual({ fournil: 'done', vente: 'new' });
    // One thing is left, on the second page.
    expect(shown({}, { 0: once(['b']), 1: once(['b']), 2: once('x') }, seen).pages).toEqual({ fournil: 'done', vente: 'begun' });
  });

  test('the pass mark is one of the things to do', () => {
    expect(shown({ pass: 60 }, { 0: once(['a']) })).toMatchObject({ done: 1, total: 5 });
    expect(shown({ pass: 60 }, rightButQuiz)).toMatchObject({ done: 4, total: 5, score: 60 });
    expect(shown({ completion: 'visited+score', pass: 60 }, {}, { seen: [1] })).toMatchObject({ done: 1, total: 3 });
  });

  test('each competency has its own score', () => {
    const { competencies } = shown({}, { ...rightButQuiz, 1: once(['c']), 6: once(['a']) });
    expect(competencies).toEqual({ c1: { score: 33.33, status: 'completed' }, c2: { score: 50, status: 'incomplete' } });
  });

  test('a competency is passed as soon as its mark is reached, whatever is left to do', () => {
    const half = { 1: once(['a', 'b']) };
    expect(shown({ pass: 54 }, half).competencies.c1).toEqual({ score: 54.55, status: 'passed' });
    expect(shown({ pass: 55 }, half).competencies.c1).toEqual({ score: 54.55, status: 'incomplete' });
    expect(shown({}, half).competencies.c1).toEqual({ score: 54.55, status: 'incomplete' });
  });

  test('a competency is passed, or failed with the module', () => {
    const draw = { 5: once({ live: [6, 7], kept: [] }, { tries: 2 }) };
    const answers = { 0: once(['a']), 1: once(['a', 'b']), 2: once('x'), ...draw, 6: once(['b']), 7: once(['b']) };
    expect(shown({ pass: 90 }, answers).competencies).toEqual({
      c1: { score: 100, status: 'passed' },
      c2: { score: 0, status: 'incomplete' },
    });
    expect(shown({ pass: 90, onFail: 'failed' }, answers)).toMatchObject({
      status: 'failed',
      competencies: { c1: { status: 'passed' }, c2: { status: 'failed' } },
    });
    const { 1: _, ...begun } = answers;
    expect(shown({ pass: 90, onFail: 'failed' }, begun)).toMatchObject({
      status: 'failed',
      competencies: { c1: { status: 'incomplete' }, c2: { status: 'failed' } },
    });
  });

  test('a competency with as many questions with points as without has a state', () => {
    const activities = [activity(0, 'levain', 'pick', { competencies: ['c1'] }), activity(2, 'recette', 'note', { competencies: ['c1'] })];
    const state = (answers: Record<number, ActivityState>) => shown({ activities }, answers).competencies.c1;
    expect(state({})).toEqual({ status: 'incomplete' });
    expect(state({ 0: once(['a']) })).toEqual({ score: 100, status: 'incomplete' });
    expect(state({ 0: once(['a']), 2: once('Farine') })).toEqual({ score: 100, status: 'completed' });
  });

  test('the tally of a competency counts the questions answered so far, and those fully right', () => {
    const { tallies } = shown({ pass: 80 }, { ...rightButQuiz, 1: once(['a']), 6: once(['a']) });
    expect(tallies).toEqual({
      c1: { right: 1, answered: 2, isHeld: true, isBelow: true },
      c2: { right: 1, answered: 1, isHeld: true, isBelow: false },
    });
    expect(shown({}, rightButQuiz).tallies.c1).toEqual({ right: 2, answered: 2, isHeld: false, isBelow: false });
    // A score rule without a mark requires all points.
    expect(shown({ completion: 'score' }, rightButQuiz).tallies.c1).toMatchObject({ isHeld: true });
  });

  test('a tally is below the pass mark only once all its questions are answered', () => {
    const draw = { 5: { tries: 0, draft: { live: [6, 7], kept: [] } } };
    expect(shown({ pass: 60 }, { ...draw, 6: once(['b']) }).tallies.c2).toMatchObject({ answered: 1, isBelow: false });
    expect(shown({ pass: 60 }, { ...draw, 6: once(['b']), 7: once(['b']) }).tallies.c2).toMatchObject({ answered: 2, isBelow: true });
    expect(shown({ pass: 50 }, { ...draw, 6: once(['a']), 7: once(['b']) }).tallies.c2).toMatchObject({ right: 1, isBelow: false });
  });

  test('in one SCO a tally spans the chapters, each held to its own pass mark', () => {
    const course = (night: Partial<Chapter>, morning: Partial<Chapter>) => bakeryCourse(night, morning);
    const draw = { 5: { tries: 0, draft: { live: [7, 8], kept: [] } } };
    const answers = { 0: once(['a']), 1: once(['a']), ...draw, 8: once(['b']) };
    const tally = (night: Partial<Chapter>, morning: Partial<Chapter>) =>
      progressOf(course(night, morning), types, stateAfter(course(night, morning), answers)).tallies.c1;
    expect(tally({}, {})).toEqual({ right: 1, answered: 3, isHeld: false, isBelow: false });
    expect(tally({ pass: 60 }, {})).toMatchObject({ isHeld: true, isBelow: false });
    expect(tally({ pass: 60 }, { pass: 50 })).toMatchObject({ isHeld: true, isBelow: true });
    // No chapter with a pass mark asks for it.
    const graded = course({ pass: 60 }, {});
    expect(progressOf(graded, types, stateAfter(graded, answers)).tallies.c2).toMatchObject({ isHeld: false, isBelow: false });
  });

  test('is below the pass mark once it has a score, until it is passed: a mark that was raised since changes nothing', () => {
    const below = (more: Partial<ModuleContent>, activities: Record<number, ActivityState>, state: Partial<LearnerState> = {}) =>
      shown(more, activities, state).belowPass;
    expect([below({ pass: 60 }, {}), below({ pass: 60 }, { 0: once(['b']) }), below({}, { 0: once(['b']) })]).toEqual([false, true, false]);
    expect(below({ pass: 60 }, { 0: once(['b']) }, { status: 'passed', score: 50 })).toBe(false);
    expect(below({ pass: 60 }, rightButQuiz)).toBe(false);
  });

  test('a course is below the pass mark if one of its chapters is', () => {
    const content = bakeryCourse({ pass: 60 }, { pass: 60 });
    const draw = { 5: { tries: 0, draft: { live: [6, 7], kept: [] } } };
    const state = stateAfter(content, { 0: once(['a']), 1: once(['a', 'b']), 2: once('x'), ...draw, 6: once(['b']) });
    const { belowPass, chapters } = progressOf(content, types, state);
    expect([belowPass, chapters.map(({ status }) => status)]).toEqual([true, ['passed', 'incomplete']]);
  });

  test('a question of a quiz without points holds no competency', () => {
    const quiz = activity(0, 'essai', 'quiz', { points: 0 });
    const question = activity(1, 'q', 'pick', { points: 0, quiz: 'essai', competencies: ['c1'] });
    const note = activity(2, 'recette', 'note', { competencies: ['c1'] });
    expect(shown({ activities: [quiz, question, note] }, { 2: once('x') }).competencies.c1).toEqual({ status: 'completed' });
  });

  test('a graded quiz holds no competency itself: its questions do', () => {
    const quiz = activity(0, 'essai', 'quiz', { competencies: ['c1'], options: { asks: 1 } });
    const question = activity(1, 'q', 'pick', { quiz: 'essai', competencies: ['c2'] });
    const answers = { 0: once({ live: [1], kept: [] }), 1: once(['a']) };
    expect(shown({ activities: [quiz, question] }, answers).competencies).toEqual({
      c1: { status: 'incomplete' },
      c2: { score: 100, status: 'completed' },
    });
  });

  test('an optional activity holds a competency on a page that the session asks for', () => {
    const [first, more] = [0, 1].map((n) => activity(n, `note${n}`, 'note', { competencies: ['c1'], required: n === 0 }));
    if (!first || !more) throw new RangeError();
    const stateOf = (answers: Record<number, ActivityState>) => shown({ activities: [first, more] }, answers).competencies.c1?.status;
    expect([stateOf({ 0: once('x') }), stateOf({ 0: once('x'), 1: once('y') })]).toEqual(['incomplete', 'completed']);
  });

  test('an activity of a page that goes further holds no competency, unless it is required', () => {
    const pages = [
      { id: 'fournil', n: 0, title: 'Le fournil' },
      { id: 'vente', n: 1, title: 'La vente', further: true as const },
    ];
    const stateOf = (required: boolean) => {
      const first = activity(0, 'recette', 'note', { competencies: ['c1'], page: 'fournil' });
      const more = activity(1, 'carnet', 'note', { competencies: ['c1'], page: 'vente', required });
      return shown({ pages, activities: [first, more] }, { 0: once('x') }).competencies.c1;
    };
    expect(stateOf(false)).toEqual({ status: 'completed' });
    expect(stateOf(true)).toEqual({ status: 'incomplete' });
  });

  test('a competency without points is completed', () => {
    const activities = [activity(0, 'recette', 'note', { competencies: ['c1'] })];
    expect(shown({ activities, pass: 50 }, {}).competencies.c1).toEqual({ status: 'incomplete' });
    expect(shown({ activities, pass: 50 }, { 0: once('x') }).competencies).toEqual({
      c1: { status: 'completed' },
      c2: { status: 'incomplete' },
    });
  });
});
