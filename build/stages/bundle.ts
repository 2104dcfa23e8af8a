import { readFileSync } from 'node:fs';
import { shellStrings } from 'virtual:cartable-types';
import type { Activity } from '../../src/model/activity.ts';
import type { ModuleContent, Target } from '../../src/model/course.ts';
import type { ActivityType } from '../activity-type.ts';
import type { Asset, Bundle, Course, Entry, RenderedModule, Sco } from '../built.ts';
import { runtimeFor, styleFor } from '../bundle/runtime.ts';
import { themeCss } from '../bundle/theme.ts';
import { ROOT } from '../markdown/markers.ts';
import { pieceFile, pieceIndex } from '../pieces.ts';

/** Media that are never deflated are read by the packager itself; smaller files travel as bytes. */
const LARGE = 512 * 1024;

/** SCORM 1.2 has no field for a question's text, so its slots travel without. */
function activityFor(activity: Activity, target: Target): Activity {
  if (target.startsWith('scorm2004')) return activity;
  return { ...activity, slots: activity.slots.map((slot) => ({ ...slot, text: '' })) };
}

function contentScript(content: ModuleContent, types: readonly string[], all: ReadonlyMap<string, ActivityType>, target: Target): string {
  const lang = content.lang === 'en' ? 'en' : 'fr';
  const typeStrings = Object.fromEntries(types.map((type) => [type, all.get(type)?.strings[lang] ?? {}]));
  const module = { ...content, activities: content.activities.map((activity) => activityFor(activity, target)) };
  const data = JSON.stringify({ module, strings: shellStrings[lang], typeStrings, target });
  return `window.cartableContent=${data.replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)};\n`;
}

function assetEntry(asset: Asset): Entry {
  return asset.bytes > LARGE ? asset : { name: asset.name, data: readFileSync(asset.path) };
}

function sharedEntries(modules: readonly RenderedModule[], course: Course): Entry[] {
  const types = [...new Set(modules.flatMap((module) => module.types))].sort();
  const runtime = runtimeFor(types);
  const assets = new Map(modules.flatMap((module) => module.assets.map((asset) => [asset.name, asset])));
  return [
    { name: 'runtime.js', data: runtime },
    { name: 'style.css', data: styleFor(types) + themeCss(course.theme.accent) },
    { name: 'noscript.css', data: pieceFile('noscript.css') },
    { name: 'local-api.js', data: pieceFile('local-api.js') },
    { name: 'witness.gif', data: pieceFile('witness.gif') },
    ...(types.some((type) => pieceIndex().uses[`type.${type}.js`]?.includes('player/drag')) ? [{ name: 'sortable.js', data: pieceFile('sortable.js') }] : []),
    ...[...assets.values()].map(assetEntry),
  ];
}

/**
 * Everything that a package holds but manifest and schemas.
 * @param folders true: each module has a folder of its own (a course's package); false: one module at the root
 */
export function bundle(modules: readonly RenderedModule[], course: Course, target: Target, types: ReadonlyMap<string, ActivityType>, folders: boolean): Bundle {
  const shared = sharedEntries(modules, course);
  const own: Entry[] = [];
  const scos = modules.map(({ content, html, types: used }): Sco => {
    const folder = folders ? `${content.id}/` : '';
    const root = folders ? '../' : '';
    const page = { name: `${folder}index.html`, data: html.replaceAll(ROOT, root) };
    const script = { name: `${folder}content.js`, data: contentScript(content, used, types, target).replaceAll(ROOT, root) };
    own.push(page, script);
    return { id: content.id, title: content.title, href: page.name, files: [page.name, script.name], competencies: content.competencies };
  });
  return { target, scos, entries: [...own, ...shared], shared: shared.map((entry) => entry.name) };
}
