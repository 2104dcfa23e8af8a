import { shell, shellStrings } from 'virtual:cartable-types';
import { partsOf } from '../../src/model/chapters.ts';
import type { ModuleContent } from '../../src/model/course.ts';
import type { ActivityType } from '../activity-type.ts';
import type { Asset, BuiltModule, BuiltPage, Course, RenderedModule } from '../built.ts';
import type { Folder } from '../disk.ts';
import { assetMarker, ROOT } from '../markdown/markers.ts';
import { AssetCollector } from '../render/assets.ts';
import { compiled } from '../render/handlebars.ts';
import { hasHeading, withFitHeadings } from '../render/headings.ts';
import { iconsIn, spriteOf } from '../render/icons.ts';
import { type RenderContext, renderNodes } from '../render/nodes.ts';

/** Values that name no file: most come again at the next save. */
const bare = new WeakSet<object>();

/** A value with the addresses of its files; itself where it names none. @param change what else is to be done where it has headings */
function placed<Value extends object>(value: Value, assets: AssetCollector, change?: (value: Value) => Value): Value {
  if (bare.has(value)) return value;
  const text = JSON.stringify(value);
  const set = assets.place(change && hasHeading(text) ? JSON.stringify(change(value)) : text);
  if (set !== text) return JSON.parse(set);
  bare.add(value);
  return value;
}

/** Adds the type `callout` where HTML has alerts: they need its styles. */
function noteAlerts(html: string, types: Set<string>): void {
  if (html.includes('<div class="callout"')) types.add('callout');
}

/** Markup of feedback, which is in no page yet. */
function laterMarkup(content: ModuleContent): string {
  return JSON.stringify(content.activities).replaceAll('\\"', '"');
}

/** The activities one by one: what is known of those that name no file stays known. @param levels of the headings in what is said of answers */
function placedContent(content: ModuleContent, assets: AssetCollector, levels: ReadonlyMap<string, number>): ModuleContent {
  const activities = content.activities.map((activity) =>
    placed(activity, assets, (one) => withFitHeadings(one, levels.get(activity.id) ?? 2)),
  );
  return { ...placed({ ...content, activities: [] }, assets), activities };
}

/** Markup of a page, types used in it, icons shown in it, and the files that it names. */
interface RenderedPage {
  readonly html: string;
  readonly types: ReadonlySet<string>;
  readonly icons: readonly string[];
  readonly named: ReadonlyMap<string, Asset>;
  readonly levels: ReadonlyMap<string, number>;
}

const lastingPages = new WeakMap<BuiltPage, RenderedPage>();

function renderPage(page: BuiltPage, context: RenderContext, folder: Folder): RenderedPage {
  const known = lastingPages.get(page);
  if (known) return known;
  const assets = new AssetCollector(folder);
  const html = assets.place(renderNodes(page.nodes, 1, 0, context));
  noteAlerts(html, context.used);
  const rendered = { html, types: context.used, icons: iconsIn(html), named: assets.byPath, levels: context.levels };
  if (page.lasting || page.common) lastingPages.set(page, rendered);
  return rendered;
}

/** Stands for a page's markup, so that the whole is never one string: texts with typographic signs take two bytes a character. */
const PAGE = '<!--page-->';

/** Stands for the symbols of the icons, which are known once all markup is. */
const ICONS = '<!--icons-->';

let page: ((data: object) => string) | undefined;
let frame: ((data: object) => string) | undefined;

/** What the shell's page is filled with, but for its pages. */
function pageData({ content }: BuiltModule, course: Course, assets: AssetCollector) {
  const lang = languageOf(course);
  return {
    lang,
    dir: 'ltr',
    title: content.title,
    courseTitle: content.courseTitle,
    organisation: course.organisation,
    ...(content.chapters && { chapters: partsOf(content) }),
    root: ROOT,
    logo: course.theme.logo && assets.place(assetMarker(course.theme.logo)),
    t: shellStrings[lang],
    icons: ICONS,
  };
}

function languageOf(course: Course): 'fr' | 'en' {
  return course.lang === 'en' ? 'en' : 'fr';
}

interface PageMarkup {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  readonly icons: readonly string[];
  /** Title of its module. */
  readonly over: string;
  /** Planned minutes, on the first page of a module. */
  readonly minutes: number;
}

/** The pages with what stands over them, in the order of the chapters. */
function markupOf({ content }: BuiltModule, rendered: readonly RenderedPage[]): PageMarkup[] {
  return partsOf(content)
    .flatMap(({ title, minutes, pages }) => pages.map((page, index) => ({ ...page, over: title, minutes: index === 0 ? minutes : 0 })))
    .map((page, index) => ({ ...page, html: rendered[index]?.html ?? '', icons: rendered[index]?.icons ?? [] }));
}

/** The page that is launched, and the pieces of the one that reads without script. @param later icons in what is shown later */
function shellMarkup(data: ReturnType<typeof pageData>, pages: readonly PageMarkup[], types: readonly string[], later: readonly string[]) {
  page ??= compiled(shell.page);
  const empty = pages.map((one) => ({ ...one, html: PAGE }));
  const text = page({ ...data, root: '', logo: data.logo?.replace(ROOT, ''), pages: empty, plain: true });
  const first = page({ ...data, pages: pages.map((one, index) => (index === 0 ? one : { ...one, html: '' })) });
  const sprite = spriteOf([...iconsIn(text), ...pages.flatMap(({ icons }) => icons), ...later], types);
  const finish = (html: string): string => html.replace(ICONS, sprite);
  const plain = finish(text)
    .split(PAGE)
    .flatMap((piece, index) => (index === 0 ? [piece] : [pages[index - 1]?.html.replaceAll(ROOT, '') ?? '', piece]));
  return { html: finish(first), plain };
}

/** The markup of a module, and the files that it names. The first page is launched at once; the others follow when they are needed. */
export function renderModule(
  module: BuiltModule,
  course: Course,
  folder: Folder,
  types: ReadonlyMap<string, ActivityType>,
): RenderedModule {
  frame ??= compiled(shell.activity);
  const lang = languageOf(course);
  const competencies = new Map(course.competencies.map(({ id, title }) => [id, title]));
  const context = { lang, types, frame, strings: shellStrings[lang], competencies };
  const assets = new AssetCollector(folder);
  const rendered = module.pages.map((one) =>
    renderPage(one, { ...context, used: new Set<string>(), levels: new Map<string, number>() }, folder),
  );
  for (const { named } of rendered) assets.adopt(named);
  const pages = markupOf(module, rendered);
  const later = laterMarkup(module.content);
  const used = new Set(rendered.flatMap((one) => [...one.types]));
  noteAlerts(later, used);
  const names = [...used].sort();
  return {
    content: placedContent(module.content, assets, new Map(rendered.flatMap(({ levels }) => [...levels]))),
    checked: module.content,
    ...shellMarkup(pageData(module, course, assets), pages, names, iconsIn(later)),
    rest: Object.fromEntries(pages.slice(1).map(({ id, html }) => [id, html])),
    assets: assets.assets,
    types: names,
    firstTypes: [...(rendered[0]?.types ?? [])],
    ...(module.pages.some((one) => one.lasting) && { lasting: true as const }),
  };
}
