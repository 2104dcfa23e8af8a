import type { CourseFacts, Problem, TypeFacts } from '../engine/calls.ts';
import { writtenValue } from '../text/attributes.ts';
import { type DirectiveText, outlineOf, type PageText } from '../text/outline.ts';
import type { PlanPlace } from '../text/plan-edits.ts';

/** Numbers of problems in a part of the text. */
export interface ProblemCounts {
  readonly errors: number;
  readonly tips: number;
}

/** A competency by its place in the course's list, from 0. */
export interface CompetencyMark {
  readonly index: number;
  readonly name: string;
}

/** An activity or block of a page, as the plan shows it. */
export interface PlanPart extends ProblemCounts {
  /** Names its row: its id, or its place if it has none. */
  readonly key: string;
  readonly place: PlanPlace;
  /** Name of its type: `choice`. */
  readonly type: string;
  readonly form: string;
  readonly label: string;
  /** '' if it has no words to be known by. */
  readonly title: string;
  readonly line: number;
  readonly lastLine: number;
  /** Null: it gives none by its nature. */
  readonly points: number | null;
  readonly competencies: readonly CompetencyMark[];
  /** Cohort or setting that it is written for; '' for all. */
  readonly only: string;
}

export interface PlanPage extends ProblemCounts {
  readonly key: string;
  readonly place: PlanPlace;
  readonly title: string;
  readonly line: number;
  /** First line that it is shown for: the first page is also shown for what stands before it. */
  readonly shownFrom: number;
  readonly lastLine: number;
  /** From the trainer's notes; 0 if they give none. */
  readonly minutes: number;
  readonly parts: readonly PlanPart[];
}

/** Facts for the plan beside the text. */
export interface PlanSources {
  readonly course: CourseFacts | null;
  /** Problems of this text. */
  readonly problems: readonly Problem[];
  readonly types: readonly TypeFacts[];
}

/** Returns the short form of a competency's title: its number if it begins with one. */
export function shortCompetency(title: string): string {
  return /^[A-Z]{1,3}[ .-]?\d+(?:\.\d+)*/.exec(title)?.[0] ?? title;
}

/** Returns the first words of a body, without marks. */
function firstWords(text: string, { body }: DirectiveText): string {
  if (!body) return '';
  const lines = text.slice(body.from, body.to).split('\n');
  const line = lines.find((one) => /[\p{L}\d]/u.test(one) && !/^\s*(?:::|#|\||!\[)/.test(one)) ?? '';
  return line
    .replace(/^\s*(?:[-*+>]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\{\{[^{}]*\}\}/g, '…')
    .replace(/[*_`]+/g, '')
    .trim();
}

/** Builds the plan of one text. */
class PlanReader {
  private readonly text: string;
  private readonly sources: PlanSources;
  private readonly facts;
  private readonly types;
  private readonly keys = new Set<string>();

  constructor(text: string, sources: PlanSources) {
    this.text = text;
    this.sources = sources;
    const sessions = sources.course?.sessions ?? [];
    const activities = sessions.flatMap(({ pages }) => pages.flatMap((page) => page.activities));
    this.facts = new Map(activities.map((one) => [one.id, one]));
    this.types = new Map(sources.types.map((one) => [one.name, one]));
  }

  pages(): PlanPage[] {
    const { pages } = outlineOf(this.text);
    const lineAt = this.lines();
    return pages.map((page, index) => {
      const [line, lastLine] = [page.line, (pages[index + 1]?.line ?? lineAt + 1) - 1];
      return {
        key: this.key(page.id, String(index)),
        place: { page: index },
        title: page.title,
        line,
        shownFrom: index === 0 ? 1 : line,
        lastLine,
        minutes: this.minutes(page),
        parts: page.directives.map((one, part) => this.part(one, { page: index, part })),
        ...this.problems(line, lastLine),
      };
    });
  }

  /** An id may be missing, or written twice by mistake. */
  private key(id: string, place: string): string {
    const key = id === '' || this.keys.has(id) ? `${id}#${place}` : id;
    this.keys.add(key);
    return key;
  }

  private lines(): number {
    return this.text.split('\n').length;
  }

  private part(directive: DirectiveText, place: PlanPlace): PlanPart {
    const { name, id, attributes, line, lastLine } = directive;
    const facts = this.facts.get(id);
    const type = this.types.get(name);
    const isUnscored = writtenValue(attributes, 'points') === '0';
    const written = ['title', 'place', 'caption', 'term', 'value'].map((key) => writtenValue(attributes, key)).find(Boolean);
    return {
      key: this.key(id, `${place.page}.${place.part}`),
      place,
      type: name,
      form: type?.form ?? '',
      label: type?.label ?? '',
      title: written ?? facts?.title ?? firstWords(this.text, directive),
      line,
      lastLine,
      points: type?.kind === 'activity' && facts && (facts.points > 0 || isUnscored) ? facts.points : null,
      competencies: (facts?.competencies ?? []).map((one) => this.competency(one)),
      only: writtenValue(attributes, 'only') ?? '',
      ...this.problems(line, lastLine),
    };
  }

  private competency(id: string): CompetencyMark {
    const all = this.sources.course?.competencies ?? [];
    const index = all.findIndex((one) => one.id === id);
    return { index: Math.max(0, index), name: shortCompetency(all[index]?.title ?? id) };
  }

  /** Adds up minutes as the build does: each note may begin with `**8 minutes.**`. */
  private minutes({ directives }: PageText): number {
    const notes = directives.filter(({ name }) => name === 'trainer');
    return notes.reduce((sum, { body }) => {
      const [, found = '0'] = (body && /^\s*\*\*(\d{1,3})\s*min/.exec(this.text.slice(body.from, body.to))) || [];
      return sum + Number(found);
    }, 0);
  }

  private problems(line: number, lastLine: number): ProblemCounts {
    const found = this.sources.problems.filter((one) => one.line >= line && one.line <= lastLine);
    const errors = found.filter(({ severity }) => severity === 'error').length;
    return { errors, tips: found.length - errors };
  }
}

/** Lists the pages of a text with their activities and blocks. @param text with `\n` as its line breaks */
export function planOf(text: string, sources: PlanSources): readonly PlanPage[] {
  return new PlanReader(text, sources).pages();
}
