import { readFileSync } from 'node:fs';
import type { Target } from '../../src/model/course.ts';
import { stateLimit } from '../../src/model/limits.ts';
import type { ActivityType } from '../activity-type.ts';
import type { Asset, Bundle, Course, Entry, RenderedModule, Sco } from '../built.ts';
import { licencesFor } from '../bundle/licences.ts';
import { laterTypesFor, piecesOf, runtimeFor, runtimeTypes, styleFor, typesOf } from '../bundle/runtime.ts';
import { contentScript, restScript } from '../bundle/scripts.ts';
import { themeCss } from '../bundle/theme.ts';
import { leavingOf, thriftyContent } from '../manifests/leaving-page.ts';
import { ROOT } from '../markdown/markers.ts';
import { pieceFile, pieceIndex } from '../pieces.ts';
import { standardOf } from '../standard.ts';
import { utf8 } from '../utf8.ts';

/** Media that are never deflated are read by the packager itself; smaller files travel as bytes. */
const LARGE = 512 * 1024;

/** Up to this many bytes a file is held for the course's package, which has it too. */
const SMALL = 32 * 1024;

const small = new WeakMap<Asset, Buffer>();

/** @param keep false: the file may be another one the next time */
function assetEntry(asset: Asset, keep: boolean): Entry {
  if (asset.bytes > LARGE) return asset;
  const data = (keep && small.get(asset)) || readFileSync(asset.path);
  if (keep && data.length <= SMALL) small.set(asset, data);
  return { name: asset.name, data };
}

function sharedEntries(
  modules: readonly RenderedModule[],
  course: Course,
  target: Target,
  known: ReadonlyMap<string, ActivityType>,
): Entry[] {
  const types = typesOf(modules);
  const scripts = runtimeTypes(modules, (type) => known.get(type)?.scoring?.draw !== undefined);
  const shared = modules.some(({ content }) => content.shared !== undefined);
  const keep = !modules.some(({ lasting }) => lasting);
  const assets = new Map(modules.flatMap((module) => module.assets.map((asset) => [asset.name, asset])));
  const drags = types.some((type) => pieceIndex().uses[`type.${type}.js`]?.includes('player/drag'));
  const libraries = ['standalone.js', 'local-api.js', ...(drags ? ['sortable.js'] : [])];
  return [
    { name: 'runtime.js', data: runtimeFor(scripts, target) },
    { name: 'types.js', data: laterTypesFor(scripts, target, shared) },
    { name: 'style.css', data: styleFor(types) + themeCss(course.theme.accent) },
    { name: 'noscript.css', data: pieceFile('noscript.css') },
    ...libraries.map((name) => ({ name, data: pieceFile(name) })),
    { name: 'witness.gif', data: pieceFile('witness.gif') },
    { name: 'licences.txt', data: licencesFor([...piecesOf(scripts, target, shared), ...libraries], target) },
    ...[...assets.values()].map((asset) => assetEntry(asset, keep)),
  ];
}

/** On the web nobody listens, so the notice of that is there from the first paint: nothing moves when it is known. */
function showNotice(html: string): string {
  return html.replace('data-when="alone" data-mark="info" hidden', 'data-when="alone" data-mark="info"');
}

/** Bytes of a module's files, by what tells them apart. */
const made = new WeakMap<RenderedModule, Map<string, Buffer>>();

/** Files of modules that are saved again and again, as they were the last times: one for each cohort, or a few. */
const last = new Map<string, readonly Buffer[]>();
const MOST_VARIANTS = 4;

/** The same Buffer as the last time for the same bytes: what deflating them gave is known by it. */
function lastBytes({ content, lasting }: RenderedModule, key: string, bytes: Buffer): Buffer {
  if (!lasting) return bytes;
  const name = `${content.course}/${content.id} ${key}`;
  const before = last.get(name) ?? [];
  const same = before.find((one) => one.equals(bytes)) ?? bytes;
  last.set(name, [same, ...before.filter((one) => one !== same)].slice(0, MOST_VARIANTS));
  return same;
}

/** Bytes of a file, made once: one that names nothing from the package's root is the same in all packages, wherever it stands. */
function bytesOnce(module: RenderedModule, key: string, root: string, write: () => readonly string[]): Buffer {
  const files = made.get(module) ?? new Map<string, Buffer>();
  made.set(module, files);
  const known = files.get(key) ?? files.get(`${key} ${root}`);
  if (known) return known;
  const pieces = write();
  const isBound = pieces.some((piece) => piece.includes(ROOT));
  const bytes = lastBytes(module, `${key} ${root}`, utf8(isBound ? pieces.map((piece) => piece.replaceAll(ROOT, root)) : pieces));
  files.set(isBound ? `${key} ${root}` : key, bytes);
  return bytes;
}

/** Prepares a module for its `content.js` in packages of a target. */
function moduleFor(module: RenderedModule, { profile }: Course, target: Target, types: ReadonlyMap<string, ActivityType>): RenderedModule {
  if (standardOf(target) !== '2004') return module;
  return { ...module, content: thriftyContent(module.content, leavingOf(module.checked, types, stateLimit(profile, target))) };
}

/** The files of one module. The page to read without script stands at the root, so that it is the same in every package. */
function ownEntries(
  module: RenderedModule,
  course: Course,
  target: Target,
  types: ReadonlyMap<string, ActivityType>,
  folders: boolean,
  ready: (entry: Entry) => void,
): Entry[] {
  const [folder, root, reading] = folders ? [`${module.content.id}/`, '../', `${module.content.id}.text.html`] : ['', '', 'text.html'];
  const page = (): string => (target === 'web' ? showNotice(module.html) : module.html).replace(`${ROOT}text.html`, ROOT + reading);
  const standard = standardOf(target);
  const file = (name: string, key: string, write: () => readonly string[], from = root): Entry => {
    const entry = { name, data: bytesOnce(module, key, from, write) };
    ready(entry);
    return entry;
  };
  // The largest first: they are being deflated while the others are made.
  const pages = file(`${folder}pages.js`, `pages ${standard}`, () => restScript(module, types, standard));
  const text = file(reading, 'text', () => module.plain, '');
  const index = file(`${folder}index.html`, target === 'web' ? 'index for the web' : 'index', () => [page()]);
  const content = file(`${folder}content.js`, `content ${standard}`, () =>
    contentScript(moduleFor(module, course, target, types), types, standard),
  );
  return [index, content, pages, text];
}

/**
 * Everything that a package holds but manifest and schemas.
 * @param folders true: each module has a folder of its own (a course's package); false: one module at the root
 * @param ready is told of each file as soon as it is made
 */
export function bundle(
  modules: readonly RenderedModule[],
  course: Course,
  target: Target,
  types: ReadonlyMap<string, ActivityType>,
  folders: boolean,
  ready: (entry: Entry) => void = () => undefined,
): Bundle {
  const own: Entry[] = [];
  const scos = modules.map((module): Sco => {
    const { content } = module;
    const entries = ownEntries(module, course, target, types, folders, ready);
    own.push(...entries);
    const href = entries[0]?.name ?? 'index.html';
    return { id: content.id, title: content.title, href, files: entries.map(({ name }) => name), competencies: content.competencies };
  });
  const shared = sharedEntries(modules, course, target, types);
  for (const entry of shared) ready(entry);
  return { target, scos, entries: [...own, ...shared], shared: shared.map((entry) => entry.name) };
}
