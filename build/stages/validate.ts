import { type ModuleFront, minutesOf } from '../course-file.ts';
import type { Diagnostics, Position } from '../diagnostics.ts';
import { END, VARIABLE_IN_TEXT } from '../markdown/markers.ts';
import { typography } from '../markdown/typography.ts';
import { nearest } from '../nearest.ts';
import type { Attributes, Block, Directive, Node, ValidModule, ValidPage } from '../source.ts';
import { checkCompetency } from '../validate/check-competency.ts';
import { checkFootnotes } from '../validate/check-footnotes.ts';
import { checkOnly } from '../validate/check-only.ts';
import { activitiesOn, checkCompletion } from '../validate/completion.ts';
import type { CheckedPage, CourseContext } from '../validate/context.ts';
import { hasNearMiss, readNodes } from '../validate/read-directive.ts';
import { takeId } from '../validate/take-id.ts';
import type { BankFile, ModuleFile } from './read.ts';

interface OpenPage {
  readonly heading: Extract<Block, { kind: 'heading' }>;
  readonly blocks: Block[];
}

function splitPages(blocks: readonly Block[], diagnostics: Diagnostics): OpenPage[] {
  const pages: OpenPage[] = [];
  let early = false;
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) pages.push({ heading: block, blocks: [] });
    else if (pages.length > 0) pages.at(-1)?.blocks.push(block);
    else if (!early) {
      diagnostics.error('text-before-page', block.at);
      early = true;
    }
  }
  return pages;
}

function pageOnly(attributes: Attributes | undefined, title: string, context: CourseContext): readonly string[] | undefined {
  const { diagnostics } = context;
  let only: readonly string[] | undefined;
  for (const { key, value, at } of attributes?.entries ?? []) {
    if (key === 'only' && typeof value === 'string') {
      only = value.split(';').map((tag) => tag.trim());
      checkOnly(only, at, context);
    } else
      diagnostics.error('unknown-attribute', at, {
        name: title,
        key,
        near: value === true && attributes?.id === undefined ? `#${key}` : nearest(key, ['only']),
      });
  }
  return only;
}

function readPage(page: OpenPage, context: CourseContext, notes: (html: string) => void): ValidPage {
  const { heading } = page;
  const id = takeId(
    { id: heading.attributes?.id, at: heading.at, name: heading.title.text, words: heading.title.text, fallback: 'page' },
    context,
  );
  if (heading.title.text.length > 200) context.diagnostics.error('title-too-long', heading.at, { limit: 200 });
  checkFootnotes(heading.title.html(), context.diagnostics);
  const only = pageOnly(heading.attributes, heading.title.text, context);
  return {
    id,
    title: typography(heading.title.text.replace(/\{\{\s*([a-z0-9-]+)\s*\}\}/g, `${VARIABLE_IN_TEXT}$1${END}`), context.course.lang),
    at: heading.at,
    ...(only && { only }),
    nodes: readNodes(page.blocks, { contains: 'any', note: notes }, context),
  };
}

function checkPage(open: OpenPage, context: CourseContext): CheckedPage {
  const notes: string[] = [];
  return { page: readPage(open, context, (html) => notes.push(html)), notes };
}

function checkFront(file: ModuleFile, id: string, context: CourseContext): void {
  const { value, at } = file.front;
  if (value.id !== id) context.diagnostics.error('bad-value', at('id'), { key: 'id', expected: id });
  context.ids.take(value.id, at('id'), context.diagnostics);
  value.competencies.forEach((id, index) => void checkCompetency(id, at('competencies', index), context));
}

/** Checks that every `{{name}}` of a file is a variable of the course, and that none lacks a brace. */
export function checkVariables(file: ModuleFile | BankFile, context: CourseContext): void {
  const known = Object.keys(context.course.variables);
  for (const { name, at, less } of file.variables) {
    if (less && known.includes(name)) context.diagnostics.error('brace-too-few', at, { name });
    else if (!less && !known.includes(name)) context.diagnostics.error('unknown-variable', at, { name, near: nearest(name, known) });
  }
}

function placeOf({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** The lines of some directives, as `file:line`. */
function linesOf(directives: readonly Directive[]): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const { at, lastLine } of directives) for (let line = at.line; line <= lastLine; line++) lines.add(`${at.file}:${line}`);
  return lines;
}

/** Ids of directives, and of those in them. */
function idsIn(directives: readonly Directive[]): string[] {
  return directives.flatMap(({ attributes, body }) => [
    ...(attributes.id === undefined ? [] : [attributes.id]),
    ...idsIn(body.flatMap((block) => (block.kind === 'directive' ? [block.directive] : []))),
  ]);
}

