import type { Activity } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { rightAnswer, wrongAnswer } from '../e2e/answers.ts';
import { answerActivity, buttonOf, isOpen, openEverything, pressButton, turnPair } from './visit-learner.ts';
import type { VisitTab } from './visit-tab.ts';

/** Does something with one activity; the page is on screen. */
type Deed = (tab: VisitTab, activity: Activity) => Promise<void>;

async function press(tab: VisitTab, activity: Activity, ...actions: readonly string[]): Promise<boolean> {
  const action = await buttonOf(tab, activity);
  if (!actions.includes(action)) return false;
  await tab.step(`${activity.id}: press ${action}`, () => pressButton(tab, activity));
  return true;
}

const beginIt: Deed = async (tab, activity) => {
  const answer = wrongAnswer(activity);
  if (answer === null || !(await isOpen(tab, activity))) return;
  await tab.step(`${activity.id}: begin`, () => answerActivity(tab, activity, answer, true));
};

const missIt: Deed = async (tab, activity) => {
  const answer = wrongAnswer(activity);
  if (answer === null || !(await isOpen(tab, activity))) return;
  await press(tab, activity, 'check');
  if (!(await isOpen(tab, activity))) return;
  await tab.step(`${activity.id}: wrong`, () => answerActivity(tab, activity, answer));
  await press(tab, activity, 'check');
};

const solveIt: Deed = async (tab, activity) => {
  const answer = rightAnswer(activity);
  if (answer === null) return;
  await press(tab, activity, 'retry');
  if (!(await isOpen(tab, activity))) return;
  await tab.step(`${activity.id}: right`, () => answerActivity(tab, activity, answer));
  await press(tab, activity, 'check');
  await press(tab, activity, 'continue');
};

/** Finds the pairs of a memory, the first one wrongly once. */
const pairUp: Deed = async (tab, { id, type, options }) => {
  if (type !== 'memory') return;
  const { pairs } = options as { pairs: readonly { token: string; target: string }[] };
  const wrong = [pairs[0]?.token ?? '', pairs[1]?.target ?? ''] as const;
  for (const [left, right] of [wrong, ...pairs.map(({ token, target }) => [token, target] as const)]) {
    await tab.step(`${id}: turn ${left} ${right}`, () => tab.sco.evaluate(turnPair, [id, left, right] as const));
  }
};

async function turnTo(tab: VisitTab, page: string): Promise<void> {
  await tab.step(`page ${page}`, () =>
    tab.sco.evaluate((id) => document.querySelector<HTMLElement>(`#c-pages a[href="#p-${id}"]`)?.click(), page),
  );
}

async function show(tab: VisitTab, action: string): Promise<void> {
  await tab.step(action, () => tab.sco.evaluate((name) => document.querySelector<HTMLElement>(`[data-action="${name}"]`)?.click(), action));
}

/** Goes through all pages in order, then to the results and the notebook. */
async function through(tab: VisitTab, content: ModuleContent, ...actions: readonly Deed[]): Promise<void> {
  for (const page of content.pages) {
    await turnTo(tab, page.id);
    const here = content.activities.filter((activity) => activity.page === page.id);
    for (const action of actions) for (const activity of here) await action(tab, activity);
  }
  for (const view of ['results', 'notebook']) await show(tab, view);
}

const openAll: Deed = async (tab, activity) => {
  if (rightAnswer(activity) === null) await tab.step(`${activity.id}: open`, () => tab.sco.evaluate(openEverything));
};

const again: Deed = async (tab, { id, type }) => {
  if (type !== 'quiz') return;
  const button = `#a-${id} [data-action="quiz-restart"]`;
  const shown = await tab.sco.evaluate((selector) => document.querySelector(selector)?.checkVisibility() ?? false, button);
  if (shown)
    await tab.step(`${id}: restart`, () => tab.sco.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), button));
};

async function visit(tab: VisitTab, name: string, content: ModuleContent, ...actions: readonly Deed[]): Promise<void> {
  await tab.launch(name);
  await through(tab, content, ...actions);
  await tab.leave();
}

async function lookBack(tab: VisitTab, content: ModuleContent): Promise<void> {
  await visit(tab, 'look', content);
  await tab.launch('review', 'review');
  await through(tab, content);
  await tab.leave();
}

/** Everything by the key, over one visit, and a look back. */
export async function playByKey(tab: VisitTab, content: ModuleContent): Promise<void> {
  await visit(tab, 'by the key', content, openAll, solveIt);
  await lookBack(tab, content);
}

/** Each activity begun, answered wrongly and at last rightly, each in a visit of its own, and a look back. */
export async function playByTrial(tab: VisitTab, content: ModuleContent): Promise<void> {
  await visit(tab, 'begun', content, openAll, beginIt);
  await visit(tab, 'wrong', content, missIt);
  await visit(tab, 'right', content, pairUp, solveIt, again, solveIt);
  await lookBack(tab, content);
}
