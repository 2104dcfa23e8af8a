import { shell, shellStrings } from 'virtual:cartable-types';
import type { ModuleContent } from '../../src/model/course.ts';
import type { ActivityType } from '../activity-type.ts';
import type { Asset, BuiltModule, BuiltPage, Course, RenderedModule } from '../built.ts';
import type { Folder } from '../disk.ts';
import { assetMarker, ROOT } from '../markdown/markers.ts';
import { AssetCollector } from '../render/assets.ts';
import { compiled } from '../render/handlebars.ts';
import { spriteOf } from '../render/icons.ts';
import { type RenderContext, renderNodes } from '../render/nodes.ts';

/** The content with the addresses of its files; itself where it names none. */
function placedContent(content: ModuleContent, assets: AssetCollector): ModuleContent {
  const text = JSON.stringify(content);
  const placed = assets.place(text);
  return placed === text ? content : JSON.parse(placed);
}

/** Markup of a page, types used in it, and the files that it names. */
interface RenderedPage {
  readonly html: string;
  readonly types: ReadonlySet<string>;
  readonly named: ReadonlyMap<string, Asset>;
}

const lastingPages = new WeakMap<BuiltPage, RenderedPage>();

function renderPage(page: BuiltPage, context: RenderContext, folder: Folder): RenderedPage {
  const known = lastingPages.get(page);
  if (known) return known;
  const assets = new AssetCollector(folder);
  const html = assets.place(renderNodes(page.nodes, 1, 0, context));
  const rendered = { html, types: context.used, named: assets.byPath };
  if (page.lasting) lastingPages.set(page, rendered);
  return rendered;
}

/** Stands for a page's markup, so that the whole is never one string: texts with typographic signs take two bytes a character. */
const PAGE = '<!--page-->';

let page: ((data: object) => string) | undefined;
let frame: ((data: object) => string) | undefined;

/** The markup of a module, and the files that it names. The first page is launched at once; the others follow when they are needed. */
export function renderModule(
  module: BuiltModule,
  course: Course,
  folder: Folder,
  types: ReadonlyMap<string, ActivityType>,
): RenderedModule {
  page ??= compiled(shell.page);
  frame ??= compiled(shell.activity);
  const lang = course.lang === 'en' ? 'en' : 'fr';
  const t = shellStrings[lang];
  const used = new Set<string>();
  const competencies = new Map(course.competencies.map(({ id, title }) => [id, title]));
  const context = { lang, types, frame, strings: t, competencies, used } as const;
  const assets = new AssetCollector(folder);
  let firstTypes: readonly string[] = [];
  const pages = module.pages.map((one, index) => {
    const { html, types: own, named } = renderPage(one, { ...context, used: new Set() }, folder);
    for (const type of own) used.add(type);
    assets.adopt(named);
    if (index === 0) firstTypes = [...used];
    return { id: one.id, title: one.title, html };
  });
  const { content } = module;
  const data = {
    lang,
    dir: 'ltr',
    title: content.title,
    courseTitle: content.courseTitle,
    organisation: course.organisation,
    minutes: content.minutes,
    root: ROOT,
    logo: course.theme.logo && assets.place(assetMarker(course.theme.logo)),
    t,
    pages,
    icons: '<!--icons-->',
  };
  const names = [...used].sort();
  const bare = page({
    ...data,
    root: '',
    logo: data.logo?.replace(ROOT, ''),
    pages: pages.map((one) => ({ ...one, html: PAGE })),
    plain: true,
  });
  const first = page({ ...data, pages: pages.map((one, index) => (index === 0 ? one : { ...one, html: '' })) });
  const sprite = spriteOf([bare, ...pages.map(({ html }) => html)], names);
  const finish = (html: string): string => html.replace('<!--icons-->', sprite);
  return {
    content: placedContent(content, assets),
    html: finish(first),
    plain: finish(bare)
      .split(PAGE)
      .flatMap((piece, index) => (index === 0 ? [piece] : [pages[index - 1]?.html.replaceAll(ROOT, '') ?? '', piece])),
    rest: Object.fromEntries(pages.slice(1).map(({ id, html }) => [id, html])),
    assets: assets.assets,
    types: names,
    firstTypes,
    ...(module.pages.some((one) => one.lasting) && { lasting: true as const }),
  };
}
