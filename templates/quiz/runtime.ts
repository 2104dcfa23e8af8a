import { make } from '../../src/player/element.ts';
import type { Inner, MountContext, Mounted } from '../../src/player/mount.ts';
import { wholePercent } from '../../src/player/whole-percent.ts';
import { say } from '../../src/player/words.ts';
import { drawQuestions } from './draw-questions.ts';
import { type Answer, FULL, type Options, roundIn } from './scoring.ts';

type Member = ReturnType<Inner['list']>[number];

/** Percent 0..100 of some questions by their points; unscored ones weigh alike. */
function percent(members: readonly Member[], ratioOf: (member: Member) => number): number {
  const weight = members.some((member) => member.points > 0) ? (member: Member) => member.points : () => 1;
  const total = members.reduce((sum, member) => sum + weight(member), 0);
  return total === 0 ? 0 : (100 * members.reduce((sum, member) => sum + weight(member) * ratioOf(member), 0)) / total;
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, strings, attempts, pass, locked } = context;
  const inner = context.inner as Inner;
  const [result, again, list] = root.children as unknown as readonly [HTMLElement, HTMLElement, HTMLElement];
  const [button, answers] = again.children as unknown as readonly [HTMLElement, HTMLElement | undefined];
  const stored = roundIn(context.answer);
  // Of a round whose questions are all gone from the text nothing can be asked any more.
  const lasts = stored?.drawn.some((n) => stored.done || options.questions.some((question) => question.n === n));
  let answer: Answer =
    stored && lasts
      ? stored
      : { round: stored?.round ?? 1, drawn: drawQuestions(options, Math.random), done: false, kept: stored?.kept ?? [] };

  const members = (): Map<number, Member> => new Map(inner.list().map((member) => [member.n, member]));
  const asked = (): Member[] => {
    const all = members();
    return answer.drawn.flatMap((n) => all.get(n) ?? []);
  };
  /** Percent of the best round. */
  const best = (): number => {
    const [all, kept] = [members(), new Map(answer.kept)];
    return percent(
      answer.kept.flatMap(([n]) => all.get(n) ?? []),
      ({ n }) => (kept.get(n) ?? 0) / FULL,
    );
  };
  /** This round if it is no worse than the best one. */
  function bestKept(): Answer['kept'] {
    const drawn = asked();
    const better = answer.kept.length === 0 || percent(drawn, ({ ratio }) => ratio) >= best();
    return better ? drawn.map(({ n, ratio }) => [n, Math.round(ratio * FULL)] as const) : answer.kept;
  }
  /** Questions that may be asked once more: all are answered, and the answers not shown yet. */
  function missed(): Member[] {
    const drawn = asked();
    const open = options.secondChance && !answer.second && !answer.done && !locked && drawn.every(({ submitted }) => submitted);
    return open ? drawn.filter(({ ratio }) => ratio < 1) : [];
  }

  function place(): void {
    const drawn = asked();
    const { done, second = [] } = answer;
    const shown = drawn.filter(({ n }) => done || locked || second.length === 0 || second.includes(n));
    for (const { root: question } of inner.list()) {
      question.hidden = !shown.some((one) => one.root === question);
      question.querySelector(':scope > .quiz-number')?.remove();
    }
    drawn.forEach(({ root: question }, index) => {
      question.prepend(make('p', 'quiz-number', say(strings, 'number', { n: index + 1, total: drawn.length })));
      // Moved only where it must be: what has the focus would lose it.
      if (list.children[index] !== question) list.insertBefore(question, list.children[index] ?? null);
    });
  }

  /** What follows the score of a round that is over, and the button to begin another. */
  function linesAfter(): HTMLElement[] {
    const percent = best();
    const lines: HTMLElement[] = [];
    if (answer.round > 1) lines.push(make('p', '', say(strings, 'best', { percent: wholePercent(percent, pass) })));
    if (pass !== undefined && options.questions.some((question) => question.points > 0)) {
      lines.push(make('p', '', say(strings, percent >= pass ? 'passed' : 'below', { pass })));
    }
    const left = attempts === 0 ? 1 : attempts - (answer.round % attempts || attempts);
    const fresh = left === 0 && pass !== undefined && percent < pass;
    again.hidden = locked || percent === 100 || (left === 0 && !fresh);
    button.textContent = say(strings, fresh ? 'restart' : 'again');
    if (attempts > 0 && !locked && percent < 100)
      lines.push(make('p', '', say(strings, fresh ? 'fresh' : left ? 'left' : 'none', { n: left })));
    return lines;
  }

  function showResult(): void {
    const n = missed().length;
    result.replaceChildren();
    again.hidden = true;
    if (answers) answers.hidden = !n;
    if (n) result.dataset.offer = strings.offer ?? '';
    else delete result.dataset.offer;
    if (!answer.done && !n) return;
    const drawn = asked();
    const right = drawn.filter((member) => member.ratio === 1).length;
    const won = percent(drawn, ({ ratio }) => ratio);
    const values = { right, total: drawn.length, percent: wholePercent(won, pass) };
    const lines: HTMLElement[] = [make('p', 'quiz-score', say(strings, 'score', values))];
    if (n) {
      again.hidden = false;
      button.textContent = say(strings, 'second', { n });
      lines.push(make('p', '', say(strings, 'chance', { n })));
    } else lines.push(...linesAfter());
    result.append(...lines);
  }

  function end(): void {
    answer = { ...answer, done: true, kept: bestKept() };
    context.submit(answer);
    inner.reveal();
    place();
    showResult();
  }

  function settle(): void {
    const drawn = asked();
    if (locked || answer.done || drawn.length === 0 || drawn.some((member) => !member.submitted)) return;
    if (missed().length) showResult();
    else end();
  }

  /** Asks some questions afresh: those of a new round, or the missed ones of this. */
  function ask(next: Answer, numbers: readonly number[]): void {
    answer = next;
    context.draft(answer);
    inner.restart(numbers);
    place();
    showResult();
    asked()
      .find((member) => !member.root.hidden)
      ?.root.focus();
  }

  button.onclick = () => {
    const second = missed().map(({ n }) => n);
    if (second.length) {
      ask({ ...answer, second, kept: bestKept() }, second);
      return;
    }
    const { round, kept, drawn: before } = answer;
    const drawn = drawQuestions(options, Math.random);
    ask({ round: round + 1, drawn, done: false, kept }, [...new Set([...before, ...drawn])]);
  };
  if (answers) {
    answers.textContent = say(strings, 'answers');
    answers.onclick = () => {
      answer = { ...answer, second: [] };
      end();
      result.focus();
    };
  }

  if (answer !== stored && !locked) context.draft(answer);
  place();
  if (answer.done) inner.reveal();
  showResult();
  inner.onChange(settle);
  // A question that was still open may be gone from the text: then the round is over.
  queueMicrotask(settle);
  return { show: () => {} };
}
