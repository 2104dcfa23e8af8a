import { make } from '../../src/player/element.ts';
import type { Inner, MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { drawQuestions } from './draw-questions.ts';
import { type Answer, FULL, type Options } from './scoring.ts';

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
  const button = again.firstElementChild as HTMLElement;
  const stored = context.answer;
  let answer: Answer = stored?.drawn.length ? stored : { round: 1, drawn: drawQuestions(options, Math.random), done: false, kept: [] };

  const members = (): Map<number, Member> => new Map(inner.list().map((member) => [member.n, member]));
  const asked = (): Member[] => {
    const all = members();
    return answer.drawn.flatMap((n) => all.get(n) ?? []);
  };

  function place(): void {
    const drawn = asked();
    for (const { root: question } of inner.list()) {
      question.hidden = !drawn.some((one) => one.root === question);
      question.querySelector(':scope > .quiz-number')?.remove();
    }
    drawn.forEach(({ root: question }, index) => {
      question.prepend(make('p', 'quiz-number', say(strings, 'number', { n: index + 1, total: drawn.length })));
      list.append(question);
    });
  }

  function showResult(): void {
    result.replaceChildren();
    again.hidden = true;
    if (!answer.done) return;
    const all = members();
    const kept = new Map(answer.kept);
    const now = percent(asked(), (member) => member.ratio);
    const best = percent(
      answer.kept.flatMap(([n]) => all.get(n) ?? []),
      (member) => (kept.get(member.n) ?? 0) / FULL,
    );
    const right = asked().filter((member) => member.ratio === 1).length;
    const lines = [make('p', 'quiz-score', say(strings, 'score', { right, total: asked().length, percent: Math.round(now) }))];
    if (answer.round > 1) lines.push(make('p', '', say(strings, 'best', { percent: Math.round(best) })));
    if (pass !== undefined && options.questions.some((question) => question.points > 0)) {
      lines.push(make('p', '', say(strings, best >= pass ? 'passed' : 'below', { pass })));
    }
    const left = attempts === 0 ? 1 : attempts - (answer.round % attempts || attempts);
    const fresh = left === 0 && pass !== undefined && best < pass;
    again.hidden = locked || best === 100 || (left === 0 && !fresh);
    button.textContent = say(strings, fresh ? 'restart' : 'again');
    if (attempts > 0 && !locked && best < 100)
      lines.push(make('p', '', say(strings, fresh ? 'fresh' : left ? 'left' : 'none', { n: left })));
    result.append(...lines);
  }

  function finish(): void {
    const drawn = asked();
    if (answer.done || drawn.length === 0 || drawn.some((member) => !member.submitted)) return;
    const all = members();
    const kept = new Map(answer.kept);
    const before = percent(
      answer.kept.flatMap(([n]) => all.get(n) ?? []),
      (member) => (kept.get(member.n) ?? 0) / FULL,
    );
    const better = kept.size === 0 || percent(drawn, (member) => member.ratio) >= before;
    answer = { ...answer, done: true, kept: better ? drawn.map(({ n, ratio }) => [n, Math.round(ratio * FULL)] as const) : answer.kept };
    context.submit(answer);
    inner.reveal();
    showResult();
  }

  button.onclick = () => {
    const before = answer.drawn;
    answer = { ...answer, round: answer.round + 1, drawn: drawQuestions(options, Math.random), done: false };
    context.draft(answer);
    inner.restart([...new Set([...before, ...answer.drawn])]);
    place();
    showResult();
    const first = asked()[0]?.root;
    first?.focus();
  };

  if (!stored?.drawn.length && !locked) context.draft(answer);
  place();
  if (answer.done) inner.reveal();
  showResult();
  inner.onChange(finish);
  return { show: () => {} };
}
