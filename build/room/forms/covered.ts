import type { Html } from '../../../src/model/course/activity.ts';
import { scramble } from '../../html/handlebars.ts';
import type { KeyRow } from '../../sheets/answer-key.ts';
import { escapeHtml, plainHtml } from '../../text/plain-html.ts';
import { ballot } from './ballots.ts';
import { type Asked, letterOf, listOf, type Part, type Shown } from './form.ts';
import { bank, coveredRow, slot, why } from './pieces.ts';

function rowsOf({ groups }: Asked): readonly KeyRow[] {
  return groups.flatMap(({ rows }) => rows);
}

/** Renders the feedback in an activity's key. */
function reasonsOf(asked: Asked): Html {
  return rowsOf(asked)
    .flatMap(({ name, feedback }) => (feedback ? [why(`<p><b>${escapeHtml(name)}</b></p>${feedback}`, { isMore: true })] : []))
    .join('');
}

/** Renders items to sort into groups, or to place on a map, each with its covered answer. */
export function sorting(asked: Asked): Shown {
  const { activity, strings } = asked;
  const items = listOf(asked, 'items');
  const values = new Map(rowsOf(asked).map(({ name, value = '' }) => [name, value]));
  const places = listOf(asked, 'groups').map(({ title = '' }) => title);
  const rows = scramble(items, activity.id).map(({ html = '', text = '' }) => {
    const value = values.get(text);
    return value === undefined ? `<li class="r-row"><div class="r-text">${html}</div></li>` : coveredRow(html, escapeHtml(value), strings);
  });
  const map = places.length === 0 ? asked.paper : '';
  return { keep: bank(places), body: `<ol class="r-rows">${rows.join('')}</ol>${reasonsOf(asked)}${map}`, reveals: values.size > 0 };
}

/** Right halves of at most this many characters in total are listed above the left ones. */
const SHORT_TARGETS = 130;

/** Renders pairs whose right halves are short: each left half with its covered right half. */
function shortPairing(asked: Asked, lefts: readonly Part[], rights: readonly Part[]): Shown {
  const rows = lefts.map(({ left = '', target }) =>
    coveredRow(left, rights.find(({ token }) => token === target)?.html ?? '', asked.strings),
  );
  return {
    keep: bank(rights.map(({ html = '' }) => html)),
    body: `<ol class="r-rows">${rows.join('')}</ol>${reasonsOf(asked)}`,
    reveals: true,
  };
}

/** `matching`, `memory`: numbers on the left, letters on the right, then the pairs. */
export function pairing(asked: Asked): Shown {
  const { activity } = asked;
  const lefts = scramble(
    listOf(asked, 'pairs').filter(({ left }) => left !== undefined),
    `${activity.id} left`,
  );
  const rights = scramble(listOf(asked, 'targets'), activity.id);
  if (rights.reduce((sum, { html = '' }) => sum + plainHtml(html).length, 0) <= SHORT_TARGETS) return shortPairing(asked, lefts, rights);
  const half = (letter: string, html: Html = ''): Html => `<span class="r-letter">${letter}</span><div class="r-text">${html}</div>`;
  const rows = Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => {
    const [left, right] = [lefts[index], rights[index]];
    const one = left ? half(String(index + 1), left.left) : '';
    return `<li class="r-pair"><div class="r-half">${one}</div><div class="r-half">${right ? half(letterOf(index), right.html) : ''}</div></li>`;
  });
  const found = lefts.map(({ left = '', target, right }, index) => {
    const at = rights.findIndex(({ token }) => token === target);
    const goal = half(at < 0 ? '→' : letterOf(at), rights[at]?.html ?? (typeof right === 'string' ? right : ''));
    return `<li class="r-pair" data-joined><div class="r-half">${half(String(index + 1), left)}</div><div class="r-half">${goal}</div></li>`;
  });
  const body = `<ol class="r-rows" data-before>${rows.join('')}</ol><ol class="r-rows" data-answer>${found.join('')}</ol>${reasonsOf(asked)}`;
  return { body, reveals: true };
}

/** `order`: mixed, then in the right order. */
export function ordering(asked: Asked): Shown {
  const steps = listOf(asked, 'steps');
  const line = ({ html = '' }: Part, letter: string): Html =>
    `<li class="r-row" data-slots><span class="r-letter">${letter}</span><div class="r-text">${html}</div></li>`;
  const mixed = scramble(steps, asked.activity.id).map((step, index) => line(step, letterOf(index)));
  const right = steps.map((step, index) => line(step, String(index + 1)));
  const given = steps.flatMap(({ feedback }, index) => (feedback ? [why(feedback, { letter: String(index + 1), isMore: true })] : []));
  return {
    body: `<ol class="r-rows" data-before>${mixed.join('')}</ol><ol class="r-rows" data-answer data-ordered>${right.join('')}</ol>${given.join('')}`,
    reveals: true,
  };
}

