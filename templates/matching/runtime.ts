import type { Verdict } from '../../src/model/judging/verdict.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { type Judged, Review } from '../../src/player/widgets/review.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { Board } from './board.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

type Body = Markup<{
  '.matching': HTMLElement & Markup<{ '.matching-tray': HTMLElement; '.matching-count': HTMLElement }>;
  '.matching-rows': HTMLElement;
}>;

export function mount(body: Body, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, locked, strings } = context;
  const board = new Board(body.querySelector('.matching'), context);
  const review = new Review(body.querySelector('.matching-rows'), strings);
  board.lock(locked);

  function judge({ parts, final }: Verdict): Judged[] {
    return board.rows.map(({ token, element, slot }) => {
      const pair = options.pairs.find((one) => one.token === token);
      return {
        element,
        verdict: parts[token] ?? 'missed',
        given: board.textOf(slot.value),
        wanted: final ? board.textOf(pair?.target) : '',
        before: strings.expected ?? '',
        reason: pair?.feedback,
      };
    });
  }

  return {
    read() {
      const open = board.rows.filter(({ slot }) => !slot.value);
      return open[0] ? { missing: format(strings, 'missing', { n: open.length }), at: open[0].slot } : board.answer();
    },
    show(verdict) {
      board.lock(locked || !!verdict);
      review.clear();
      if (!verdict) return;
      const judged = judge(verdict);
      body.dataset.retry = format(strings, 'retry', { n: judged.filter((part) => part.verdict !== 'right').length });
      review.show(judged);
    },
    text: () => board.rows.map(({ left, slot }) => `${left} → ${board.textOf(slot.value) || '…'}`).join('\n'),
  };
}
