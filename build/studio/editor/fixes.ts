import type { Code } from '../../diagnostics/codes.ts';
import { slug } from '../../model/slug.ts';
import { readDirectiveLine } from '../../stages/read/text/directive-line.ts';
import type { Problem } from '../engine/calls.ts';
import { outlineIds } from '../text/copy-directive.ts';
import { freeId } from '../text/fresh-ids.ts';
import { literal } from '../text/literal.ts';
import { allDirectives, outlineOf } from '../text/outline.ts';
import { type Fix, Place } from './fix.ts';

type Fixer = (place: Place) => Fix | null;

/** Replaces a name by the nearest known one. @param key of the message's value that is the name */
const byNear =
  (key: string): Fixer =>
  (place) =>
    place.replace(place.value(key), place.value('near'));

/** Replaces what is written by what should be. */
const byFit =
  (key: string): Fixer =>
  (place) =>
    place.replace(place.value(key), place.value('fit'));

/** Puts an id into `{…}` of the line, or adds the braces. */
function addId(place: Place): Fix | null {
  const suggestion = place.value('suggestion');
  if (suggestion === '') return null;
  const brace = place.line.startsWith('#') ? place.line.lastIndexOf('{') : place.line.indexOf('{');
  if (brace >= 0) return { ...place.add(place.from + brace + 1, `${suggestion.slice(1, -1)} `), shown: suggestion };
  const end = place.from + place.line.trimEnd().length;
  return place.add(end, place.line.startsWith('#') ? ` ${suggestion}` : suggestion);
}

/** Gives the second of two the next free id; the first one keeps its learners' answers. */
function otherId(place: Place): Fix | null {
  const id = place.value('id');
  return place.replace(`#${id}`, `#${freeId(id, new Set([...outlineIds(place.outline), ...place.ids()]))}`);
}

/** Replaces an attribute by a known one, or by an id; removes one that is like none. Ids are learners' answers, so they stay. */
function otherAttribute(place: Place): Fix | null {
  const [key, near] = [place.value('key'), place.value('near')];
  if (near === '') return !key.startsWith('#') && place.text.startsWith(key, place.at) ? removed(place) : null;
  if (!near.startsWith('#')) return place.replace(key, near);
  const written = /^[^\s}]+/.exec(place.text.slice(place.at))?.[0] ?? '';
  return place.replace(written, near);
}

/** Quotes a value of several words. */
function quoted(place: Place): Fix | null {
  const fit = place.value('fit');
  const words = fit.replaceAll('"', '').split(' ');
  const pattern = words.map(literal).join('\\s+');
  return place.replaceFound(new RegExp(pattern), fit);
}

/** Closes a directive behind its last line: before the next activity inside, or at the end of what it holds. */
function closeIt(place: Place): Fix | null {
  const own = allDirectives(place.outline).find(({ head }) => head.from === place.from);
  if (!own?.body || own.isClosed) return null;
  const next = own.children.find(({ id }) => id !== '');
  const end = place.text.slice(0, next?.from ?? own.body.to).trimEnd().length;
  return place.add(Math.max(end, own.head.to), '\n:::');
}

/** Writes the line of a directive as it was meant. */
function rightLine(place: Place): Fix | null {
  const { kind, name = '', attributes = '' } = readDirectiveLine(place.line.trimEnd());
  const lead = kind === 'alone' ? '::' : ':::';
  if (kind !== 'closes' && name === '') return null;
  return place.replace(place.line, kind === 'closes' ? ':::' : lead + name + attributes);
}

/** Moves feedback up to its answer. */
function joined(place: Place): Fix | null {
  const before = place.text.slice(0, place.from);
  const blank = /\n[ \t]*\n$/.exec(before) ?? /\n(?:[ \t]*\n)+$/.exec(before);
  const line = before.trimEnd().slice(before.trimEnd().lastIndexOf('\n') + 1);
  if (!blank || !/^\s*(?:[-*+]|\d+[.)])\s|^>/.test(line)) return null;
  return { kind: 'remove', shown: '', changes: [{ from: before.trimEnd().length + 1, to: place.from, insert: '' }] };
}

/** Writes `-` before each line of a pasted list. */
function bullets(place: Place): Fix {
  const marker = place.value('sign');
  const lines = place.text.slice(place.from).split('\n');
  let from = place.from;
  const changes = [];
  for (const line of lines) {
    const lead = line.length - line.trimStart().length;
    if (!line.trimStart().startsWith(marker)) break;
    const blanks = /^\s*/.exec(line.slice(lead + marker.length))?.[0].length ?? 0;
    changes.push({ from: from + lead, to: from + lead + marker.length + blanks, insert: '- ' });
    from += line.length + 1;
  }
  return { kind: 'replace', shown: '- …', changes };
}