/** `cloze`: covered words in the text. */
export function gaps(asked: Asked): Shown {
  const { activity, strings } = asked;
  const { html = '', words: offered = [] } = activity.options as { readonly html?: Html; readonly words?: readonly string[] };
  const text = listOf(asked, 'blanks').map(({ html: before = '', lead = '', trail = '', accepted = [] }, index) => {
    const covered = slot(escapeHtml(accepted[0] ?? ''), String(index + 1), strings);
    return `${before}<span class="r-held">${lead}${covered}${trail}</span>`;
  });
  return {
    keep: bank(offered.map(escapeHtml)),
    body: `<div class="r-gaps">${text.join('')}${html}</div>${reasonsOf(asked)}`,
    reveals: true,
  };
}

/** `compare`: covered cells in a table. */
export function table(asked: Asked): Shown {
  const { activity, strings } = asked;
  const { columns = [] } = activity.options as { readonly columns?: readonly Html[] };
  const blanks = new Map(listOf(asked, 'blanks').map(({ token, text = '' }) => [token, text]));
  const cell = ({ lead = '', trail = '', token }: Part, of: string): Html => {
    const value = token === undefined ? undefined : blanks.get(token);
    return `<td>${lead}${value === undefined ? '' : slot(escapeHtml(value), of, strings)}${trail}</td>`;
  };
  const rows = listOf(asked, 'rows').map(
    ({ title = '', text = '', cells = [] }) => `<tr><th scope="row">${title}</th>${cells.map((one) => cell(one, text)).join('')}</tr>`,
  );
  const head = `<thead><tr>${columns.map((one) => `<th scope="col">${one}</th>`).join('')}</tr></thead>`;
  const offered = scramble([...new Set(blanks.values())], activity.id).map(escapeHtml);
  return { keep: bank(offered), body: `<table class="r-table">${head}<tbody>${rows.join('')}</tbody></table>`, reveals: blanks.size > 0 };
}

/** `mark-text`: the answer highlights the right passages. */
export function passages(asked: Asked): Shown {
  const { html = '' } = asked.activity.options as { readonly html?: Html };
  const text = listOf(asked, 'passages').map(
    ({ lead = '', html: inside = '', right }) => lead + (right ? `<mark>${inside}</mark>` : inside),
  );
  return { body: `<div class="r-gaps r-marks">${text.join('')}${html}</div>${reasonsOf(asked)}`, reveals: true };
}

/** Renders a picture with numbered positions. */
function pointed(asked: Asked, spots: readonly Part[]): Html {
  const { html = '' } = asked.activity.options as { readonly html?: Html };
  const pins = spots.map(
    ({ x = 0, y = 0 }, index) => `<span class="r-pin" style="left:${x}%;top:${y}%" aria-hidden="true">${index + 1}</span>`,
  );
  return `<div class="r-pointed"><div>${html}${pins.join('')}</div></div>`;
}

/** `label-image`: numbers on the picture, covered labels beside it. */
export function labelling(asked: Asked): Shown {
  const labels = new Map(listOf(asked, 'labels').map(({ token, text = '' }) => [token, text]));
  const spots = listOf(asked, 'spots');
  const rows = spots.map(({ label }, index) => coveredRow('', escapeHtml(labels.get(label) ?? ''), asked.strings, String(index + 1)));
  const offered = scramble([...labels.values()], asked.activity.id).map(escapeHtml);
  return { keep: bank(offered), body: `${pointed(asked, spots)}<ol class="r-rows" data-narrow>${rows.join('')}</ol>`, reveals: true };
}

/** `hotspots`: positions to vote for, or to uncover one by one. */
export function places(asked: Asked): Shown {
  const spots = listOf(asked, 'cards');
  const number = (index: number): string => String(index + 1);
  if (asked.activity.options.asks === true) {
    const shown = ballot(asked, spots, number);
    return { ...shown, body: pointed(asked, spots) + shown.body };
  }
  const list = spots.map(
    ({ title = '', nodes = [] }, index) =>
      `<details class="r-card"><summary><span class="r-letter">${index + 1}</span> ${title}</summary><div class="c-prose">${asked.render(nodes)}</div></details>`,
  );
  return { body: pointed(asked, spots) + list.join(''), reveals: true };
}
