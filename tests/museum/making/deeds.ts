import type { Activity } from '../../../src/model/course/activity.ts';
import type { Learner } from './learner.ts';

/** First visit: only the first page. */
export function begin({ page }: Learner): void {
  if (!page) throw new Error('no page is on screen');
}

/** Answers one question wrong and begins the next one. A quiz with a second chance is left at that point. */
function leaveInTheMiddle(learner: Learner, quiz: Activity): void {
  const [first, ...others] = learner.questions(quiz);
  if (first) learner.submit(first, learner.answers(first).wrong);
  const hasChance = (quiz.options as { readonly secondChance?: boolean }).secondChance;
  if (hasChance) {
    for (const question of others) learner.submit(question, learner.answers(question).right);
    learner.secondChance(quiz);
  }
  const [next] = learner.questions(quiz);
  if (next) learner.draft(next, learner.answers(next).begun);
}

/**
 * Second visit: most pages, each activity in one of seven manners (right, wrong, again, only begun …). The learner leaves on the
 * page of the first quiz, in the middle of its round.
 */
export function work(learner: Learner): void {
  const { pages, activities } = learner.account.content;
  let turn = activities.length;
  for (const [index, { id }] of pages.entries()) {
    const quizzes = learner.quizzesOn(id);
    if (index % 16 === 3 && quizzes.length === 0) continue;
    learner.turnTo(id);
    for (const activity of learner.openOn(id)) learner.workOn(activity, turn++ % 7);
    for (const quiz of quizzes) {
      leaveInTheMiddle(learner, quiz);
    }
  }
  const quiz = pages.find(({ id }) => learner.quizzesOn(id).length > 0);
  if (quiz) learner.turnTo(quiz.id);
}

/** A visit without network: answers what is new on this page and on those not seen yet. */
export function goOn(learner: Learner): void {
  const { content, seen } = learner.account;
  const fresh = content.pages.filter(({ n }) => !seen.has(n)).map(({ id }) => id);
  for (const id of [learner.page, ...fresh]) {
    if (id !== learner.page) learner.turnTo(id);
    for (const quiz of learner.quizzesOn(id))
      for (const question of learner.questions(quiz).slice(0, 1)) learner.submit(question, learner.answers(question).right);
    for (const activity of learner.openOn(id)) if (learner.account.of(activity).tries === 0) learner.workOn(activity, activity.n % 3);
  }
}

/**
 * Last visit: submits everything that is open, but leaves wrong answers as they are. Then the first quiz gets a second round: a
 * long one is finished, a short one is left in the middle. Any other quiz ends with wrong answers.
 */
export function finish(learner: Learner): void {
  const { pages } = learner.account.content;
  let quizzes = 0;
  for (const { id } of pages) {
    learner.turnTo(id);
    for (const activity of learner.openOn(id)) {
      const { tries, draft } = learner.account.of(activity);
      if (tries === 0 || draft !== undefined) learner.workOn(activity, 0);
    }
    for (const quiz of learner.quizzesOn(id)) {
      const isFirst = quizzes++ === 0;
      for (const [index, question] of learner.questions(quiz).entries())
        learner.submit(question, learner.answers(question)[isFirst && index % 2 === 0 ? 'right' : 'wrong']);
      if (!isFirst) continue;
      learner.again(quiz);
      const questions = learner.questions(quiz);
      for (const question of questions.length > 3 ? questions : questions.slice(0, 1))
        learner.submit(question, learner.answers(question).right);
    }
  }
}
