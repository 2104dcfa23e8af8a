import { sheets } from 'virtual:cartable-papers';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Html } from '../../src/model/course/activity.ts';
import { type Folder, onDisk } from '../files/folder.ts';
import type { Engine } from '../host/engine.ts';
import type { Files } from '../host/host.ts';
import { compiled } from '../html/handlebars.ts';
import type { BuiltModule, Course } from '../model/built.ts';
import type { Papers, Sheet } from '../model/sheet.ts';
import { concat, utf8 } from '../model/utf8.ts';
import { roomSheet } from '../room/room.ts';
import { conductorChapter, GUIDE } from './conductor.ts';
import { FOLD_SCRIPT, FOLD_SOURCE } from './fold-script.ts';
import { guideChapter } from './guide.ts';
import { handoutChapter } from './handout.ts';
import { asOnScreen, paperText } from './paper-text.ts';
import { assetPaths, LARGEST_PICTURE, withPictures } from './pictures.ts';
import { type SheetStrings, sheetStrings } from './sheet-strings.ts';
import { pageFooter, sheetStyle } from './sheet-style.ts';
import { statementSheet } from './statement.ts';
import { type StatementFacts, statementFacts, sumFacts } from './statement-facts.ts';

const document = compiled(sheets.paper);

/** Inputs of a module's sheets that are not in its zips. */
export interface PapersInput {
  readonly course: Course;
  /** Title of the cohort; absent: the base build. */
  readonly cohort: string | undefined;
  /** Notes of `:::trainer`, by page. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
  readonly contact: string | undefined;
  readonly folder: Folder;
}

/** A module's part of the guide, the running order and the handout, and the facts of its statement. The course's sheets join these chapters. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly key: string;
  readonly guide: Uint8Array;
  readonly conductor: Html;
  readonly handout: Uint8Array;
  /** Makes the view for a room, a file of its own. */
  readonly room: () => Uint8Array;
  readonly facts: StatementFacts;
}

const BODY = '<!--body-->';

interface Frame {
  readonly sheet: 'guide' | 'conducteur' | 'cahier';
  readonly kind: string;
  readonly title: string;
  /** The guide's buttons to fold everything. */
  readonly folds?: ReturnType<typeof foldsIn>;
  /** The modules, if there are several. */
  readonly cover?: readonly { readonly id: string; readonly title: string }[];
}

function foldsIn({ format }: SheetStrings) {
  const texts = { fold: format('guide.fold'), unfold: format('guide.unfold'), about: format('guide.folds') };
  return { ...texts, script: FOLD_SCRIPT, source: FOLD_SOURCE };
}

/** Wraps chapters, already encoded, in a page. */
function wrap(frame: Frame, chapters: readonly Uint8Array[], { course }: PapersInput, { lang }: SheetStrings, engine: Engine): Uint8Array {
  const isRun = frame.sheet === 'conducteur';
  const style = sheetStyle(isRun ? 'conductor.css' : 'paper.css', course.theme.accent, engine.pieces.index);
  const css = style + pageFooter(`${frame.kind} · ${frame.title}`);
  const [head = '', tail = ''] = document({ ...frame, from: course.organisation, lang, css, body: BODY }).split(BODY);
  return concat([utf8(head), ...chapters, utf8(tail)]);
}

interface Subject {
  /** Prefix of the file names. */
  readonly id: string;
  readonly title: string;
  readonly whole: boolean;
}

