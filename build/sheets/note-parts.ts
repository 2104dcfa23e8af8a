import type { Html } from '../../src/model/course/activity.ts';
import { plainHtml } from '../text/plain-html.ts';
import { sentencesOf } from './sentences.ts';

/** Purpose of a part: what to say, expected answers, what to prepare; a `hint` is anything else. */
export type NoteKind = 'say' | 'essential' | 'expected' | 'prepare' | 'attention' | 'room' | 'remote' | 'late' | 'hint';

/** A labelled part of a trainer's note, as plain text. */
export interface NotePart {
  readonly kind: NoteKind;
  /** Its label, without a full stop; what follows the known words if the column's title already has them; '' if there is none. */
  readonly label: string;
  readonly text: string;
}

/** Notes of a page. */
export interface PageNotes {
  /** Use of the minutes; '' if it isn't written. */
  readonly plan: string;
  readonly parts: readonly NotePart[];
}

/** First words of a label, in both languages. */
const KINDS: readonly (readonly [NoteKind, RegExp])[] = [
  ['say', /^(?:à dire|dites|say|to say|what to say)\b/i],
  ['essential', /^(?:l.essentiel|key points?|the point|the essentials?)\b/i],
  ['expected', /^(?:réponses? attendues?|expected(?: answers?)?)\b/i],
  ['prepare', /^(?:à prévoir|à préparer|préparation|matériel|to prepare|prepare|preparation|materials?|bring)(?!\p{L})/iu],
  ['attention', /^(?:attention|careful|beware|watch out)\b/i],
  ['room', /^(?:en salle|en présence|en présentiel|in class|in the room)\b/i],
  ['remote', /^(?:à distance|online|remotely|at a distance)\b/i],
  ['late', /^(?:si le temps manque|en retard|en cas de retard|if time is short|if you are late)\b/i],
];

/** Kinds that have a column or a list of their own: their label isn't repeated. */
const TITLED: readonly NoteKind[] = ['say', 'essential', 'expected', 'prepare'];

const [STRONG, END] = ['\u0001', '\u0002'];
const MINUTES = new RegExp(`^${STRONG}\\d{1,3}\\s*min[^${END}]*${END}[\\s.:]*`);
/** A label: bold, at the start or behind a sentence, and ends with a full stop or a colon. */
const LABEL = new RegExp(`(?:^|(?<=[.!?…»”]\\s))${STRONG}([^${END}]{1,60}?)(?:\\s?[.:]${END}|${END}\\s?:)\\s*`, 'g');

/** Puts each paragraph, item and cell of a note on a line, with marks around bold text. */
function linesOf(note: Html): string[] {
  return note
    .replace(/[ \t\n]+/g, ' ')
    .replace(/<strong>/g, STRONG)
    .replace(/<\/strong>/g, END)
    .replace(/<\/(?:p|li|h[1-6]|t[hd]|d[td]|caption|figcaption|pre|summary)>/g, '\n')
    .split('\n')
    .map(plainHtml);
}

function unmarked(text: string): string {
  return text.replaceAll(STRONG, '').replaceAll(END, '').trim();
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function partOf(label: string, text: string): NotePart {
  const [kind, pattern] = KINDS.find(([, words]) => words.test(label)) ?? ['hint', /^$/];
  const rest = TITLED.includes(kind) ? label.replace(pattern, '').trim() : label;
  return { kind, label: capitalised(rest), text: unmarked(text) };
}

/** Splits a line at its labels. `À prévoir : …` needs no bold. */
function partsOf(line: string): NotePart[] {
  const found = [...line.matchAll(LABEL)];
  const lead = line.slice(0, found[0]?.index ?? line.length).trim();
  const [, plain = '', rest = ''] = /^([^:]{1,30}?)\s?:\s(.+)$/su.exec(lead) ?? [];
  const isLabel = KINDS.some(([kind, words]) => TITLED.includes(kind) && words.test(plain));
  const first = isLabel ? partOf(plain, capitalised(rest)) : partOf('', lead);
  const others = found.map((label, at) => partOf(label[1] ?? '', line.slice(label.index + label[0].length, found[at + 1]?.index)));
  return [first, ...others].filter(({ text }) => text !== '');
}

/** Separates how the minutes are spent, in brackets or the first sentence, from the rest of a line. */
function planOf(text: string): readonly [plan: string, rest: string] {
  const [bracket, inside] = /^\(([^)]*)\)[\s.]*/.exec(text) ?? [];
  if (bracket !== undefined) return [inside ?? '', text.slice(bracket.length)];
  const [first = '', ...others] = sentencesOf(text);
  return /\d/.test(first) || /^\p{Ll}/u.test(first) ? [first, others.join(' ')] : ['', text];
}

function read(notes: readonly Html[]): { plans: string[]; parts: NotePart[] } {
  const plans: string[] = [];
  const parts = notes.flatMap(linesOf).flatMap((line) => {
    const [minutes] = MINUTES.exec(line) ?? [];
    if (minutes === undefined) return partsOf(line);
    const [plan, rest] = planOf(line.slice(minutes.length));
    plans.push(unmarked(plan).replace(/\.$/, ''));
    return partsOf(rest);
  });
  return { plans: plans.filter((plan) => plan !== ''), parts };
}

/** Reads the trainer's notes of a page: how its minutes are spent, then each labelled part. */
export function readNotes(notes: readonly Html[]): PageNotes {
  const { plans, parts } = read(notes);
  return { plan: plans.map(capitalised).join(' · '), parts };
}
