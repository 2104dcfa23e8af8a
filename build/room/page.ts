import { icons } from 'virtual:cartable-types';
import type { Html } from '../../src/model/course/activity.ts';
import { escapeHtml } from '../text/plain-html.ts';
import { icon } from './forms/pieces.ts';
import type { RoomKey, RoomStrings } from './room-strings.ts';

/** `#i-name` in markup. */
const MENTION = /#i-([a-z][a-z0-9-]*)"/g;

/** Returns the symbols of the icons in some markup. */
export function spriteIn(html: Html): Html {
  const names = [...new Set([...html.matchAll(MENTION)].map(([, name = '']) => name))].filter((name) => Object.hasOwn(icons, name)).sort();
  const symbols = names.map((name) => `<symbol id="i-${name}" viewBox="0 0 24 24">${icons[name]}</symbol>`);
  return `<svg class="c-sprite" aria-hidden="true" focusable="false">${symbols.join('')}</svg>`;
}

const KEYS: readonly RoomKey[] = [
  'help.next',
  'help.previous',
  'help.ends',
  'help.answer',
  'help.hands',
  'help.black',
  'help.timer',
  'help.notes',
  'help.contents',
  'help.size',
];

function button(id: string, name: string, label: string, text = ''): Html {
  const words = text === '' ? ` aria-label="${escapeHtml(label)}" title="${escapeHtml(label)}"` : '';
  return `<button type="button" id="${id}"${words}>${icon(name)}${text && `<span>${escapeHtml(text)}</span>`}</button>`;
}

/** Returns the bar at the bottom of each screen. */
function bar({ format }: RoomStrings): Html {
  return `<nav class="r-bar" aria-label="${escapeHtml(format('bar'))}">
<div class="r-tools">${button('r-list', 'list', format('contents'))}${button('r-timer', 'clock', format('timer.start'), '0:00')}${button('r-reset', 'rotate-ccw', format('timer.reset'))}<span id="r-hands" class="r-hands"></span>${button('r-clear', 'x', format('hands.none'))}</div>
<div class="r-tools" data-end><span id="r-place" class="r-place"></span>${button('r-help-open', 'info', format('help'))}${button('r-notes-open', 'notebook-pen', format('notes.open'))}${button('r-black-on', 'contrast', format('black'))}${button('r-previous', 'arrow-left', format('previous'))}<button type="button" id="r-explain" class="r-explain" aria-pressed="false" hidden>${escapeHtml(format('why'))}</button><button type="button" id="r-next" class="r-main"><span id="r-next-text">${escapeHtml(format('next'))}</span>${icon('arrow-right')}${icon('eye')}</button></div>
</nav>`;
}

function dialog(id: string, title: string, inside: Html, { format }: RoomStrings): Html {
  return `<dialog class="r-dialog" id="${id}" aria-labelledby="${id}-title"><div class="r-dialog-head"><h2 id="${id}-title">${escapeHtml(title)}</h2><button type="button" data-close aria-label="${escapeHtml(format('close'))}">${icon('x')}</button></div>${inside}</dialog>`;
}

/** Returns the markup around the screens: bar, contents, help, notes, black screen, announcements. */
export function surroundings(strings: RoomStrings): Html {
  const { format } = strings;
  const keys = KEYS.map((key) => `<li>${escapeHtml(format(key))}</li>`).join('');
  const help = `<ul>${keys}</ul><p><label><input type="checkbox" id="r-letters" checked> ${escapeHtml(format('help.letters'))}</label></p><p>${escapeHtml(format('help.private'))}</p><p>${escapeHtml(format('keep'))}</p>`;
  return `${bar(strings)}
<aside class="r-notes" id="r-notes" aria-label="${escapeHtml(format('notes.title'))}" tabindex="0" hidden></aside>
${dialog('r-contents', format('contents'), '<div id="r-contents-list"></div>', strings)}
${dialog('r-help', format('help'), help, strings)}
<button type="button" class="r-black" id="r-black" aria-label="${escapeHtml(format('black.back'))}" hidden></button>
<p class="r-notice" id="r-notice" role="alert"></p>
<p class="c-words" id="r-live" aria-live="polite"></p>`;
}
