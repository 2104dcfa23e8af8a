import type { Target } from '../../../src/model/course/course.ts';
import { stateLimit } from '../../../src/model/standards/limits.ts';
import type { Engine } from '../../host/engine.ts';
import type { Entry, Files } from '../../host/host.ts';
import { pieceText } from '../../host/pieces.ts';
import type { Asset, Bundle, Course, FittedModule, RenderedModule, Sco } from '../../model/built.ts';
import { ROOT } from '../../model/markers.ts';
import { leavingOf, thriftyContent } from '../../model/sco-size.ts';
import { standardOf } from '../../model/standard.ts';
import { utf8 } from '../../model/utf8.ts';
import { themeCss } from '../../theme/theme.ts';
import { licencesFor } from './licences.ts';
import { laterTypesFor, piecesOf, type RuntimeTypes, runtimeFor, runtimeTypes, styleFor, typesOf } from './runtime.ts';
import { contentScript, restScript } from './scripts.ts';

/** Larger files are read by the zip writer itself, in bytes; smaller ones are read here. */
const LARGE = 512 * 1024;

function assetEntry(asset: Asset, files: Files): Entry {
  if ('data' in asset) return { name: asset.name, data: asset.data };
  return asset.bytes > LARGE ? asset : { name: asset.name, data: files.read(asset.path) };
}

/** Each file of the course once, however many modules show it. */
function assetsOf(modules: readonly RenderedModule[]): Asset[] {
  return [...new Map(modules.flatMap((module) => module.assets.map((asset) => [asset.name, asset]))).values()];
}

/** Pieces that pictures of the kit were drawn from. */
function drawnFrom(assets: readonly Asset[]): string[] {
  return assets.flatMap((asset) => ('piece' in asset ? asset.piece : []));
}

/** Lists scripts that are copied unchanged. The one for dragging is large, and few types need it. */
function librariesFor(types: readonly string[], { pieces }: Engine): string[] {
  const drags = types.some((type) => pieces.index.uses[`type.${type}.js`]?.includes('widgets/drag'));
  return ['standalone.js', 'local-api.js', ...(drags ? ['sortable.js'] : [])];
}

/** Makes `style.css`: the shell, the types, the course's accent. */
function styleSheet(types: readonly string[], { theme }: Course, { pieces }: Engine): string {
  return styleFor(types, pieces.index) + pieceText(`look.${theme.name}.css`, pieces.index) + themeCss(theme.accent, theme.name);
}

/** `licences.txt`: the licences of all scripts that are in the package. */
function licences(scripts: RuntimeTypes, others: readonly string[], shared: boolean, target: Target, { pieces }: Engine): string {
  return licencesFor([...piecesOf(scripts, target, shared, pieces.index), ...others], target, pieces.index);
}

/** Lists the files that all modules of the package use. */
function sharedEntries(modules: readonly RenderedModule[], course: Course, target: Target, engine: Engine): Entry[] {
  const { pieces, host } = engine;
  const types = typesOf(modules);
  const scripts = runtimeTypes(modules, engine);
  const shared = modules.some(({ content }) => content.shared !== undefined);
  const libraries = librariesFor(types, engine);
  const { name: look } = course.theme;
  const assets = assetsOf(modules);
  const others = [...libraries, `look.${look}.css`, ...drawnFrom(assets)];
  return [
    { name: 'runtime.js', data: runtimeFor(scripts, target, pieces.index) },
    { name: 'types.js', data: laterTypesFor(scripts, target, shared, pieces.index) },
    { name: 'style.css', data: styleSheet(types, course, engine) },
    ...['noscript.css', ...libraries, 'witness.gif'].map((name) => ({ name, data: pieces.file(name) })),
    ...(look === 'plain' ? [] : [{ name: 'titles.woff2', data: pieces.file(`${look}.woff2`) }]),
    { name: 'licences.txt', data: licences(scripts, others, shared, target, engine) },
    ...assets.map((asset) => assetEntry(asset, host.files)),
  ];
}

/** Shows the banner `alone` at once on the web, where nothing is sent, so that the page doesn't move later. */
function showNotice(html: string): string {
  return html.replace('data-when="alone" data-mark="info" hidden', 'data-when="alone" data-mark="info"');
}

/** Paths of one module's files in a package. */
interface Place {
  /** Prefix of its file names. */
  readonly folder: string;
  /** Path from its page to the package's root. */
  readonly root: string;
  /** Name of the page to read without script. It is at the root, so that it is the same in every package. */
  readonly reading: string;
}

/** Makes `index.html`, the page that is launched. */
function launchPage({ html }: RenderedModule, { root, reading }: Place, target: Target): string {
  const page = target === 'web' ? showNotice(html) : html;
  return page.replace(`${ROOT}text.html`, ROOT + reading).replaceAll(ROOT, root);
}

/** Makes `content.js` for the launch, without elements that a 2004 page has no room for when it is left. */
function content(module: FittedModule, { profile }: Course, target: Target, engine: Engine): string {
  const standard = standardOf(target);
  if (standard !== '2004') return contentScript(module, standard, engine);
  const leaving = leavingOf(module.size, stateLimit(profile, target));
  return contentScript({ ...module, content: thriftyContent(module.content, leaving) }, standard, engine);
}

/** Lists the files of one module. */
function ownEntries(module: FittedModule, place: Place, course: Course, target: Target, engine: Engine): Entry[] {
  const { folder, reading } = place;
  return [
    { name: `${folder}index.html`, data: utf8(launchPage(module, place, target)) },
    { name: `${folder}content.js`, data: utf8(content(module, course, target, engine)) },
    { name: `${folder}pages.js`, data: utf8(restScript(module, standardOf(target), engine)) },
    { name: reading, data: utf8(module.plain) },
  ];
}

function placeOf({ content: { id } }: RenderedModule, folders: boolean): Place {
  return folders ? { folder: `${id}/`, root: '../', reading: `${id}.text.html` } : { folder: '', root: '', reading: 'text.html' };
}

function scoOf({ content: { id, title, competencies } }: RenderedModule, { folder }: Place, entries: readonly Entry[]): Sco {
  return { id, title, href: `${folder}index.html`, files: entries.map(({ name }) => name), competencies };
}

/**
 * Makes all files of a package except manifest and schemas.
 * @param folders true: each module has a folder of its own (a course's package); false: one module at the root
 */
export function bundle(modules: readonly FittedModule[], course: Course, target: Target, engine: Engine, folders: boolean): Bundle {
  const own = modules.map((module) => {
    const place = placeOf(module, folders);
    const entries = ownEntries(module, place, course, target, engine);
    return { entries, sco: scoOf(module, place, entries) };
  });
  const shared = sharedEntries(modules, course, target, engine);
  return {
    scos: own.map(({ sco }) => sco),
    entries: [...own.flatMap(({ entries }) => entries), ...shared],
    shared: shared.map(({ name }) => name),
  };
}
