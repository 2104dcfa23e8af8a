import type { Diagnostics } from '../../../diagnostics/diagnostics.ts';
import { type Step, stepsOf, wordsIn } from '../../../html/steps.ts';
import type { Pace } from '../../../model/cover.ts';
import { isFor } from '../../../model/inner-nodes.ts';
import type { Node, ValidActivity, ValidPage } from '../../../model/source.ts';
import type { ActivityType, Form } from '../../../types/activity-type.ts';
import { composed } from '../forms/composed.ts';
import { groups } from '../forms/groups.ts';
import { scenes } from '../forms/scenes.ts';

/** Limits for a page that a learner can finish in one sitting: required activities and words. */
const MOST = { activities: 5, words: 900 };

/** Lines on two screens of a phone (390 × 844 pixels, 28 pixels a line, without the browser's bars). */
const MOST_LINES = 52;
const WORDS_A_LINE = 7;
/** Lines of a question besides its parts: kicker, instruction, button, spaces. */
const LINES_OF_QUESTION = 9;
/** Lines of a part, with its box. */
const LINES_OF_PART = 2.6;

type Types = ReadonlyMap<string, ActivityType>;

interface World {
  readonly types: Types;
  readonly diagnostics: Diagnostics;
}

/** Forms whose activities show one part at a time: a scene, a question, a card. */
const ONE_AT_A_TIME: readonly (Form | undefined)[] = [scenes, composed, groups];

/** Counts the words that an activity shows before it is answered. */
function wordsOf({ title, parts }: ValidActivity): number {
  return wordsIn(title) + parts.reduce((sum, { text }) => sum + wordsIn(text), 0);
}

function linesOf(activity: ValidActivity): number {
  return LINES_OF_QUESTION + wordsIn(activity.title) / WORDS_A_LINE + activity.parts.length * LINES_OF_PART;
}

function isActivity(node: Node): node is Extract<Node, { kind: 'activity' }> {
  return node.kind === 'activity';
}

function activitiesOf(nodes: readonly Node[]): ValidActivity[] {
  return nodes.filter(isActivity).map(({ activity }) => activity);
}

/** Estimates the height of a step in lines of a phone. */
function heightOf({ nodes }: Step, types: Types): number {
  const questions = activitiesOf(nodes).filter(({ type }) => !ONE_AT_A_TIME.includes(types.get(type)?.form));
  return proseOf(nodes) / WORDS_A_LINE + questions.reduce((sum, activity) => sum + linesOf(activity), 0);
}

/** Counts the words of the texts between activities. */
function proseOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + (node.kind === 'prose' ? wordsIn(node.html) : 0), 0);
}

function reportPage({ title, nodes, at }: ValidPage, diagnostics: Diagnostics): void {
  const activities = activitiesOf(nodes);
  const required = activities.filter(({ required: isRequired }) => isRequired).length;
  const words = activities.reduce((sum, one) => sum + wordsOf(one), proseOf(nodes));
  if (required > MOST.activities || words > MOST.words)
    diagnostics.notice('long-page', at, { page: title, activities: required, words, most: MOST.activities, limit: MOST.words });
}

function reportSteps({ title, nodes, at }: ValidPage, { types, diagnostics }: World): void {
  for (const step of stepsOf(nodes, title)) {
    const height = heightOf(step, types);
    const [activity] = activitiesOf(step.nodes);
    const screens = Math.round((20 * height) / MOST_LINES) / 10;
    if (height > MOST_LINES) diagnostics.notice('long-step', activity?.at ?? at, { step: step.title, screens });
  }
}

/** Reports pages that are too long for one sitting, and steps longer than two phone screens. Pages without steps have no limit. */
export function reportLongPages(pages: readonly ValidPage[], pace: Pace, world: World): void {
  if (pace === 'page') return;
  for (const written of pages) {
    const page = { ...written, nodes: written.nodes.filter((node) => isFor(node, '')) };
    reportPage(page, world.diagnostics);
    reportSteps(page, world);
  }
}
