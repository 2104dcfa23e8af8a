import { shell, shellStrings } from 'virtual:cartable-types';
import { partsOf } from '../../../src/model/course/chapters.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import type { Folder } from '../../files/folder.ts';
import type { Engine } from '../../host/engine.ts';
import { compiled } from '../../html/handlebars.ts';
import { hasHeading, withFitHeadings } from '../../html/headings.ts';
import { type RenderContext, renderNodes } from '../../html/nodes.ts';
import { stepMarkup, stepsOf } from '../../html/steps.ts';
import type { BuiltModule, BuiltPage, Course, RenderedModule } from '../../model/built.ts';
import type { Pace } from '../../model/cover.ts';
import { assetMarker, ROOT } from '../../model/markers.ts';
import type { Node } from '../../model/source.ts';
import { AssetCollector } from './assets.ts';
import { afterOf, coverOf, type PlannedPage, planOf } from './cover.ts';
import { iconsIn, spriteOf } from './icons.ts';

const page = compiled(shell.page);
const frame = compiled(shell.activity);

/** Fills in the addresses of a value's files; returns the value itself if there are none. @param change applied if it has headings */
function placed<Value extends object>(value: Value, assets: AssetCollector, change?: (value: Value) => Value): Value {
  const text = JSON.stringify(value);
  const set = assets.place(change && hasHeading(text) ? JSON.stringify(change(value)) : text);
  return set === text ? value : JSON.parse(set);
}

/** Adds the type `callout` if HTML has alerts, which need its styles. */
function noteAlerts(html: string, types: Set<string>): void {
  if (html.includes('<div class="callout"')) types.add('callout');
}

/** Joins the markup of feedback, which is not in a page yet. */
function laterMarkup(content: ModuleContent): string {
  return JSON.stringify(content.activities).replaceAll('\\"', '"');
}

/** Fills in the addresses of a module's files. @param levels of the headings in feedback */
function placedContent(content: ModuleContent, assets: AssetCollector, levels: ReadonlyMap<string, number>): ModuleContent {
  const activities = content.activities.map((activity) =>
    placed(activity, assets, (one) => withFitHeadings(one, levels.get(activity.id) ?? 2)),
  );
  return { ...placed({ ...content, activities: [] }, assets), activities };
}

/** Markup of a page, and the types used in it. */
interface RenderedPage {
  readonly html: string;
  /** Number of steps. */
  readonly steps: number;
  /** True if the first step has a picture or people of its own. */
  readonly isPictured: boolean;
  readonly types: ReadonlySet<string>;
}

/** Types whose pictures or people are large enough to open a page. */
const PICTURED: ReadonlySet<string> = new Set(['scene', 'beside', 'figure', 'gallery', 'video', 'image-compare']);

function isPicture(node: Node): boolean {
  if (node.kind === 'prose') return node.html.includes('<img ');
  return PICTURED.has(node.kind === 'block' ? node.type : node.activity.type);
}

const FOOTNOTES = '<div class="c-notes"';

function isFootnotes(node: Node): boolean {
  return node.kind === 'prose' && node.html.startsWith(FOOTNOTES);
}

function renderPage({ nodes, title }: BuiltPage, pace: Pace, around: Omit<RenderContext, 'used'>, assets: AssetCollector): RenderedPage {
  const context = { ...around, used: new Set<string>() };
  const render = (some: readonly Node[]): string => renderNodes(some, 1, 0, context);
  const steps =
    pace === 'steps'
      ? stepsOf(
          nodes.filter((node) => !isFootnotes(node)),
          title,
        )
      : [];
  const parts = steps.map((step) => stepMarkup(step.title, render(step.nodes)));
  // Footnotes are below all steps, because any step may refer to them.
  const whole = steps.length > 1 ? [...parts, ...nodes.filter(isFootnotes).map((notes) => render([notes]))] : [render(nodes)];
  const html = assets.place(whole.join('\n'));
  noteAlerts(html, context.used);
  return { html, steps: steps.length, isPictured: (steps[0]?.nodes ?? nodes.slice(0, 2)).some(isPicture), types: context.used };
}

/** Placeholder for the icons' symbols, which are known only when all markup is complete. */
const ICONS = '<!--icons-->';

