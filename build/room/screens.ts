import type { Html } from '../../src/model/course/activity.ts';
import { fitHeadings } from '../html/headings.ts';
import { type Step, stepsOf } from '../html/steps.ts';
import type { BuiltModule, BuiltPage } from '../model/built.ts';
import { innerNodes } from '../model/inner-nodes.ts';
import type { Node, ValidActivity } from '../model/source.ts';
import { escapeHtml, plainHtml } from '../text/plain-html.ts';
import { questionScreens } from './questions.ts';
import type { RoomRenderer } from './renderer.ts';
import type { RoomStrings } from './room-strings.ts';
import type { Screen } from './screen.ts';

const FOOTNOTES = '<div class="c-notes"';

function isFootnotes(node: Node): boolean {
  return node.kind === 'prose' && node.html.startsWith(FOOTNOTES);
}

/** Matches a text that is a heading and nothing else. */
const ONLY_HEADING = /^\s*<h2[^>]*>(?:(?!<\/h2>)[\s\S])*<\/h2>\s*$/;

function isHeading(node: Node | undefined): boolean {
  return node?.kind === 'prose' && ONLY_HEADING.test(node.html);
}

const FIRST_HEADING = /^\s*<h2[^>]*>([\s\S]*?)<\/h2>/;

/** Maximum number of characters of a screen's name. */
const LONGEST_NAME = 60;

/** Names a screen without a heading by its first words. */
function firstWords(html: Html): string {
  const text = plainHtml(html);
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')}…` : text;
}

/** Makes a screen of text. Its first heading becomes the screen's title. */
function textScreen(html: Html, page: BuiltPage, index: number): Screen {
  const [whole, heading] = FIRST_HEADING.exec(html) ?? [];
  const body = whole === undefined ? html : html.slice(whole.length);
  return {
    kind: 'text',
    page: index,
    title: heading === undefined ? firstWords(body) || page.title : plainHtml(heading),
    kick: heading === undefined ? '' : escapeHtml(page.title),
    heading: heading ?? escapeHtml(page.title),
    isQuiet: heading === undefined,
    body: fitHeadings(body, 2),
    reveals: false,
  };
}

/** Makes the screens of a step: text, question, and text after it. A heading without text becomes part of the question. */
function stepScreens({ nodes }: Step, page: BuiltPage, index: number, renderer: RoomRenderer): Screen[] {
  const screens: Screen[] = [];
  let heading: Html = '';
  let text: Node[] = [];
  const ask = (activity: ValidActivity): void => {
    screens.push(...questionScreens(activity, { page, index, heading }, renderer));
  };
  const show = (nodes: readonly Node[]): void => {
    const screen = textScreen(nodes.length > 0 ? renderer.render(nodes) : '', page, index);
    heading = screen.isQuiet ? heading : screen.heading;
    if (screen.body.trim() !== '') screens.push(screen);
    for (const activity of renderer.takeNested()) ask(activity);
  };
  const read = (): void => {
    // A heading at the end belongs to the question below it.
    const last = text.length > 1 && isHeading(text.at(-1)) ? text.slice(-1) : [];
    show(text.slice(0, text.length - last.length));
    if (last.length > 0) show(last);
    text = [];
  };
  for (const node of nodes) {
    if (node.kind !== 'activity') text.push(node);
    else {
      read();
      ask(node.activity);
    }
  }
  read();
  return screens;
}

function opener({ id, title, icon, minutes }: BuiltPage, index: number, all: number, strings: RoomStrings): Screen {
  const picture = icon === undefined ? '' : `<img class="c-pic" src="${escapeHtml(icon)}" alt="">`;
  const time = minutes > 0 ? ` · ${strings.format('minutes', { n: minutes })}` : '';
  return {
    kind: 'opener',
    page: index,
    begins: id,
    title,
    kick: escapeHtml(strings.format('page', { n: index + 1, all }) + time),
    heading: escapeHtml(title),
    body: picture || `<p class="r-number" aria-hidden="true">${index + 1}</p>`,
    reveals: false,
  };
}

