import type { Activity } from '../../src/model/course/activity.ts';
import { minutesIn } from '../model/note-minutes.ts';
import { ownValue } from '../model/own-value.ts';
import { plainHtml } from '../text/plain-html.ts';
import { answerKey, type KeyGroup } from './answer-key.ts';
import { type Budget, LEAST } from './conductor-fit.ts';
import type { GuideInput } from './guide.ts';
import { type NoteKind, type NotePart, type PageNotes, readNotes } from './note-parts.ts';
import type { PaperPage, PaperPart, Question } from './paper-text.ts';
import { firstSentences, sentencesOf } from './sentences.ts';
import { shortKey } from './short-key.ts';

/** A displayed part of a cell. */
export interface Shown {
  readonly label: string;
  readonly text: string;
  /** Words to say aloud. */
  readonly isSpoken: boolean;
}

/** A question's key, or a line about a quiz that draws its questions. */
export interface ShownKey {
  readonly number?: number;
  readonly id?: string;
  /** Its own title; '' if it has none, or a long one. */
  readonly title?: string;
  readonly text: string;
}

/** A page of the session, before anything is shortened. */
export interface RunPage {
  readonly page: PaperPage;
  readonly number: number;
  /** 0: unknown. */
  readonly minutes: number;
  /** Minutes since the session's start; undefined after a page without minutes. */
  readonly start: number | undefined;
  readonly notes: PageNotes;
}

/** Content of a page's row. */
export interface Row {
  readonly of: RunPage;
  readonly plan: string;
  readonly say: readonly Shown[];
  readonly expected: readonly Shown[];
  readonly room: readonly Shown[];
  readonly keys: readonly ShownKey[];
}

/** Hints for the room, the most useful first. */
const ROOM: readonly NoteKind[] = ['attention', 'room', 'remote', 'late', 'hint'];
/** Maximum length of a model answer that is shown. */
const MODEL = 90;
/** Maximum length of a question's title that is shown. */
const TITLE = 40;

/** Lists a module's pages with their start times. */
export function runPages({ pages, notes }: GuideInput): RunPage[] {
  let clock: number | undefined = 0;
  return pages.map((page, index) => {
    const own = ownValue(notes, page.id) ?? [];
    const minutes = minutesIn(own);
    const start = clock;
    clock = minutes > 0 && clock !== undefined ? clock + minutes : undefined;
    return { page, number: index + 1, minutes, start, notes: readNotes(own) };
  });
}

/** Shortens parts to a limit: first sentences come first, then further sentences of earlier parts. */
function shown(parts: readonly NotePart[], limit: number): Shown[] {
  let rest = limit;
  const leads: { readonly part: NotePart; readonly lead: string }[] = [];
  for (const part of parts) {
    const [lead = ''] = sentencesOf(part.text);
    const room = rest - part.label.length;
    if (lead.length > room && (leads.length > 0 || room < LEAST)) continue;
    leads.push({ part, lead });
    rest = room - Math.min(lead.length, room);
  }
  return leads.map(({ part: { kind, label, text }, lead }) => {
    const short = firstSentences(text, lead.length > limit ? limit : lead.length + Math.max(0, rest));
    rest -= Math.max(0, short.length - lead.length);
    return { label, text: short, isSpoken: kind === 'say' };
  });
}

class RowWriter {
  private readonly input: GuideInput;
  private readonly activities: ReadonlyMap<string, Activity>;
  private readonly groups = new Map<string, readonly KeyGroup[]>();

  constructor(input: GuideInput) {
    this.input = input;
    this.activities = new Map(input.module.content.activities.map((activity) => [activity.id, activity]));
  }

  /** Expected answers of a scored question; the same for each budget. */
  private groupsOf(activity: Activity): readonly KeyGroup[] {
    const { types, strings } = this.input;
    const known = this.groups.get(activity.id);
    const groups = known ?? (activity.points > 0 ? answerKey(activity, types.get(activity.type)?.scoring, strings) : []);
    this.groups.set(activity.id, groups);
    return groups;
  }

  /** The key of a scored question, else a model answer that is short. */
  private keyOf({ activity: { id }, number }: Question, limit: number): ShownKey[] {
    const activity = this.activities.get(id);
    if (!activity) return [];
    const key = shortKey(this.groupsOf(activity), limit, this.input.strings);
    const model = plainHtml(activity.after ?? '');
    const text = key === '' && model.length <= Math.min(MODEL, limit) ? model : key;
    const { heading = '' } = activity;
    return text === '' ? [] : [{ number, id, title: heading.length <= TITLE ? heading : '', text }];
  }

  private keysOf({ drawn, questions }: PaperPart, limit: number): ShownKey[] {
    if (drawn) return [{ text: this.input.strings.format('run.drawn', { n: questions.length, asks: drawn.size }) }];
    return questions.flatMap((question) => this.keyOf(question, limit));
  }

  row(of: RunPage, budget: Budget): Row {
    const { parts, plan } = of.notes;
    const kinds = (...wanted: NoteKind[]): NotePart[] => wanted.flatMap((one) => parts.filter(({ kind }) => kind === one));
    const spoken = kinds('say', 'essential');
    // Without anything to say aloud, show the start of the note instead.
    const lead = spoken.length > 0 ? spoken : parts.filter(({ kind, label }) => kind === 'hint' && label === '').slice(0, 1);
    return {
      of,
      plan: budget.plan > 0 ? firstSentences(plan, budget.plan) : '',
      say: shown(lead, budget.say),
      expected: shown(kinds('expected'), budget.expected),
      room: shown(
        kinds(...ROOM).filter((part) => !lead.includes(part)),
        budget.room,
      ),
      keys: budget.key > 0 ? of.page.parts.flatMap((part) => this.keysOf(part, budget.key)) : [],
    };
  }
}

/** Returns a function that makes the rows of a session within a budget. */
export function rowWriter(input: GuideInput, pages: readonly RunPage[]): (budget: Budget) => Row[] {
  const writer = new RowWriter(input);
  return (budget) => pages.map((page) => writer.row(page, budget));
}
