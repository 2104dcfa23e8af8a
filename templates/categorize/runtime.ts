import type { Token } from '../../src/model/course/activity.ts';
import type { Verdict } from '../../src/model/judging/verdict.ts';
import type { Markup, Missing, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { type Judged, Review } from '../../src/player/widgets/review.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { Deck } from './deck.ts';
import type { Placement } from './placement.ts';
import { Rows } from './rows.ts';
import type { Answer, Placed } from './scoring.ts';
import type { Options } from './type.ts';

type Body = Markup<{ '.categorize': HTMLElement; '.categorize-list': HTMLElement }>;

class Categorize implements Mounted<Answer> {
  readonly #context: MountContext<Options, Answer>;
  readonly #body: Body;
  readonly #placement: Placement;
  readonly #review: Review;
  #judged: Verdict | null = null;

  constructor(body: Body, context: MountContext<Options, Answer>) {
    const root = body.querySelector('.categorize');
    this.#context = context;
    this.#body = body;
    this.#review = new Review(body.querySelector('.categorize-list'), context.strings);
    this.#placement = root.hasAttribute('data-rows')
      ? new Rows(root, context, () => context.draft(this.#answer()))
      : new Deck(root, context);
    this.#placement.lock(context.locked);
  }

  read(): Answer | Missing {
    return this.#placement.missing() ?? this.#answer();
  }

  show(verdict: Verdict | null): void {
    const { locked, strings, options } = this.#context;
    this.#placement.lock(locked || !!verdict);
    if (verdict) {
      const wrong = options.items.filter(({ token }) => verdict.parts[token] !== 'right');
      this.#body.dataset.retry = format(strings, 'retry', { n: wrong.length });
      this.#review.show(this.#inOrder().map((item) => this.#judge(item, verdict)));
    } else {
      this.#review.clear();
      if (this.#judged)
        this.#placement.again(this.#inOrder().flatMap(({ token }) => (this.#judged?.parts[token] === 'right' ? [] : [token])));
    }
    this.#judged = verdict;
  }

  text(): string {
    const { groups, items } = this.#context.options;
    return groups
      .map(({ token, text }) => {
        const held = items.filter((item) => this.#placement.chosen(item.token).includes(token));
        return [text, ...held.map((item) => `– ${item.text}`)].join('\n');
      })
      .join('\n');
  }

  #answer(): Answer {
    const entries = this.#context.options.items.map(({ token }) => [token, this.#placement.chosen(token)] as const);
    return Object.fromEntries(entries.filter(([, groups]) => groups.length > 0));
  }

  /** The items in the order of the page. */
  #inOrder(): Placed[] {
    const { items } = this.#context.options;
    return this.#review.order.flatMap(({ dataset }) => items.find(({ token }) => token === dataset.chip) ?? []);
  }

  #namesOf(tokens: readonly Token[]): string {
    return this.#context.options.groups.flatMap(({ token, text }) => (tokens.includes(token) ? [text] : [])).join(' ; ');
  }

  #judge({ token, groups, feedback }: Placed, { parts, final }: Verdict): Judged {
    return {
      element: this.#review.order.find(({ dataset }) => dataset.chip === token) as HTMLElement,
      verdict: parts[token] ?? 'missed',
      given: this.#namesOf(this.#placement.chosen(token)),
      wanted: final ? this.#namesOf(groups) : '',
      before: format(this.#context.strings, 'expected', { n: groups.length }),
      reason: feedback,
    };
  }
}

export function mount(body: Body, context: MountContext<Options, Answer>): Mounted<Answer> {
  return new Categorize(body, context);
}