/** Does a line that was meant as an item, which was said, lead to a part of the activity that it stands in? */
function isMissedItem({ page, at }: ModuleFile['pageLinks'][number], blocks: readonly Block[], context: CourseContext): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'directive' || !hasNearMiss(block.directive, context)) return false;
    const { at: first, lastLine, body } = block.directive;
    const isInside = first.file === at.file && first.line <= at.line && at.line <= lastLine;
    return isInside && body.some((part) => part.kind === 'heading' && part.attributes?.id === page);
  });
}

function checkPageLinks(file: ModuleFile, pages: readonly ValidPage[], context: CourseContext): void {
  const known = pages.map((page) => page.id);
  const own = new Set(pages.flatMap((page) => activitiesOn(page).flatMap(({ ownLinks = [] }) => ownLinks.map(placeOf))));
  // Where nothing was read a link may lead to a part of what stands there.
  const unread = linesOf(context.unread);
  for (const link of file.pageLinks) {
    const { page, at } = link;
    if (unread.has(`${at.file}:${at.line}`) || known.includes(page) || own.has(placeOf(at))) continue;
    if (!isMissedItem(link, file.blocks, context)) context.diagnostics.error('unknown-page', at, { page, near: nearest(page, known) });
  }
}

/** A question that two quizzes of one module draw would have one record for both. */
function checkBanks(module: ValidModule, diagnostics: Diagnostics): void {
  const seen = new Set<string>();
  const quizzes = module.pages.flatMap(activitiesOn).filter((activity) => Array.isArray(activity.options.questions));
  for (const quiz of quizzes) {
    const banks = (quiz.options.bank ?? []) as readonly string[];
    const twice = banks.find((bank) => seen.has(bank));
    if (twice) diagnostics.error('bank-twice', quiz.at, { bank: twice });
    for (const bank of banks) seen.add(bank);
  }
}

function frontOf(value: ModuleFront) {
  return {
    minutes: minutesOf(value.duration),
    competencies: value.competencies,
    completion: value.completion,
    ...(value.pass !== undefined && { pass: value.pass }),
    onFail: value['on-fail'],
  };
}

/** Turns a module that was read into plain data; everything wrong in it is reported, and as much as can be is kept. */
export function validateModule(file: ModuleFile, id: string, context: CourseContext): ValidModule {
  const said = context.diagnostics.list.length;
  checkFront(file, id, context);
  checkVariables(file, context);
  const notes: Record<string, readonly string[]> = {};
  const pages: ValidPage[] = [];
  for (const open of splitPages(file.blocks, context.diagnostics)) {
    const check = (): CheckedPage => checkPage(open, context);
    const { page, notes: mine } = context.pages?.page(open.heading, check) ?? check();
    if (mine.length > 0) notes[page.id] = mine;
    pages.push(page);
  }
  if (pages.length === 0) context.diagnostics.error('empty-module', { file: file.file, line: 1, column: 1 });
  const isWhole = file.isSound && !context.diagnostics.failedSince(said);
  checkPageLinks(file, pages, context);
  const module: ValidModule = {
    id,
    file: file.file,
    title: typography(file.front.value.title, context.course.lang),
    ...frontOf(file.front.value),
    pages,
    notes,
    ...(context.unread.length > 0 && { unread: idsIn(context.unread) }),
  };
  checkBanks(module, context.diagnostics);
  if (!file.front.isBroken) checkCompletion(module, isWhole, file.front.at('completion'), context.diagnostics);
  return module;
}

/** Names the types that draw from banks, and what these may contain. */
function drawnInto({ types }: CourseContext): { readonly outer: string; readonly contains: readonly string[] } {
  const composed = [...types].filter(([, type]) => type.form === 'composed');
  return {
    outer: composed.map(([name]) => name).join(', '),
    contains: composed.flatMap(([, { contains }]) => (Array.isArray(contains) ? (contains as readonly string[]) : [])),
  };
}

/** Reads the questions of a bank: whatever a quiz may contain. */
export function validateBank(file: BankFile, context: CourseContext): Node[] {
  checkVariables(file, context);
  const blocks = file.blocks.filter((block) => {
    if (block.kind !== 'heading' || block.level > 1) return true;
    context.diagnostics.error('page-in-bank', block.at, { title: block.title.text.slice(0, 60) });
    return false;
  });
  let isLost = false;
  const note = (): void => {
    isLost = true;
  };
  const nodes = readNodes(blocks, { ...drawnInto(context), note }, context);
  const start: Position = { file: file.file, line: 1, column: 1 };
  if (isLost || nodes.some((node) => node.kind === 'prose')) context.diagnostics.warning('text-in-bank', start);
  return nodes.filter((node) => node.kind === 'activity');
}