// Names are French in both languages, as `.depot.html` is. Only `--sheets` makes these files, since they take 14 % to 20 % of the
// time of a build. A folder that has them is kept up to date, so that no old key is left beside a new zip.
function makeSheets({ id, title, whole }: Subject, chapters: readonly Chapter[], input: PapersInput, engine: Engine): Sheet[] {
  const strings = sheetStrings(input.course.lang);
  const cover = whole && { cover: chapters.map((chapter) => ({ id: chapter.id, title: chapter.title })) };
  const frame = (sheet: Frame['sheet']): Frame => ({ sheet, kind: strings.format(`${sheet}.kind`), title, ...cover });
  const facts = sumFacts(chapters.map((chapter) => chapter.facts));
  const { course, cohort, contact } = input;
  const guides = chapters.map(({ guide }) => guide);
  const conductors = chapters.map(({ conductor }) => utf8(conductor.replaceAll(GUIDE, `${id}.guide.html`)));
  const handouts = chapters.map(({ handout }) => handout);
  const statement = statementSheet({ course, cohort, title, whole, facts, contact }, engine);
  return [
    { name: `${id}.guide.html`, data: wrap({ ...frame('guide'), folds: foldsIn(strings) }, guides, input, strings, engine) },
    { name: `${id}.conducteur.html`, data: wrap(frame('conducteur'), conductors, input, strings, engine) },
    { name: `${id}.cahier.html`, data: wrap(frame('cahier'), handouts, input, strings, engine) },
    { name: `${id}.accessibilite.html`, data: utf8(statement) },
  ];
}

/** Lists the pictures of texts that no package has, each with a digest if it is embedded. */
function picturesIn(texts: string, folder: Folder, files: Files): string[] {
  return assetPaths(texts).map((path) => {
    const file = onDisk(folder, path);
    const { bytes = 0 } = files.facts(file) ?? {};
    const isEmbedded = bytes > 0 && bytes <= LARGEST_PICTURE;
    return `${path} ${isEmbedded ? bytesToHex(sha256(files.read(file))) : bytes}`;
  });
}

function keyOf({ pages }: BuiltModule, { cohort, notes, contact, folder }: PapersInput, { host }: Engine): string {
  // Packages don't contain texts that are only for paper.
  const texts = pages.flatMap(({ paper }) => paper ?? []);
  const text = JSON.stringify([cohort, notes, contact, ...texts]);
  return bytesToHex(sha256(utf8([text, ...picturesIn(text, folder, host.files)].join())));
}

/** Renders the texts of a module for one cohort. */
export function paperChapter(module: BuiltModule, input: PapersInput, engine: Engine): Chapter {
  const { course, cohort, notes, folder } = input;
  const { types } = engine;
  const { id, title } = module.content;
  const strings = sheetStrings(course.lang);
  const pages = paperText(module, course, types, strings);
  const screen = asOnScreen(module);
  const bytes = (html: Html): Uint8Array => utf8(withPictures(html, { folder, kit: engine.kit }, strings.format('paper.away')));
  return {
    id,
    title,
    key: keyOf(module, input, engine),
    guide: bytes(guideChapter({ module, course, cohort, notes, pages, types, strings })),
    conductor: conductorChapter({ module, course, cohort, notes, pages, types, strings }),
    handout: bytes(handoutChapter(module, course, pages, strings)),
    room: () =>
      utf8(
        roomSheet({ module, course, notes }, engine, (html) =>
          withPictures(html, { folder, kit: engine.kit }, strings.format('paper.away')),
        ),
      ),
    facts: statementFacts(screen ? paperText(screen, course, types, strings) : pages, types),
  };
}

/** Makes guide, running order, handout, statement and view for a room of a module. */
export function modulePapers(chapter: Chapter, input: PapersInput, engine: Engine): Papers {
  const { id, title, key, room } = chapter;
  const papers = makeSheets({ id, title, whole: false }, [chapter], input, engine);
  return { key, sheets: [...papers, { name: `${id}.salle.html`, data: room() }] };
}

/** Makes guide, running order, handout and statement of a course, with its modules as chapters. */
export function coursePapers(chapters: readonly Chapter[], input: PapersInput, engine: Engine): Papers {
  const { id, title } = input.course;
  return { key: chapters.map(({ key }) => key).join(), sheets: makeSheets({ id, title, whole: true }, chapters, input, engine) };
}
