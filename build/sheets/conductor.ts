import { sheets } from 'virtual:cartable-papers';
import type { Html } from '../../src/model/course/activity.ts';
import { compiled } from '../html/handlebars.ts';
import { BUDGETS, type Budget, columnWidths, linesOf, NOTHING, PAGES, PAPER, pagesOf, WHOLE } from './conductor-fit.ts';
import { type Row, type RunPage, rowWriter, runPages, type Shown, type ShownKey } from './conductor-rows.ts';
import type { GuideInput } from './guide.ts';
import { type Material, notedMaterials, openedMaterials } from './materials.ts';

/** Placeholder in links for the guide's file name, which differs between the sheets of a module and those of its course. */
export const GUIDE = '\u0003';

const run = compiled(sheets.conductor);
const brief = compiled(sheets.brief);

/** Maximum number of materials that are listed. */
const MOST = 14;

/** Maximum number of pages in the bar of minutes. */
const WIDEST = 20;

const COLUMNS = ['say', 'expected', 'room'] as const;
type Column = (typeof COLUMNS)[number];

/** Returns the columns that have text in at least one row. */
function columnsOf(rows: readonly Row[]): Column[] {
  return COLUMNS.filter((column) => rows.some((row) => row[column].length > 0));
}

/** Estimates the height of a row in lines. */
function height(row: Row, columns: readonly Column[]): number {
  const widths = columnWidths(columns);
  const cell = (parts: readonly Shown[], width: number = PAPER.wide): number =>
    parts.reduce((sum, { label, text }) => sum + linesOf(label.length + text.length, width), 0);
  const keys = row.keys.reduce((sum, { text, title }) => sum + text.length + (title?.length ?? 0) + 8, 0);
  const texts = Math.max(...columns.map((column, at) => cell(row[column], widths[at])), 0);
  const { title } = row.of.page;
  if (columns.length === 0 && keys === 0) return linesOf(title.length + 3, PAPER.wide) + 1.2;
  const named = linesOf(title.length + 3, PAPER.page - 2) + linesOf(row.plan.length, PAPER.page + 2);
  // The clock stands above the minutes.
  const own = Math.max(named, row.of.minutes > 0 ? 2.4 : 0);
  return Math.max(texts + (keys > 0 ? linesOf(keys, PAPER.wide) + 0.6 : 0), own) + 1.2;
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

class Conductor {
  private readonly input: GuideInput;
  private readonly pages: readonly RunPage[];
  private readonly materials: readonly Material[];
  private readonly rowsFor: (budget: Budget) => Row[];

  constructor(input: GuideInput) {
    const { module, types, strings } = input;
    this.input = input;
    // Optional further pages are not part of the session's minutes.
    this.pages = runPages(input).filter(({ page }) => !page.further);
    this.rowsFor = rowWriter(input, this.pages);
    this.materials = this.pages.flatMap(({ notes, number }, index) =>
      [...notedMaterials(notes.parts), ...openedMaterials(module.pages[index]?.nodes ?? [], types, strings)].map((text) => ({
        page: number,
        text,
      })),
    );
  }

  /** Estimates the lines above the table. */
  private head(): number {
    const { competencies, title } = this.input.module.content;
    const characters = competencies.reduce((sum, one) => sum + one.title.length + 3, 0);
    const items = this.materials.slice(0, MOST).reduce((sum, { text }) => sum + linesOf(text.length + 9, 54) + 0.2, 0);
    return 11 + 2 * linesOf(title.length, 56) + linesOf(characters, 120) + Math.ceil(items / 2 + 0.5);
  }

  /** Returns the longest rows that fit. */
  private fitted(): Row[] {
    for (const budget of BUDGETS) {
      const rows = this.rowsFor(budget);
      const columns = columnsOf(rows);
      if (pagesOf([this.head(), ...rows.map((row) => height(row, columns)), 3]) <= PAGES) return rows;
    }
    return this.rowsFor(NOTHING);
  }

  private times() {
    const { strings, module } = this.input;
    const noted = this.pages.reduce((sum, { minutes }) => sum + minutes, 0);
    const missing = this.pages.filter(({ minutes }) => minutes === 0).map(({ number }) => number);
    const { minutes: all } = module.content;
    const isSame = noted === all || all === 0 || noted === 0;
    const whole = all > 0 ? all : noted;
    const isWhole = missing.length === 0;
    return {
      isTimed: noted > 0,
      end: isWhole ? clock(noted) : undefined,
      band:
        isWhole && this.pages.length <= WIDEST
          ? this.pages.map(({ number, minutes }) => ({ number, minutes, isNarrow: minutes < noted / 30 }))
          : undefined,
      total:
        whole === 0
          ? ''
          : strings.format('fact.minutes', { n: whole }) + (isSame ? '' : ` (${strings.format('guide.noted', { n: noted })})`),
      missing,
    };
  }

  /** Explains what is missing from the notes, and what to write. */
  private advice(missing: readonly number[]): Html[] {
    const { strings } = this.input;
    const hasParts = this.pages.some(({ notes }) => notes.parts.length > 0);
    const isTimed = missing.length < this.pages.length;
    if (!hasParts && !isTimed) return [strings.html('run.advice.notes')];
    return [
      ...(isTimed ? [] : [strings.html('run.advice.minutes')]),
      ...(isTimed && missing.length > 0 ? [strings.html('run.advice.some', { n: missing.length, list: missing.join(', ') })] : []),
    ];
  }

  /** Lists what only the guide has: omitted columns, and text that was cut. */
  private about(rows: readonly Row[]): string {
    const { strings } = this.input;
    const whole = this.rowsFor(WHOLE);
    const shown = columnsOf(rows);
    const left = columnsOf(whole).flatMap((column) => (shown.includes(column) ? [] : strings.format(`run.${column}`)));
    const hasKeys = (list: readonly Row[]): boolean => list.some(({ keys }) => keys.length > 0);
    if (hasKeys(whole) && !hasKeys(rows)) left.push(strings.format('run.keys'));
    const texts = (list: readonly Row[]): string => JSON.stringify(list.map(({ of: _, ...shown }) => shown));
    const isCut = texts(rows) !== texts(whole);
    return [
      ...(left.length > 0 ? [strings.format('run.left', { list: left.join(', ') })] : []),
      ...(isCut ? [strings.format('run.cut')] : []),
      ...this.further(),
      strings.format('run.guide'),
    ].join(' ');
  }

  private further(): string[] {
    const { pages, strings } = this.input;
    const titles = pages.flatMap(({ further, title }) => (further ? [title] : []));
    return titles.length > 0 ? [strings.format('run.further', { list: titles.join(strings.lang === 'fr' ? ' ; ' : '; ') })] : [];
  }

  private keys(keys: readonly ShownKey[]): Html {
    const { module, strings } = this.input;
    return keys.length === 0 ? '' : brief({ keys, module: module.content.id, guide: GUIDE, title: strings.format('run.keys') });
  }

  private facts(total: string) {
    const { strings, cohort } = this.input;
    return [
      ...(total ? [{ name: strings.format('fact.duration'), value: total }] : []),
      { name: strings.format('run.pages'), value: strings.number(this.pages.length) },
      { name: strings.format('fact.cohort'), value: cohort ?? strings.format('fact.cohort.none') },
      { name: strings.format('run.date') },
      { name: strings.format('run.begins') },
    ];
  }

  private texts() {
    const { strings } = this.input;
    return {
      aims: strings.format('run.competencies'),
      prepare: strings.format('run.prepare'),
      clock: strings.format('run.clock'),
      page: strings.format('guide.page'),
      keys: strings.format('run.keys'),
      end: strings.format('run.end'),
      colon: strings.lang === 'fr' ? '\u00a0:' : ':',
    };
  }

  private row({ of, plan, keys, ...texts }: Row, columns: readonly Column[]) {
    return {
      id: of.page.id,
      number: of.number,
      title: of.page.title,
      clock: of.start === undefined ? '' : clock(of.start),
      minutes: of.minutes > 0 ? this.input.strings.format('guide.minutes', { n: of.minutes }) : '',
      plan,
      cells: columns.map((name) => ({ name, parts: texts[name] })),
      keys: this.keys(keys),
      isTall: keys.length > 0 && columns.length > 0,
    };
  }

  chapter(): Html {
    const { module, course, strings } = this.input;
    const { content } = module;
    const rows = this.fitted();
    const columns = columnsOf(rows);
    const { total, missing, ...times } = this.times();
    const hasKeys = rows.some(({ keys }) => keys.length > 0);
    return run({
      ...times,
      id: content.id,
      kind: strings.format('conducteur.kind'),
      from: [strings.format('run.private'), course.title, course.organisation].filter((name) => name !== '').join(' · '),
      title: content.title,
      facts: this.facts(total),
      competencies: content.competencies.map(({ title }) => title),
      materials: this.materials.slice(0, MOST),
      more: this.materials.length > MOST && strings.format('run.more', { n: this.materials.length - MOST }),
      note: this.about(rows),
      advice: this.advice(missing),
      columns: columns.map((name) => ({ name, title: strings.format(`run.${name}`) })),
      span: columns.length,
      endSpan: Math.max(columns.length, hasKeys ? 1 : 0) + 1,
      guide: GUIDE,
      isKeyColumn: hasKeys && columns.length === 0,
      rows: rows.map((row) => this.row(row, columns)),
      blank: strings.format('paper.blank'),
      t: this.texts(),
    });
  }
}

/** Makes a module's running order: what to do, say and expect, page by page, on three printed pages. Links to the guide begin with `GUIDE`. */
export function conductorChapter(input: GuideInput): Html {
  return new Conductor(input).chapter();
}
