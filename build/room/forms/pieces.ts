import type { Html } from '../../../src/model/course/activity.ts';
import { escapeHtml, plainHtml } from '../../text/plain-html.ts';
import type { RoomStrings } from '../room-strings.ts';

/** Returns the markup of an icon of the sprite. */
export function icon(name: string): Html {
  return `<svg class="c-icon" aria-hidden="true"><use href="#i-${name}"></use></svg>`;
}

/** Returns a field that counts raised hands, between two buttons. @param name name of the option */
export function counter(name: string, strings: RoomStrings): Html {
  const label = (key: 'hand' | 'hand.less' | 'hand.more'): string => escapeHtml(strings.format(key, { name }));
  return `<span class="r-count"><button type="button" data-less aria-label="${label('hand.less')}">${icon('minus')}</button><input inputmode="numeric" autocomplete="off" maxlength="3" value="0" aria-label="${label('hand')}"><button type="button" data-more aria-label="${label('hand.more')}">${icon('plus')}</button></span>`;
}

/** A bar whose length is the share of hands; the script sets it. */
export const BAR: Html = '<span class="r-fill" aria-hidden="true"></span>';

/** Returns a covered answer, which a click uncovers. @param of the question or item it answers, as plain text */
export function slot(value: Html, of: string, strings: RoomStrings): Html {
  const label = escapeHtml(strings.format('unlock', { name: of }));
  return `<button type="button" class="r-slot" aria-expanded="false"><span data-cover><span aria-hidden="true">?</span><span class="c-words">${label}</span></span><span data-under hidden>${value}</span></button>`;
}

/** Properties of a piece of feedback. */
interface Reason {
  /** Letter or number of the option that it explains. */
  readonly letter?: string;
  readonly mark?: 'right' | 'wrong';
  /** Shown only when the trainer asks for it. */
  readonly isMore?: boolean;
  /** The only reason until then: it needs no letter. */
  readonly isLone?: boolean;
}

/** Returns feedback, shown with the answer. */
export function why(html: Html, { letter = '', mark, isMore = false, isLone = false }: Reason = {}): Html {
  const badge = letter === '' ? '' : `<span class="r-letter" aria-hidden="true">${letter}</span>`;
  return `<div class="r-why" data-answer${isMore ? ' data-more' : ''}${isLone ? ' data-lone' : ''}${mark === undefined ? '' : ` data-mark="${mark}"`}>${badge}<div class="r-text c-prose">${html}</div></div>`;
}

/** Returns the list of words to choose from. */
export function bank(list: readonly Html[]): Html {
  return list.length === 0 ? '' : `<ul class="r-bank">${list.map((one) => `<li>${one}</li>`).join('')}</ul>`;
}

/** Returns a row with a covered answer. */
export function coveredRow(html: Html, value: Html, strings: RoomStrings, letter = ''): Html {
  const badge = letter === '' ? '' : `<span class="r-letter">${letter}</span>`;
  return `<li class="r-row" data-slots>${badge}<div class="r-text">${html}</div>${slot(value, plainHtml(html), strings)}</li>`;
}
