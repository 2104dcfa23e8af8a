import type { Activity, Answer, Scoring } from '../../src/model/activity.ts';
import type { ModuleContent } from '../../src/model/course.ts';
import type { LearnerState } from '../../src/model/state.ts';
import type { Progress, SaveStatus, Standing, Tracker } from '../../src/tracker.ts';
import type { Verdict } from '../../src/player/mount.ts';
import { newState } from '../../src/model/state.ts';

interface Kept {
  answer?: Answer;
  draft?: Answer;
  tries: number;
}

/** A tracker without an LMS, as little as the player needs; `calls` says what it was told. */
export interface FakeTracker extends Tracker {
  readonly calls: string[];
  /** Sets what the save status says, and tells the player. */
  say(status: SaveStatus): void;
  /** Marks of the pages that `progress` gives. */
  marks: Record<string, 'new' | 'begun' | 'done'>;
  place: number;
}

/** Keeps answers in memory and judges them with the types' own scoring. */
export function fakeTracker(content: ModuleContent, types: Readonly<Record<string, Pick<Scoring, 'score'>>>, start: Readonly<Record<string, Answer>> = {}): FakeTracker {
  const kept = new Map<string, Kept>(Object.entries(start).map(([id, answer]) => [id, { answer, tries: 1 }]));
  const listeners: (() => void)[] = [];
  const seen = new Set<number>();
  let status: SaveStatus = 'saved';
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const activityOf = (id: string) => content.activities.find((activity) => activity.id === id) as Activity;

  function verdictOf(activity: Activity, { answer, tries }: Kept): Verdict | null {
    if (answer === undefined) return null;
    const { ratio, parts } = types[activity.type]?.score(activity.options, answer) ?? { ratio: 1, parts: {} };
    const final = ratio === 1 || (activity.attempts > 0 && tries >= activity.attempts);
    if (Object.keys(parts).length === 0) return { outcome: 'done', ratio, parts, final: false };
    const visible = Object.fromEntries(Object.entries(parts).filter(([, part]) => final || part !== 'missed'));
    return { outcome: ratio === 1 ? 'right' : ratio > 0 ? 'partly' : 'wrong', ratio, parts: visible, final };
  }

  function standing(id: string): Standing {
    const activity = activityOf(id);
    const one = kept.get(id) ?? { tries: 0 };
    const verdict = verdictOf(activity, one);
    return {
      answer: one.draft ?? one.answer ?? null,
      submitted: one.answer !== undefined,
      tries: one.tries,
      left: activity.attempts ? activity.attempts - one.tries : Number.POSITIVE_INFINITY,
      locked: !!verdict?.final || status === 'review',
      verdict: one.draft === undefined ? verdict : null,
    };
  }

  function progress(): Progress {
    const asked = content.activities.filter((activity) => activity.required);
    const left = asked.filter(({ id }) => !standing(id).submitted).map(({ id }) => id);
    const competencies = Object.fromEntries(content.competencies.map(({ id }, index) => [id, index ? { status: 'incomplete' as const } : { score: 62.5, status: 'passed' as const }]));
    return { done: asked.length - left.length, total: asked.length, pages: tracker.marks, left, ...(left.length < asked.length ? { score: 62.5 } : {}), status: 'incomplete', competencies, time: 3900, active: 1500 };
  }

  const tracker: FakeTracker = {
    calls: [],
    marks: {},
    place: content.pages[0]?.n ?? 0,
    say(next) {
      status = next;
      tell();
    },
    launch: { mode: 'normal', state: '', learner: { id: 'l1', name: 'Durand, Lina' }, alone: false, interactions: 0 },
    state: (): LearnerState => ({ ...newState('test'), page: tracker.place, seen: [...seen] }),
    standing,
    visit(page) {
      tracker.calls.push(`visit ${page}`);
      seen.add(content.pages.find(({ id }) => id === page)?.n ?? -1);
      tell();
    },
    draft(id, answer) {
      const one = kept.get(id) ?? { tries: 0 };
      const same = JSON.stringify(answer) === JSON.stringify(one.answer);
      const { draft: _, ...rest } = one;
      kept.set(id, same ? rest : { ...rest, draft: answer });
      tell();
    },
    submit(id, answer) {
      tracker.calls.push(`submit ${id} ${JSON.stringify(answer)}`);
      const one: Kept = { answer, tries: (kept.get(id)?.tries ?? 0) + 1 };
      kept.set(id, one);
      tell();
      return verdictOf(activityOf(id), one) as Verdict;
    },
    restart(numbers) {
      for (const { id, n } of content.activities) if (numbers.includes(n)) kept.delete(id);
      tell();
    },
    progress,
    saveStatus: () => status,
    flush: () => void tracker.calls.push('flush'),
    leave: () => void tracker.calls.push('leave'),
    subscribe(listener) {
      listeners.push(listener);
      return () => void listeners.splice(listeners.indexOf(listener), 1);
    },
    lastFault: () => null,
  };
  return tracker;
}