/** Returns the data for the shell's template, except the pages. */
function pageData(module: BuiltModule, course: Course, plan: readonly PlannedPage[], assets: AssetCollector) {
  const { content } = module;
  const lang = languageOf(course);
  return {
    lang,
    dir: 'ltr',
    title: content.title,
    courseTitle: content.courseTitle,
    organisation: course.organisation,
    certificate: module.certificate,
    cover: coverOf(module, assets),
    after: afterOf(module, assets),
    ...(content.chapters && { chapters: chaptersOf(content, plan) }),
    ...splitPlan(plan),
    root: ROOT,
    logo: course.theme.logo && assets.place(assetMarker(course.theme.logo)),
    t: shellStrings[lang],
    icons: ICONS,
  };
}

/** Splits pages into those that the session asks for and those that go further. */
function splitPlan(plan: readonly PlannedPage[]) {
  return { route: plan.filter(({ further }) => !further), further: plan.filter(({ further }) => further) };
}

/** Lists the chapters with their pages, for the table of contents. */
function chaptersOf(content: ModuleContent, plan: readonly PlannedPage[]) {
  return partsOf(content).map(({ id, title, pages }) => ({
    id,
    title,
    ...splitPlan(plan.filter((page) => pages.some((one) => one.id === page.id))),
  }));
}

function languageOf(course: Course): 'fr' | 'en' {
  return course.lang === 'en' ? 'en' : 'fr';
}

interface PageMarkup extends PlannedPage {
  readonly html: string;
  /** Numbers of the steps; empty if the page is not split. */
  readonly steps: readonly number[];
  /** Title of its module. */
  readonly over: string;
  /** Planned minutes of its module, on the first page of one that has no cover. */
  readonly whole: number;
  /** Colour (1..4) of the drawing that opens it; undefined if it has no pictogram, or a picture of its own. */
  readonly disc: number | undefined;
}

/** Number of colours of discs. */
const DISCS = 4;

/** Lists the pages with their headers, in the order of the chapters. @param further text above the title of a page that goes further */
function markupOf(module: BuiltModule, plan: readonly PlannedPage[], rendered: readonly RenderedPage[], further: string): PageMarkup[] {
  const heads = partsOf(module.content).flatMap(({ title, minutes, pages }) =>
    pages.map((_, index) => ({ over: title, whole: index === 0 && module.pace === 'page' ? minutes : 0 })),
  );
  return plan.map((page, index) => {
    const { html, steps, isPictured } = rendered[index] as RenderedPage;
    return {
      ...page,
      ...(heads[index] as (typeof heads)[number]),
      ...(page.further && { over: further }),
      html,
      disc: page.icon === undefined || isPictured ? undefined : (page.number % DISCS) + 1,
      steps: steps > 1 ? Array.from({ length: steps }, (_, at) => at + 1) : [],
    };
  });
}

/** Renders the launch page and the page without script. @param spriteFor makes the symbols of these icons and those of the scripts */
function shellMarkup(data: ReturnType<typeof pageData>, pages: readonly PageMarkup[], spriteFor: (icons: readonly string[]) => string) {
  const plain = page({ ...data, root: '', pages, plain: true }).replaceAll(ROOT, '');
  const html = page({ ...data, pages: pages.map((one, index) => (index === 0 ? one : { ...one, html: '' })) });
  const sprite = spriteFor(iconsIn(plain));
  return { html: html.replace(ICONS, sprite), plain: plain.replace(ICONS, sprite) };
}

/** Renders the markup of a module, and collects the files that it uses. The first page is in the launch page; the others are loaded later. */
export function renderModule(module: BuiltModule, course: Course, folder: Folder, { types, pieces, kit }: Engine): RenderedModule {
  const lang = languageOf(course);
  const competencies = new Map(course.competencies.map(({ id, title }) => [id, title]));
  const levels = new Map<string, number>();
  const context = { lang, types, frame, strings: shellStrings[lang], competencies, levels };
  const assets = new AssetCollector(folder, kit);
  const rendered = module.pages.map((one) => renderPage(one, module.pace, context, assets));
  const plan = planOf(module, assets);
  const pages = markupOf(module, plan, rendered, context.strings['further.title'] ?? '');
  const later = laterMarkup(module.content);
  const used = new Set(rendered.flatMap((one) => [...one.types]));
  noteAlerts(later, used);
  const names = [...used].sort();
  return {
    content: placedContent(module.content, assets, levels),
    ...shellMarkup(pageData(module, course, plan, assets), pages, (icons) => spriteOf([...icons, ...iconsIn(later)], names, pieces.index)),
    rest: Object.fromEntries(pages.slice(1).map(({ id, html }) => [id, html])),
    assets: assets.assets,
    pageMinutes: Object.fromEntries(plan.map(({ id, minutes }) => [id, minutes])),
    types: names,
    firstTypes: [...(rendered[0]?.types ?? [])],
  };
}
