import type { Inner, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { showBand } from '../../src/player/widgets/band.ts';
import { make } from '../../src/player/widgets/element.ts';
import { scoreHero } from '../../src/player/widgets/score-ring.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { wholePercent } from '../../src/player/widgets/whole-percent.ts';
import { drawQuestions } from './draw-questions.ts';
import { Pager } from './pager.ts';
import { type Answer, FULL, roundIn } from './scoring.ts';
import type { Options } from './type.ts';

/** Markup of the line with the buttons. */
type Again = { readonly children: readonly [button: HTMLElement, answers?: HTMLElement] } & HTMLElement;
/** Markup of the result, the line with the buttons, the questions, and the pager. */
type QuizMarkup = {
  readonly children: readonly [result: HTMLElement, again: Again, list: HTMLElement, pager?: ConstructorParameters<typeof Pager>[0]];
} & HTMLElement;
type QuizContext = MountContext<Options, Answer> & { readonly inner: Inner };

type Member = ReturnType<Inner['list']>[number];

/** Returns the percentage (0..100) won in some questions, weighted by points. Unscored ones have equal weight. */
function percent(members: readonly Member[], ratioOf = ({ ratio }: Member): number => ratio): number {
  const weight = members.some((member) => member.points > 0) ? (member: Member) => member.points : () => 1;
  const total = members.reduce((sum, member) => sum + weight(member), 0);
  return total === 0 ? 0 : (100 * members.reduce((sum, member) => sum + weight(member) * ratioOf(member), 0)) / total;
}

class Quiz implements Mounted<Answer> {
  readonly #context: MountContext<Options, Answer>;
  readonly #inner: Inner;
  readonly #result: HTMLElement;
  readonly #again: Again;
  readonly #list: HTMLElement;
  /** Absent if all questions are shown together. */
  readonly #pager: Pager | undefined;
  #answer: Answer;

  constructor(root: QuizMarkup, context: QuizContext) {
    const { options, locked, inner } = context;
    this.#context = context;
    this.#inner = inner;
    const [result, again, list, pager] = root.children;
    [this.#result, this.#again, this.#list] = [result, again, list];
    // A button to the next step exists only if the page is split into steps.
    this.#pager = pager && document.getElementById('c-go') ? new Pager(pager, context) : undefined;
    const stored = roundIn(context.answer);
    // A round whose questions were all removed from the text can't continue.
    const lasts = stored?.drawn.some((n) => stored.done || options.questions.some((question) => question.n === n));
    this.#answer =
      stored && lasts
        ? stored
        : { round: stored?.round ?? 1, drawn: drawQuestions(options, Math.random), done: false, kept: stored?.kept ?? [] };
    this.#listen();
    if (this.#answer !== stored && !locked) context.draft(this.#answer);
    this.#place();
    if (this.#answer.done) inner.reveal();
    this.#showResult();
    const settle = (): void => this.#settle();
    inner.onChange(settle);
    // The last open question may have been removed from the text: then the round is over.
    queueMicrotask(settle);
  }

  show(): void {}

  #listen(): void {
    const [button, answers] = this.#again.children;
    button.onclick = () => this.#askAgain();
    if (!answers) return;
    answers.textContent = format(this.#context.strings, 'answers');
    answers.onclick = () => {
      this.#answer = { ...this.#answer, second: [] };
      this.#end();
      this.#result.focus();
    };
  }

  #members(): Map<number, Member> {
    return new Map(this.#inner.list().map((member) => [member.n, member]));
  }

  #asked(): Member[] {
    const all = this.#members();
    return this.#answer.drawn.flatMap((n) => all.get(n) ?? []);
  }

  /** Percentage of the best round. */
  #best(): number {
    const { kept } = this.#answer;
    const [all, ratios] = [this.#members(), new Map(kept)];
    return percent(
      kept.flatMap(([n]) => all.get(n) ?? []),
      ({ n }) => (ratios.get(n) ?? 0) / FULL,
    );
  }

  /** Returns this round if it is not worse than the best one. */
  #bestKept(): Answer['kept'] {
    const { kept } = this.#answer;
    const drawn = this.#asked();
    const better = kept.length === 0 || percent(drawn) >= this.#best();
    return better ? drawn.map(({ n, ratio }) => [n, Math.round(ratio * FULL)] as const) : kept;
  }

  /** Lists questions for a second chance: all are answered, and the answers are not shown yet. */
  #missed(): Member[] {
    const drawn = this.#asked();
    const { second, done } = this.#answer;
    const { options, locked } = this.#context;
    const open = options.secondChance && !second && !done && !locked && drawn.every(({ submitted }) => submitted);
    return open ? drawn.filter(({ ratio }) => ratio < 1) : [];
  }

  #place(): void {
    const list = this.#list;
    const drawn = this.#asked();
    const { done, second = [] } = this.#answer;
    const { strings, locked } = this.#context;
    const shown = drawn.filter(({ n }) => done || locked || second.length === 0 || second.includes(n));
    for (const { root: question } of this.#inner.list()) {
      question.hidden = !shown.some((one) => one.root === question);
      question.querySelector(':scope > .quiz-number')?.remove();
    }
    drawn.forEach(({ root: question }, index) => {
      question.prepend(make('p', 'quiz-number', format(strings, 'number', { n: index + 1, total: drawn.length })));
      // Moves only if needed, because moving loses the focus.
      if (list.children[index] !== question) list.insertBefore(question, list.children[index] ?? null);
    });
    this.#pager?.ask(shown, done || locked);
  }

  /** Returns the sentences after the score of a finished round, and sets the button to begin another. */
  #linesAfter(): string[] {
    const { options, strings, attempts, pass, locked } = this.#context;
    const { round } = this.#answer;
    const [button] = this.#again.children;
    const percent = this.#best();
    const isHeld = pass !== undefined && options.questions.some((question) => question.points > 0);
    const left = attempts === 0 ? 1 : attempts - (round % attempts || attempts);
    const fresh = left === 0 && pass !== undefined && percent < pass;
    this.#again.hidden = locked || percent === 100 || (left === 0 && !fresh);
    button.textContent = format(strings, fresh ? 'restart' : 'again');
    return [
      ...(round > 1 ? [format(strings, 'best', { percent: wholePercent(percent, pass) })] : []),
      ...(isHeld ? [format(strings, percent >= pass ? 'passed' : 'below', { pass })] : []),
      ...(attempts > 0 && !locked && percent < 100 ? [format(strings, fresh ? 'fresh' : left ? 'left' : 'none', { n: left })] : []),
    ];
  }

  #showResult(): void {
    const result = this.#result;
    const { strings, pass } = this.#context;
    const [button, answers] = this.#again.children;
    const n = this.#missed().length;
    result.replaceChildren();
    this.#again.hidden = !n;
    if (answers) answers.hidden = !n;
    if (n) {
      result.dataset.offer = format(strings, 'offer');
      button.textContent = format(strings, 'second', { n });
    } else delete result.dataset.offer;
    if (!this.#answer.done && !n) return;
    const drawn = this.#asked();
    const right = drawn.filter((member) => member.ratio === 1).length;
    const won = percent(drawn);
    const values = { right, total: drawn.length, percent: wholePercent(won, pass) };
    const more = n ? [format(strings, 'chance', { n })] : this.#linesAfter();
    result.append(scoreHero(won, pass, [format(strings, 'right', values), ...more], format(strings, 'score', values)));
    if (!n) showBand(result, this.#context.options.bands, values.percent);
  }

  #end(): void {
    this.#answer = { ...this.#answer, done: true, kept: this.#bestKept() };
    this.#context.submit(this.#answer);
    this.#inner.reveal();
    this.#place();
    this.#showResult();
    if (!this.#pager) return;
    // The result is now above all questions, so « Continuer » moves there first.
    this.#result.dataset.offer = '';
    this.#result.addEventListener('focus', () => delete this.#result.dataset.offer, { once: true });
  }

  #settle(): void {
    const drawn = this.#asked();
    if (!this.#answer.done) this.#place();
    if (this.#context.locked || this.#answer.done || drawn.length === 0 || drawn.some((member) => !member.submitted)) return;
    if (this.#missed().length) this.#showResult();
    else this.#end();
  }

  /** Asks questions again: those of a new round, or the missed ones of this round. */
  #ask(next: Answer, numbers: readonly number[]): void {
    this.#answer = next;
    this.#context.draft(next);
    this.#inner.restart(numbers);
    this.#place();
    this.#showResult();
    this.#asked()
      .find((member) => !member.root.hidden)
      ?.root.focus();
  }

  #askAgain(): void {
    const answer = this.#answer;
    const second = this.#missed().map(({ n }) => n);
    if (second.length) {
      this.#ask({ ...answer, second, kept: this.#bestKept() }, second);
      return;
    }
    const { round, kept, drawn: before } = answer;
    const drawn = drawQuestions(this.#context.options, Math.random);
    this.#ask({ round: round + 1, drawn, done: false, kept }, [...new Set([...before, ...drawn])]);
  }
}

export function mount(root: QuizMarkup, context: QuizContext): Mounted<Answer> {
  return new Quiz(root, context);
}
