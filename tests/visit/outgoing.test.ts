import { describe, expect, test } from 'vitest';
import { encodeState } from '../../src/model/state/codec.ts';
import { withChecks } from '../../src/model/state/saved-text.ts';
import { newState } from '../../src/model/state/state.ts';
import { createOutgoing } from '../../src/visit/outgoing.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';
import { noise } from '../helpers/noise.ts';
import { savedState } from '../helpers/saved-state.ts';

const fields = [{ maxCharacters: 2000 }];
const content = bakery({ activities: [activity(2, 'recette', 'note', { options: { fields } })] });

function open(
  more: {
    counted?: number;
    time?: number;
    registerFirst?: boolean;
    limit?: number;
    heavy?: boolean;
    isHeard?: boolean;
    aside?: readonly string[];
  } = {},
) {
  const { counted, time = 60, registerFirst = true, limit = 64_000, heavy = false, isHeard = false, aside = [] } = more;
  const texts: string[] = [];
  const log: string[] = [];
  const setAside: (readonly string[])[] = [];
  const copy = {
    keep(attempt: string, text: string, isKnown: boolean) {
      texts.push(text);
      log.push(`keep ${attempt} ${isKnown} ${text.length > 0}`);
    },
    erase: (attempt: string) => void log.push(`erase ${attempt}`),
    setAside(left: readonly string[], text: string) {
      setAside.push([...left, text]);
      log.push(`aside ${left.length}`);
    },
  };
  const driver = { limits: { state: limit, text: 255, registerFirst }, register: () => void log.push('register'), isHeavy: () => heavy };
  const world = { content, types: bakeryTypes, driver, note: () => void log.push('note') };
  const first = { ...newState('t'), time };
  const beginning = { launch: { state: 'kept', ...(counted !== undefined && { counted }) }, state: first, copy, aside, isHeard };
  const outgoing = createOutgoing(world as never, beginning as never, { answered: new Map([[2, { time: 7000, latency: 5 }]]) } as never);
  return { outgoing, log, texts, setAside, take: () => log.splice(0), first };
}

describe('a record', () => {
  test('has the time of this visit, and that of earlier ones that the LMS has not counted', () => {
    const session = (more: object) => {
      const { outgoing, first } = open(more);
      return outgoing.record({ ...first, time: 100 }, false, false).session;
    };
    expect([session({}), session({ counted: 60 }), session({ counted: 45 }), session({ counted: 90 })]).toEqual([40, 40, 55, 40]);
  });

  test('is noted and copied before it is sent, after the questions are registered once', () => {
    const { outgoing, take, first } = open();
    outgoing.record(first, false, false);
    expect(take()).toEqual(['register', 'note', 'keep t false true', 'aside 0']);
    outgoing.record(first, false, false);
    expect(take()).toEqual(['note', 'keep t false true', 'aside 0']);
  });

  test('of the time alone is not', () => {
    const { outgoing, take, first } = open({ registerFirst: false });
    expect([outgoing.record(first, false, true).silent, 'silent' in outgoing.record(first, false, false), take()]).toEqual([
      true,
      false,
      ['note', 'keep t false true', 'aside 0'],
    ]);
  });

  test('has the time of each answer of this visit, and its text up to the limit of the LMS', () => {
    const { outgoing, first } = open();
    const { interactions } = outgoing.record(
      { ...first, places: [[2, 0, 1]], activities: { 2: { tries: 1, answer: 'Farine' } } },
      false,
      false,
    );
    expect(interactions).toMatchObject([{ id: 'recette', time: 7000, latency: 5, response: { text: 'Farine' } }]);
    const long = { ...first, places: [[2, 0, 1] as const, [2, 0, 2] as const], activities: { 2: { tries: 1, answer: 'a'.repeat(300) } } };
    const pieces = outgoing.record(long, false, false).interactions.map(({ response }) => ('text' in response ? response.text.length : 0));
    expect(pieces).toEqual([255, 45]);
  });

  test('keeps the present text of the LMS where it must', () => {
    const { outgoing, first } = open();
    expect([outgoing.record(first, true, false).state, outgoing.record(first, false, false).state === 'kept']).toEqual(['kept', false]);
  });
});

