import type { Html } from '../../../src/model/course/activity.ts';
import { scramble } from '../../html/handlebars.ts';
import { escapeHtml, plainHtml } from '../../text/plain-html.ts';
import { typography } from '../../text/typography.ts';
import { type Asked, letterOf, listOf, type Part, type Shown } from './form.ts';
import { BAR, counter, icon, why } from './pieces.ts';

/** Options of at most this many characters are set in two columns. */
const SHORT = 34;
/** Fewer options are set in one column. */
const MANY = 4;

/** Returns the mark of an option; none if it is worth something without being right. */
function markOf({ right, weight = 0 }: Part): 'right' | 'wrong' | undefined {
  if (right) return 'right';
  return weight > 0 ? undefined : 'wrong';
}

/** Renders the percent that an option is worth, shown with the answer. */
function worth({ weight }: Part, { strings }: Asked): Html {
  return weight === undefined
    ? ''
    : ` <small data-answer>${escapeHtml(strings.format('weight', { n: weight.toLocaleString(strings.lang) }))}</small>`;
}

/** Renders an option with a counter of raised hands. */
function option(choice: Part, letter: string, isJudged: boolean, asked: Asked): Html {
  const { strings } = asked;
  const mark = isJudged ? ` data-mark="${markOf(choice) ?? 'partly'}"` : '';
  const right = isJudged && choice.right ? `<span class="c-words" data-answer>${escapeHtml(strings.format('right'))}</span>` : '';
  const picture = choice.icon ? `<img class="c-pic" src="${escapeHtml(choice.icon)}" alt="">` : '';
  return `<li class="r-option" data-hand${mark}>${BAR}<span class="r-letter"><span>${letter}</span>${icon('check')}</span>${picture}<div class="r-text">${right}${choice.html ?? choice.title ?? ''}${worth(choice, asked)}</div>${counter(letter, strings)}</li>`;
}

/** Renders the feedback of the options, that of right ones first. */
function reasons(list: readonly Part[], letterAt: (index: number) => string): Html {
  const given = list.map((one, index) => ({ ...one, letter: letterAt(index) })).filter(({ feedback }) => feedback);
  const sorted = [...given.filter(({ right }) => right), ...given.filter(({ right }) => !right)];
  const isLone = list.filter(({ right }) => right).length === 1;
  return sorted
    .map((one) => {
      const { feedback = '', letter, right } = one;
      const mark = markOf(one);
      return why(feedback, { letter, ...(mark && { mark }), ...(right ? { isLone } : { isMore: true }) });
    })
    .join('');
}

/** Renders choices, or positions on a picture, as a list with hand counters. @param letterAt letter or number of each */
export function ballot(asked: Asked, list: readonly Part[], letterAt: (index: number) => string = letterOf): Shown {
  const isJudged = asked.activity.type !== 'checklist' && list.some(({ right }) => right);
  const isShort = list.length >= MANY && list.every(({ html = '', title = '' }) => plainHtml(html || title).length <= SHORT);
  const items = list.map((one, index) => option(one, letterAt(index), isJudged, asked)).join('');
  const rights = list.flatMap(({ right, html, title }, index) =>
    right ? [{ letter: `<b>${letterAt(index)}</b>`, text: html ?? title ?? '' }] : [],
  );
  // Several right choices are repeated by their letters alone: their texts would fill the screen.
  const recalled = rights.length === 1 ? `${rights[0]?.letter} ${rights[0]?.text}` : rights.map(({ letter }) => letter).join(' · ');
  const recap = isJudged ? `<div class="r-recap" data-answer hidden>${icon('check')}<span>${recalled}</span></div>` : '';
  return {
    keep: recap,
    body: `<ol class="r-options" data-together${isShort ? ' data-columns' : ''}>${items}</ol>${isJudged ? reasons(list, letterAt) : ''}`,
    reveals: isJudged,
  };
}

/** `choice`, `checklist`. */
export function choices(asked: Asked): Shown {
  const list = listOf(asked, 'choices');
  return ballot(asked, asked.activity.options.shuffle ? scramble(list, asked.activity.id) : list);
}

/** Renders a row with a hand counter in each column. @param letter before its text @param more after it */
function row(html: Html, columns: readonly string[], asked: Asked, letter: Html = '', more: Html = ''): Html {
  const cells = columns.map(
    (name) => `<span class="r-cell" data-hand>${BAR}<span class="r-level">${escapeHtml(name)}</span>${counter(name, asked.strings)}</span>`,
  );
  return `<li class="r-row">${letter}<div class="r-text">${html}</div>${more}<div class="r-cells"${columns.length === 2 ? ' data-beside' : ''} role="group" aria-label="${escapeHtml(plainHtml(html))}">${cells.join('')}</div></li>`;
}

/** `true-false`. */
export function statements(asked: Asked): Shown {
  const { strings } = asked;
  const list = listOf(asked, 'choices');
  const names = { true: strings.format('true'), false: strings.format('false') };
  const rows = list.map(({ html = '', right }, index) => {
    const verdict = `<b class="r-verdict" data-answer data-mark="${right ? 'right' : 'wrong'}">${icon(right ? 'check' : 'x')}${right ? names.true : names.false}</b>`;
    return row(html, [names.true, names.false], asked, `<b class="r-letter">${index + 1}</b>`, verdict);
  });
  const given = list.flatMap(({ feedback, right }, index) =>
    feedback ? [why(feedback, { letter: String(index + 1), mark: right ? 'right' : 'wrong', isMore: true })] : [],
  );
  return { body: `<ol class="r-rows">${rows.join('')}</ol>${given.join('')}`, reveals: true };
}

/** Maximum number of columns on a screen. If a scale has more numbers, they are grouped into bands. */
const COLUMNS = 6;
const BANDS = 5;

/** Names the columns of a scale of numbers. */
export function bands(min: number, max: number): string[] {
  const count = max - min + 1;
  if (count <= COLUMNS) return Array.from({ length: count }, (_, index) => String(min + index));
  const at = (band: number): number => min + Math.floor((band * count) / BANDS);
  return Array.from({ length: BANDS }, (_, band) => {
    const [from, to] = [at(band), at(band + 1) - 1];
    return from === to ? String(from) : `${from}–${to}`;
  });
}

/** `scale`, `sliders`. */
export function scales(asked: Asked): Shown {
  const { activity, strings } = asked;
  const { min, max } = activity.options as { readonly min?: number; readonly max?: number };
  const levels = listOf(asked, 'levels').map(({ text = '' }) => typography(text, strings.lang));
  const columns = levels.length > 0 ? levels : bands(min ?? 0, max ?? 0);
  return {
    body: `<ol class="r-rows">${listOf(asked, 'items')
      .map(({ html = '' }) => row(html, columns, asked))
      .join('')}</ol>`,
    reveals: false,
  };
}