/** Writes a title with `#` in place of the line below it. */
function hashTitle(place: Place): Fix | null {
  const fit = place.value('fit');
  const below = place.text.slice(place.from + place.line.length + 1).split('\n')[0] ?? '';
  if (!/^\s*(?:=+|-+)\s*$/.test(below)) return null;
  const to = place.from + place.line.length + 1 + below.length;
  return { kind: 'replace', shown: fit, changes: [{ from: place.from, to, insert: fit }] };
}

/** Adds the line below a table's head. */
function tableLine(place: Place): Fix {
  const cells = place.line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/).length;
  return { ...place.add(place.from + place.line.length, `\n|${'---|'.repeat(cells)}`), shown: '|---|---|' };
}

/** Removes an attribute with its value. */
function removed(place: Place): Fix | null {
  const item = /^(?:[^\s{}"=]+(?:=(?:"(?:\\.|[^"\\])*"|[^\s{}"]*))?)/.exec(place.text.slice(place.at))?.[0];
  if (item === undefined) return null;
  const from = place.text[place.at - 1] === ' ' ? place.at - 1 : place.at;
  return { kind: 'remove', shown: '', changes: [{ from, to: place.at + item.length, insert: '' }] };
}

/** Ways to remove problems, by their codes. Each answers null if the text isn't as expected. */
const FIXES: Partial<Readonly<Record<Code, Fixer>>> = {
  'missing-id': addId,
  'duplicate-id': otherId,
  'invalid-id': (place) => place.replace(`#${place.value('id')}`, `#${slug(place.value('id'), 'question')}`),
  'unknown-attribute': otherAttribute,
  'attribute-twice': removed,
  'unknown-directive': byNear('name'),
  'unknown-page': byNear('page'),
  'unknown-activity': byNear('id'),
  'unknown-competency': byNear('id'),
  'unknown-scene': byNear('scene'),
  'unknown-person': byNear('name'),
  'unknown-pictogram': byNear('name'),
  'unknown-feature': byNear('value'),
  'unknown-state': byNear('name'),
  'unknown-variable': byNear('name'),
  'tag-of-nobody': byNear('tag'),
  'missing-asset': byNear('file'),
  'missing-bank': byNear('file'),
  'words-without-quotes': quoted,
  'space-in-attribute': byFit('text'),
  'unclosed-directive': closeIt,
  'unclosed-over-page': closeIt,
  'nothing-to-close': (place) => place.remove(/^.*$/),
  'unclosed-brace': (place) => place.add(place.from + place.line.trimEnd().length, '}'),
  'unclosed-quote': (place) => place.replaceFound(/\s*\}?\s*$/, '"}'),
  'not-a-directive': rightLine,
  'body-after-two-colons': (place) => place.replace('::', ':::'),
  'item-without-box': (place) => place.replaceFound(/^\s*[-*+][ \t]+(?!\[)/, '- [ ] '),
  'needless-box': (place) => place.remove(/(?<=^\s*[-*+][ \t]+)\[[ xX]\][ \t]*/),
  'feedback-without-sign': (place) => place.replaceFound(/^\s*(?:(?:[»›→⇒]|[=-]+>)\s*)?/u, '> '),
  'stray-quote': joined,
  'no-space-after-sign': (place) => place.replace(place.value('sign'), `${place.value('sign')} `),
  'pasted-bullet': bullets,
  'underlined-title': hashTitle,
  'heading-jump': (place) => place.replaceFound(/^#+/, place.value('fit')),
  'address-without-https': (place) => place.replace(place.value('address'), `https://${place.value('address')}`),
  'address-without-mailto': (place) => place.replace(place.value('address'), `mailto:${place.value('address')}`),
  'blank-before-address': (place) => place.replaceFound(/\][ \t\u00a0]+\((?=[^()\s]*\))/, ']('),
  'weight-missing': (place) => place.add(place.from + place.line.trimEnd().length, ' {weight=0}'),
  'table-without-line': tableLine,
  highlight: (place) => place.replace(`==${place.value('content')}==`, `**${place.value('content')}**`),
  'single-tilde': (place) => place.replace(`~${place.value('content')}~`, `~~${place.value('content')}~~`),
};

/** A problem, as far as a fix depends on it. */
type Fixable = Pick<Problem, 'code' | 'line' | 'column' | 'values'>;

/**
 * Finds a change of the text that removes a problem; null if an author has to decide.
 * @param text with `\n` as its line breaks
 * @param ids collects those that are taken in the whole course
 */
export function fixOf(problem: Fixable, text: string, ids: () => ReadonlySet<string>, outline = outlineOf(text)): Fix | null {
  return FIXES[problem.code as Code]?.(new Place(text, outline, problem, ids)) ?? null;
}