function pageScreens(page: BuiltPage, index: number, all: number, renderer: RoomRenderer): Screen[] {
  const { strings } = renderer;
  const steps = stepsOf(
    page.nodes.filter((node) => !isFootnotes(node)),
    page.title,
  );
  const notes = page.nodes.filter(isFootnotes).map((node): Screen => {
    const body = renderer.render([node]);
    const heading = escapeHtml(strings.format('sources'));
    return { kind: 'text', page: index, title: strings.format('sources'), kick: escapeHtml(page.title), heading, body, reveals: false };
  });
  const inside = steps.flatMap((step) => stepScreens(step, page, index, renderer));
  return [opener(page, index, all, strings), ...inside, ...notes];
}

/** Returns the cover's picture, or the faces of the people who speak in the module. */
function coverPicture({ cover, pages }: BuiltModule): Html {
  if (cover.picture !== undefined) return `<img class="r-picture" src="${escapeHtml(cover.picture)}" alt="">`;
  const speakers = (nodes: readonly Node[]): NonNullable<typeof cover.people> =>
    nodes.flatMap((node) => {
      const lines = node.kind === 'block' ? (node.options.speeches as readonly { readonly speaker: never }[] | undefined) : undefined;
      return lines ? lines.map(({ speaker }) => speaker) : speakers(innerNodes(node));
    });
  const people = new Map((cover.people ?? pages.flatMap(({ nodes }) => speakers(nodes))).map((person) => [person.id, person]));
  const faces = [...people.values()].slice(0, 4).map(({ face, colour }) => {
    return `<span class="c-face" data-disc="${colour}"><img src="${escapeHtml(face)}" alt=""></span>`;
  });
  return faces.length > 0 ? `<p class="r-cast">${faces.join('')}</p>` : '';
}

/** Splits `Séance 1 : Le partenariat` at the colon. */
function titleParts(title: string): { readonly over: string; readonly name: string } {
  const [, over = '', name = ''] = /^([^:]{1,24}?)[ \u00a0\u202f]*:[ \u00a0\u202f]*(.+)$/.exec(title) ?? [];
  return name === '' ? { over: '', name: title } : { over, name };
}

/** Maximum number of aims on the cover: more couldn't be read from the back of a room. */
const MOST_AIMS = 2;

function cover(module: BuiltModule, from: string, strings: RoomStrings): Screen {
  const { over, name } = titleParts(module.content.title);
  const { lead, aims } = module.cover;
  const list = aims.slice(0, MOST_AIMS).map(({ text }) => `<li>${escapeHtml(text)}</li>`);
  const plan = module.pages.map(
    ({ title, minutes: n }) =>
      `<li>${escapeHtml(title)}${n > 0 ? ` <small>${escapeHtml(strings.format('minutes', { n }))}</small>` : ''}</li>`,
  );
  const { minutes } = module.content;
  const facts = [over || module.content.courseTitle, ...(minutes > 0 ? [strings.format('minutes', { n: minutes })] : [])];
  const body = [
    coverPicture(module),
    lead === undefined ? '' : `<p class="c-lead">${escapeHtml(lead)}</p>`,
    list.length > 0 ? `<ul class="r-aims">${list.join('')}</ul>` : `<ol class="r-plan">${plan.join('')}</ol>`,
    `<p class="r-warning">${escapeHtml(strings.format('keep'))}</p>`,
  ];
  return {
    kind: 'cover',
    page: -1,
    title: strings.format('cover'),
    kick: escapeHtml([...facts, ...(over ? [from] : [])].filter(Boolean).join(' · ')),
    heading: escapeHtml(name),
    body: body.join(''),
    reveals: false,
  };
}

function end(module: BuiltModule, strings: RoomStrings): Screen {
  const { name } = titleParts(module.content.title);
  const kick = escapeHtml(name);
  const body = `<p class="c-lead">${escapeHtml(strings.format('end.next'))}</p>`;
  return {
    kind: 'end',
    page: -1,
    title: plainHtml(strings.format('end')),
    kick,
    heading: escapeHtml(strings.format('end')),
    body,
    reveals: false,
  };
}

/** Lists the screens of a module: cover, pages with their steps, end. */
export function screensOf(module: BuiltModule, from: string, renderer: RoomRenderer): Screen[] {
  const { pages } = module;
  const inside = pages.flatMap((page, index) => pageScreens(page, index, pages.length, renderer));
  return [cover(module, from, renderer.strings), ...inside, end(module, renderer.strings)];
}
