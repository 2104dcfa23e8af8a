import type { Html } from '../../../src/model/course/activity.ts';
import { escapeHtml, plainHtml } from '../../text/plain-html.ts';
import { type Asked, letterOf, listOf, type Part, type Shown } from './form.ts';
import { BAR, counter, icon, slot, why } from './pieces.ts';

/** Types whose cards are closed at first. */
const COVERED = ['cards', 'reveal'];

function pictogram({ icon: address }: Part): Html {
  return address ? `<img class="c-pic" src="${escapeHtml(address)}" alt="">` : '';
}

/** Renders cards: cards to turn over are closed, others are a list to talk through. */
export function cards(asked: Asked): Shown {
  const isCovered = COVERED.includes(asked.activity.type);
  const list = listOf(asked, 'cards').map((card) => {
    const { title = '', second = '', nodes = [] } = card;
    const inside = asked.render(nodes);
    const head = `${pictogram(card)}<span>${title}</span>`;
    const back = (second && `<p class="r-back">${second}</p>`) + inside;
    return isCovered
      ? `<details class="r-card"><summary>${head}</summary><div class="c-prose">${back}</div></details>`
      : `<li class="r-step" data-together><h2>${head}</h2><div class="c-prose">${back}</div></li>`;
  });
  return isCovered
    ? { body: `<div class="r-deck">${list.join('')}</div>`, reveals: true }
    : { body: `<ol class="r-steps" data-of="${asked.activity.type}">${list.join('')}</ol>`, reveals: false };
}

/** Renders fields to write in. Only their titles are shown, because a room answers aloud. */
export function fields(asked: Asked): Shown {
  const list = listOf(asked, 'fields').filter(({ title }) => title !== undefined);
  const items = list.map(({ title = '', html = '' }) => `<li class="r-row"><div class="r-text"><b>${title}</b>${html}</div></li>`);
  return { body: items.length > 0 ? `<ol class="r-rows">${items.join('')}</ol>` : '', reveals: false };
}

/** Renders a tree: its centre and branches, or the whole list. */
export function tree(asked: Asked): Shown {
  const { html = '', centre } = asked.activity.options as { readonly html?: Html; readonly centre?: { readonly html: Html } };
  const branches = listOf(asked, 'branches').map(({ html: branch = '', trail = '' }) => `<li><b>${branch}</b>${trail}</li>`);
  if (!centre) return { body: `<div class="r-tree">${html}</div>`, reveals: false };
  return { body: `<div class="r-tree"><p class="r-centre">${centre.html}</p><ul>${branches.join('')}</ul></div>`, reveals: false };
}

/** Renders definitions, for learners to compare with their own. */
export function definitions(asked: Asked): Shown {
  const list = listOf(asked, 'definitions').map(
    ({ title = '', html = '' }) => `<div class="r-why"><div class="r-text c-prose"><h2>${title}</h2>${html}</div></div>`,
  );
  return { body: list.join(''), reveals: false };
}

/** Renders the covered answer to a question whose answer is a number or a short text. */
export function shortAnswer(asked: Asked): Shown {
  const { strings, groups } = asked;
  const rows = groups.flatMap((group) => group.rows);
  const right = rows.filter(({ value }) => value !== undefined);
  const values = right.map(({ value, name, also }) => {
    const others = also === undefined ? '' : `<p class="r-also" data-answer>${escapeHtml(also)}</p>`;
    return `<div class="r-value"><p>${slot(escapeHtml(value ?? name), strings.format('answer'), strings)}</p>${others}</div>`;
  });
  const foreseen = rows.filter(({ value, weight, feedback }) => value === undefined && (weight ?? feedback) !== undefined);
  const reasons = foreseen.map(({ name, weight, feedback = '' }) => {
    const worth = weight === undefined ? '' : ` <small>${escapeHtml(weight)}</small>`;
    const mark = weight === undefined ? ({ letter: '✗', mark: 'wrong' } as const) : {};
    return why(`<p><b>${escapeHtml(name)}</b>${worth}</p>${feedback}`, { ...mark, isMore: true });
  });
  return {
    body: `${values.join('')}${reasons.join('')}`,
    reveals: values.length > 0,
  };
}

/** Renders a scene of a story, with its decisions. */
function scene(one: Part, isFirst: boolean, asked: Asked): Html {
  const { strings } = asked;
  const { token = '', html = '', ending, nodes = [], choices = [] } = one;
  const items = choices.map((choice, index) => {
    const letter = letterOf(index);
    const needs = (choice.needs ?? []).map((need) => need.join(' ')).join(', ');
    const need = needs && `<small class="r-need">${escapeHtml(strings.format('scene.need', { list: needs }))}</small>`;
    const rule = escapeHtml(JSON.stringify({ needs: choice.needs ?? [], changes: choice.changes ?? [] }));
    const text = `<button type="button" class="r-way" data-to="${escapeHtml(choice.to ?? '')}" data-rule="${rule}">${choice.html ?? ''}${need}</button>`;
    const reason = choice.feedback ? `<div class="r-told c-prose" hidden>${choice.feedback}</div>` : '';
    return `<li class="r-option" data-hand>${BAR}<span class="r-letter"><span>${letter}</span></span><div class="r-text">${text}${reason}</div>${counter(letter, strings)}</li>`;
  });
  const end =
    ending === undefined
      ? ''
      : `<p class="r-ending" data-ending="${escapeHtml(ending)}">${icon('flag')} ${escapeHtml(strings.format('scene.end'))}</p>`;
  return `<div class="r-scene" data-scene="${escapeHtml(token)}" data-name="${escapeHtml(plainHtml(html))}"${isFirst ? '' : ' data-elsewhere'}>${end}<h2>${html}</h2>${asked.render(nodes)}${items.length > 0 ? `<ol class="r-options" data-together>${items.join('')}</ol>` : ''}</div>`;
}

/** `branching`: one scene at a time. */
export function story(asked: Asked): Shown {
  const { strings, activity } = asked;
  const state = escapeHtml(JSON.stringify(activity.options.state ?? {}));
  const scenes = listOf(asked, 'scenes').map((one, index) => scene(one, index === 0, asked));
  const tools = `<p class="r-ways" data-keep><button type="button" data-back disabled>${icon('arrow-left')} ${escapeHtml(strings.format('scene.back'))}</button> <button type="button" data-again disabled>${icon('rotate-ccw')} ${escapeHtml(strings.format('scene.again'))}</button> <output class="r-state"></output></p>`;
  return { body: `<div class="r-story" data-state="${state}">${scenes.join('')}${tools}</div>`, reveals: false };
}

/** Renders an activity of an unknown shape as on paper, with its answer key. */
export function onPaper(asked: Asked): Shown {
  const rows = asked.groups.flatMap((group) => group.rows);
  const lines = rows.map(({ name, value, mark }) => {
    const tick = mark === 'right' ? '✓ ' : mark === 'wrong' ? '✗ ' : '';
    return `<li>${tick}${escapeHtml(name)}${value === undefined ? '' : ` → <b>${escapeHtml(value)}</b>`}</li>`;
  });
  const key = lines.length > 0 ? why(`<ul>${lines.join('')}</ul>`) : '';
  return { body: asked.paper + key, reveals: lines.length > 0 };
}
