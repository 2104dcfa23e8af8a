import { sha256 } from '@noble/hashes/sha2.js';
import type { Html } from '../../src/model/course/activity.ts';
import type { Engine } from '../host/engine.ts';
import { pieceText } from '../host/pieces.ts';
import type { BuiltModule, Course } from '../model/built.ts';
import { ownValue } from '../model/own-value.ts';
import { utf8 } from '../model/utf8.ts';
import { base64 } from '../sheets/pictures.ts';
import { sheetStrings } from '../sheets/sheet-strings.ts';
import { escapeHtml } from '../text/plain-html.ts';
import { themeCss } from '../theme/theme.ts';
import { spriteIn, surroundings } from './page.ts';
import { RoomRenderer } from './renderer.ts';
import { roomStrings } from './room-strings.ts';
import { screenMarkup } from './screen.ts';
import { screensOf } from './screens.ts';

/** Input of a module's projected view. */
export interface RoomInput {
  readonly module: BuiltModule;
  readonly course: Course;
  /** Notes of `:::trainer`, by page. */
  readonly notes: Readonly<Record<string, readonly Html[]>>;
}

/** Returns the styles: tokens, the types used, the look with its embedded typeface, and the course's accent colour. */
function styleOf({ theme }: Course, types: readonly string[], { pieces }: Engine): string {
  const blocks = [...new Set([...types, 'callout'])].map((type) => pieceText(`type.${type}.css`, pieces.index)).join('');
  const look = pieceText(`look.${theme.name}.css`, pieces.index);
  const face = look === '' ? '' : `data:font/woff2;base64,${base64(pieces.file(`${theme.name}.woff2`))}`;
  const embedded = look.replace(/url\("?titles\.woff2"?\)/, () => `url(${face})`).replace('font-display:optional', 'font-display:block');
  return (
    pieceText('room-base.css', pieces.index) + blocks + embedded + themeCss(theme.accent, theme.name) + pieceText('room.css', pieces.index)
  );
}

/** Returns the licences of the typeface and of the drawings. */
function noticesOf({ theme }: Course, { pieces: { index } }: Engine): string {
  const files = [`look.${theme.name}.css`, 'pictograms.txt', 'portraits.txt'];
  const names = [...new Set(files.flatMap((file) => index.libraries[file] ?? []))];
  return names.map((name) => `${name}\n${index.notices[name] ?? ''}`).join('\n\n');
}

/** Allows the file its own script, its style and its pictures, and no request at all. */
function policyFor(script: string): string {
  const hash = base64(sha256(utf8(script)));
  return `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}

/** Makes the projected view of a module as one file. Addresses of pictures are still markers; `finish` embeds them. */
export function roomSheet({ module, course, notes }: RoomInput, engine: Engine, finish: (html: Html) => Html): Html {
  const strings = roomStrings(course.lang);
  const { content, pages } = module;
  const renderer = new RoomRenderer(module, course, engine.types, strings, sheetStrings(course.lang));
  const from = [course.title, course.organisation].filter(Boolean).join(' · ');
  const screens = screensOf(module, from, renderer).map(screenMarkup).join('\n');
  const noted = pages.map(({ id, title, minutes }) => {
    const mine = ownValue(notes, id) ?? [];
    return `<div data-minutes="${minutes}" data-title="${escapeHtml(title)}">${mine.join('\n')}</div>`;
  });
  const markup = `<main class="r-stage" id="r-stage">\n${screens}\n</main>\n${surroundings(strings)}\n<div id="r-pages" hidden>${noted.join('\n')}</div>`;
  // Pictures are embedded: lazy loading would only delay their heights, which the layout needs.
  const body = finish(markup).replaceAll(' loading="lazy"', '');
  const script = new TextDecoder().decode(engine.pieces.file('room.js')).trim();
  const table = JSON.stringify(strings.table).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html>
<html lang="${strings.lang}" data-look="${course.theme.name}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${strings.format('kind')} – ${content.title}`)}</title>
<style>${styleOf(course, renderer.used, engine)}</style>
</head>
<body>
${spriteIn(body)}
${body}
<script type="application/json" id="r-words">${table}</script>
<script type="text/plain" id="r-licences">${noticesOf(course, engine).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}
