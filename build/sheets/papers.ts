import { createHash } from 'node:crypto';
import { sheets } from 'virtual:cartable-types';
import type { Html } from '../../src/model/activity.ts';
import { activityTypes } from '../activities.ts';
import type { BuiltModule, Course } from '../built.ts';
import { type Folder, onDisk } from '../disk.ts';
import { compiled } from '../render/handlebars.ts';
import { statOrNull } from '../stat.ts';
import { guideChapter } from './guide.ts';
import { handoutChapter } from './handout.ts';
import { paperText } from './paper-text.ts';
import { assetPaths, withPictures } from './pictures.ts';
import type { Sheet } from './sheet.ts';
import { sheetStyle } from './sheet-style.ts';
import { type SheetWords, sheetWords } from './sheet-words.ts';
import { statementSheet } from './statement.ts';
import { type StatementFacts, statementFacts, sumFacts } from './statement-facts.ts';

/** What the sheets of a module hang on, besides what is in its zips. */
export interface PapersInput {
  readonly course: Course;
  /** Title of the cohort; absent: the base build. */
  readonly cohort: string | undefined;
  /** Notes of `:::trainer`, by page. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
  readonly contact: string | undefined;
  readonly folder: Folder;
}

/** The sheets that are the same for every target: the guide, the handout, the statement. */
export interface Papers {
  /** Names what is in them and in no zip. */
  readonly key: string;
  /** Makes them, once. */
  sheets(): readonly Sheet[];
}

/** Both texts of a module, and what its statement tells. */
interface Chapter {
  readonly guide: Buffer;
  readonly handout: Buffer;
  readonly facts: StatementFacts;
}

/** A module's papers; the course's are made of their chapters. */
export interface ModulePapers extends Papers {
  readonly id: string;
  readonly title: string;
  chapter(): Chapter;
}

let document: ((data: object) => string) | undefined;

const BODY = '<!--body-->';

interface Frame {
  readonly sheet: 'guide' | 'cahier';
  readonly kind: string;
  readonly title: string;
  /** Modules, where there are several. */
  readonly cover?: readonly { readonly id: string; readonly title: string }[];
}

/** A page around chapters that are bytes already. */
function wrap(frame: Frame, chapters: readonly Buffer[], { course }: PapersInput, { lang }: SheetWords): Buffer {
  document ??= compiled(sheets.paper);
  const css = sheetStyle('paper.css', course.theme.accent);
  const [head = '', tail = ''] = document({ ...frame, from: course.organisation, lang, css, body: BODY }).split(BODY);
  return Buffer.concat([Buffer.from(head), ...chapters, Buffer.from(tail)]);
}

interface Subject {
  /** What the names of the files begin with. */
  readonly id: string;
  readonly title: string;
  readonly whole: boolean;
}

function makeSheets({ id, title, whole }: Subject, chapters: readonly Chapter[], cover: Frame['cover'], input: PapersInput): Sheet[] {
  const words = sheetWords(input.course.lang);
  const frame = (sheet: Frame['sheet']): Frame => ({ sheet, kind: words.say(`${sheet}.kind`), title, ...(cover && { cover }) });
  const facts = sumFacts(chapters.map((chapter) => chapter.facts));
  const { course, cohort, contact } = input;
  const guides = chapters.map(({ guide }) => guide);
  const handouts = chapters.map(({ handout }) => handout);
  return [
    { name: `${id}.guide.html`, data: wrap(frame('guide'), guides, input, words) },
    { name: `${id}.cahier.html`, data: wrap(frame('cahier'), handouts, input, words) },
    {
      name: `${id}.accessibilite.html`,
      data: Buffer.from(statementSheet({ course, cohort, title, whole, facts, contact, types: activityTypes() })),
    },
  ];
}

function chapterOf(module: BuiltModule, input: PapersInput): Chapter {
  const { course, cohort, notes, folder } = input;
  const [types, words] = [activityTypes(), sheetWords(course.lang)];
  const pages = paperText(module, course, types, words);
  const bytes = (html: Html): Buffer => Buffer.from(withPictures(html, folder, words.say('paper.away')));
  return {
    guide: bytes(guideChapter({ module, course, cohort, notes, pages, types, words })),
    handout: bytes(handoutChapter(module, course, pages, words)),
    facts: statementFacts(pages, types),
  };
}

/** Makes something when it is first asked for, and lets go of what it is made of. */
function once<Result extends object>(make: () => Result): () => Result {
  let due: (() => Result) | undefined = make;
  let made: Result | undefined;
  return () => {
    made ??= (due ?? make)();
    due = undefined;
    return made;
  };
}

/** A picture that a note alone shows is in no package. */
function filesIn(notes: string, folder: Folder): string[] {
  return assetPaths(notes).map((path) => {
    const { size = 0, mtimeMs = 0 } = statOrNull(onDisk(folder, path)) ?? {};
    return `${path} ${size} ${mtimeMs}`;
  });
}

function keyOf({ cohort, notes, contact, folder }: PapersInput): string {
  const text = JSON.stringify([cohort, notes, contact]);
  return createHash('sha1')
    .update([text, ...filesIn(text, folder)].join())
    .digest('base64');
}

/** The papers of a module for one cohort. Nothing is made before it is asked for. */
export function modulePapers(module: BuiltModule, input: PapersInput): ModulePapers {
  const { id, title } = module.content;
  const chapter = once(() => chapterOf(module, input));
  return {
    id,
    title,
    key: keyOf(input),
    chapter,
    sheets: once(() => makeSheets({ id, title, whole: false }, [chapter()], undefined, input)),
  };
}

/** The papers of a course: its modules are chapters. */
export function coursePapers(modules: readonly ModulePapers[], input: PapersInput): Papers {
  const { id, title } = input.course;
  const key = modules.map((module) => module.key).join();
  const cover = modules.map((module) => ({ id: module.id, title: module.title }));
  const chapters = (): Chapter[] => modules.map((module) => module.chapter());
  return { key, sheets: once(() => makeSheets({ id, title, whole: true }, chapters(), cover, input)) };
}
