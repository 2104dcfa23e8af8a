// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Activity } from '../../../src/model/course/activity.ts';
import { fresh, last, noted, openFrame, tried, wrong } from './open-frame.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test('a type gets the stored answer, and what the page knows', () => {
  const { contexts, take } = openFrame({}, { answer: 'b', locked: true });
  const given = { answer: 'b', locked: true, submit: expect.any(Function), draft: expect.any(Function) };
  expect([contexts, take()]).toEqual([[{ options: { right: 'a' }, strings: {}, attempts: 3, ...given }], []]);
});

test('a press submits the answer that was read, marks it once, reports it to the quiz and announces the verdict', () => {
  const { press, take, world, root, verdict } = openFrame();
  press();
  expect(take()).toEqual([
    ['submit', 'four', 'b', false],
    ['standing', 'four', wrong],
    ['show', wrong],
    ['submitted', world.activity],
  ]);
  expect([verdict(), document.getElementById('c-live')?.textContent, root.dataset.calm !== undefined]).toEqual([
    'Pas tout à fait. Vous pouvez réessayer.',
    'Pas tout à fait. Vous pouvez réessayer.',
    true,
  ]);
});

test('another try clears the marks once, keeps them cleared while the answer stays, and goes to the first field', () => {
  const { press, take, frame, all, verdict } = openFrame();
  press();
  take();
  press();
  expect([take(), verdict(), document.activeElement === all('input')]).toEqual([[['show', null]], '', true]);
  frame.render();
  expect([take(), verdict()]).toEqual([[], '']);
});

test('nothing is submitted without an answer: what is missing is shown, and the page doesn’t rest', () => {
  const { press, take, now, all, root, contexts } = openFrame();
  const missing = () => [all('.c-missing').hidden, all('.c-missing').textContent?.trim()];
  now.read = { missing: 'Écrivez.', at: all('textarea') };
  press();
  expect([take(), missing(), document.activeElement === all('textarea'), root.dataset.calm]).toEqual([
    [],
    [false, 'Écrivez.'],
    true,
    undefined,
  ]);
  contexts[0]?.draft('c');
  expect([take(), missing()]).toEqual([[['draft', 'four', 'c', false]], [true, '']]);
  press();
  now.read = undefined;
  press();
  expect([take(), missing()]).toEqual([[], [false, 'Écrivez.']]);
  contexts[0]?.submit('c');
  expect(missing()).toEqual([true, '']);
});

test('what a type does before the learner does something is by itself, and offers no next step', () => {
  const { contexts, take, now, all } = openFrame();
  now.verdict = last;
  contexts[0]?.draft('c');
  contexts[0]?.submit('c');
  expect(take().filter(([name]) => name === 'draft' || name === 'submit')).toEqual([
    ['draft', 'four', 'c', true],
    ['submit', 'four', 'c', true],
  ]);
  expect(all('.c-actions').hidden).toBe(true);
  all('textarea').dispatchEvent(new Event('input', { bubbles: true }));
  contexts[0]?.submit('c');
  expect([all('.c-actions').hidden, all('button').dataset.action]).toEqual([false, 'continue']);
});

test('the next step is offered after a press, not once another question was submitted, and leads on', () => {
  const { press, take, now, frame, all, root } = openFrame();
  now.verdict = last;
  press();
  expect(all('button').dataset.action).toBe('continue');
  take();
  press();
  expect(take()).toEqual([['go on', root]]);
  frame.passed();
  expect(all('.c-actions').hidden).toBe(true);
});

test('an answer that is noted already is shown again, not submitted again', () => {
  const { press, take, all, verdict } = openFrame({}, tried(noted));
  expect([verdict(), all('button').dataset.action ?? 'check', document.getElementById('c-live')?.textContent]).toEqual([
    'C’est noté.',
    'check',
    '',
  ]);
  take();
  press();
  expect([take(), all('button').dataset.action, document.getElementById('c-live')?.textContent]).toEqual([
    [['show', noted]],
    'continue',
    'C’est noté.',
  ]);
});

test('a type is mounted again, locked, if its verdict is withheld, and not again after that', () => {
  const { press, take, now, frame, contexts, root, all } = openFrame({ quiz: 'bilan' });
  now.withheld = true;
  now.verdict = last;
  press();
  frame.render();
  expect(contexts.map(({ locked, answer }) => [locked, answer])).toEqual([
    [false, null],
    [true, 'b'],
  ]);
  expect([take().map(([name]) => name), root.dataset.state]).toEqual([['submit', 'standing', 'submitted'], 'done']);
  expect(all('[data-body]').textContent?.match(/mounted/g)).toHaveLength(1);
});

test('a question of a quiz starts afresh at once, on the first markup; other types keep theirs', () => {
  const copies = (quiz: Partial<Activity>) => {
    const { press, frame, now, all, root, take } = openFrame(quiz);
    press();
    now.standing = fresh;
    take();
    frame.remount();
    return [
      all('[data-body]').textContent?.match(/mounted/g)?.length,
      root.dataset.calm,
      all('button').dataset.action,
      root.dataset.state,
      take(),
    ];
  };
  expect([copies({ quiz: 'bilan' }), copies({})]).toEqual([
    [1, undefined, 'check', 'new', []],
    [2, undefined, 'check', 'new', []],
  ]);
});

test('a remount forgets that the learner pressed', () => {
  const { press, frame, now, all } = openFrame();
  now.verdict = last;
  press();
  frame.remount();
  expect(all('.c-actions').hidden).toBe(true);
});

test('a type is notified when its page is shown again, and gives its answer as text', () => {
  const { frame, take } = openFrame();
  frame.shown();
  expect([take(), frame.text()]).toEqual([[['shown']], 'Texte']);
});

test('a type is not mounted again for a verdict that is shown, or while its question stays open', () => {
  const shown = openFrame();
  shown.now.verdict = last;
  shown.press();
  expect(shown.contexts).toHaveLength(1);
  const open = openFrame({ quiz: 'bilan' });
  open.now.withheld = true;
  open.press();
  expect(open.contexts).toHaveLength(1);
});

test('an answer that is empty is submitted as it is', () => {
  for (const read of [null, '', 0, false]) {
    const { press, take, now } = openFrame();
    now.read = read;
    press();
    expect(take()[0]).toEqual(['submit', 'four', read, false]);
  }
});