describe('the local copy', () => {
  test('is erased once all of it is confirmed', () => {
    const { outgoing, take, first } = open();
    outgoing.record(first, false, false);
    take();
    outgoing.confirmed(first);
    expect(take()).toEqual(['erase t']);
    outgoing.record(first, false, false);
    expect(take()).toContain('keep t true true');
  });

  test('of an earlier visit is erased by the first confirmation', () => {
    const { outgoing, take, first } = open();
    outgoing.confirmed(first);
    expect(take()).toEqual(['erase t']);
  });

  test('stays while it has an answer that no save has', () => {
    const { outgoing, take, first } = open();
    outgoing.record(first, false, false);
    take();
    outgoing.keepAtOnce(first);
    expect(take()).toEqual(['keep t false true']);
    outgoing.confirmed(first);
    expect(take()).toEqual([]);
    outgoing.record(first, false, false);
    take();
    outgoing.confirmed(first);
    expect(take()).toEqual(['erase t']);
  });

  test('stays while the LMS has no room, or may not have received it', () => {
    const answer = noise(900, 1);
    const words = { ...newState('t'), activities: { 2: { tries: 1, answer } } };
    const tight = open({ limit: 400 });
    const { state } = tight.outgoing.record(words, false, false);
    expect([state.length <= 400, tight.outgoing.without(), tight.outgoing.isComplete()]).toEqual([true, [2], false]);
    const roomy = open();
    const { state: whole } = roomy.outgoing.record(words, false, false);
    expect(roomy.texts).toEqual([whole]);
    // This browser has what the LMS doesn't.
    expect(savedState(tight.texts.at(-1) ?? '')?.activities[2]?.answer).toBe(answer);
    tight.take();
    tight.outgoing.confirmed(words);
    expect(tight.take()).toEqual([]);
    const heavy = open({ heavy: true });
    heavy.outgoing.record(heavy.first, false, false);
    heavy.take();
    heavy.outgoing.confirmed(heavy.first);
    expect([heavy.outgoing.isComplete(), heavy.take()]).toEqual([false, []]);
  });

  test('has checks, and is marked as known where the LMS already had a state', () => {
    const { outgoing, take, texts, first } = open({ isHeard: true });
    const answered = { ...first, activities: { 2: { tries: 1, answer: 'Farine' } } };
    const whole = encodeState(withChecks(content, answered), content);
    outgoing.record(answered, false, false);
    outgoing.keepAtOnce(answered);
    expect([texts, take().filter((line) => line.startsWith('keep'))]).toEqual([
      [whole, whole],
      ['keep t true true', 'keep t true true'],
    ]);
  });

  test('has texts of other versions for which the LMS has no room, by the text that the LMS gets', () => {
    const other = encodeState(newState('other'), { id: content.id, line: 'other' });
    const roomy = open({ aside: [other] });
    const { state } = roomy.outgoing.record(roomy.first, false, false);
    expect([state.split('.')[1], roomy.setAside, roomy.texts]).toEqual([other, [[state]], [state.split('.')[0]]]);
    const tight = open({ aside: [other], limit: state.length - 1 });
    const { state: short } = tight.outgoing.record(tight.first, false, false);
    expect([short, tight.setAside]).toEqual([state.split('.')[0], [[other, short]]]);
  });

  test('of a text without room for checks in the LMS has none either', () => {
    const answered = { ...newState('t'), activities: { 2: { tries: 1, answer: 'Farine' } } };
    const bare = encodeState(answered, content);
    const { outgoing, texts } = open({ limit: bare.length, time: 0 });
    expect([outgoing.record(answered, false, false).state, texts]).toEqual([bare, [bare]]);
  });

  test('of the minutes alone holds no answer', () => {
    const { outgoing, take, first, texts } = open({ isHeard: true });
    outgoing.keepMinutes({ ...first, active: 30, activities: { 2: { tries: 1, answer: 'Farine' } } });
    expect(take()).toEqual(['keep t true true']);
    expect(savedState(texts.at(-1) ?? '')).toMatchObject({ attempt: 't', time: 60, active: 30, activities: {} });
  });
});
