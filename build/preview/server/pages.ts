import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { renderSVG } from 'uqr';
import type { Command, Language } from '../../diagnostics/format.ts';
import { typography } from '../../text/typography.ts';
import type { PlayerSettings } from '../settings.ts';
import { learners, type Version, versions } from './learners.ts';
import { papers, pictureOf } from './papers.ts';
import { playable } from './playable.ts';
import { previewStrings, stringsWith } from './strings.ts';
import type { WorkshopCourse } from './workshop.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Package to play, and how. Every member is a known name. */
export interface Choice {
  readonly course: string;
  readonly module: string;
  readonly cohort: string;
  readonly version: Version;
  readonly learner: string;
  readonly mode: PlayerSettings['mode'];
}

/** Makes the address of a player's page. */
export function addressOf({ course, module, ...rest }: Choice): string {
  return `/play/${encodeURIComponent(course)}/${module}?${new URLSearchParams(rest)}`;
}

function page(title: string, lang: Language, kind: string, body: Html): Html {
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/-/preview.css">
<script defer src="/-/preview.js"></script>
</head>
<body data-view="${kind}">
${body}
</body>
</html>
`;
}

/** Lists names and titles of a course's variants, the one without a cohort first. */
function cohortsOf(course: WorkshopCourse, lang: Language): [name: string, title: string][] {
  const cohorts = course.good?.source.cohorts ?? [];
  return [
    ['base', previewStrings[lang].base],
    ...cohorts.map(({ name, file }): [string, string] => [name, typography(file.value.title, lang)]),
  ];
}

function paperLinks(course: WorkshopCourse, cohort: string, id: string, lang: Language): Html {
  const w = previewStrings[lang];
  const at = `/papers/${encodeURIComponent(course.name)}/${cohort}/${id}`;
  return html`<span class="v-papers">${papers.map((paper) => html`<a href="${at}/${paper}">${w[paper]}</a>`)}</span>`;
}

function moduleRow(course: WorkshopCourse, module: { id: string; title: string; minutes: number }, lang: Language): Html {
  const w = previewStrings[lang];
  const { name, good } = course;
  const choice = { course: name, module: module.id, version: '1.2', learner: 'camille', mode: 'normal' } as const;
  const isModule = good?.modules.some((one) => one.module.id === module.id);
  const links = cohortsOf(course, lang).map(
    ([cohort, title]) =>
      html`<li><a href="${addressOf({ ...choice, cohort })}">${title}</a>${isModule ? paperLinks(course, cohort, module.id, lang) : ''}</li>`,
  );
  const isShown = isModule && good && pictureOf(good, module.id);
  const picture = isShown ? html`<img src="/picture/${encodeURIComponent(name)}/${module.id}" alt="" loading="lazy">` : '';
  return html`<tr><td class="v-picture">${picture}</td><th scope="row">${module.title}</th><td>${module.minutes ? `${module.minutes} ${w.minutes}` : ''}</td><td><ul class="v-links">${links}</ul></td></tr>`;
}

function courseSection(course: WorkshopCourse, lang: Language): Html {
  const w = previewStrings[lang];
  const { good } = course;
  const title = good ? typography(good.source.course.value.title, lang) : course.name;
  const table = (rows: readonly Html[]): Html =>
    html`<table class="v-table"><thead><tr><td></td><th scope="col">${w.module}</th><th scope="col">${w.duration}</th><th scope="col">${w.play}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return html`<section class="v-course" data-state="/state/${encodeURIComponent(course.name)}">
<h2>${title}</h2>
<div class="v-errors" hidden></div>
${good ? table(playable(good).map((module) => moduleRow(course, module, lang))) : html`<p>${w.unreadable}</p>`}
</section>`;
}

function phoneSection(url: string, lang: Language): Html {
  const w = previewStrings[lang];
  return html`<section class="v-phone"><div class="v-qr" role="img" aria-label="${w.qr}">${raw(renderSVG(url, { border: 2 }))}</div>
<div><h2>${w.onPhone}</h2><p>${w.sameNetwork}</p><p class="v-place">${url}</p><p>${w.openToNetwork}</p></div></section>`;
}

/** Makes the first page: every course, module and cohort. @param url address for other devices, if they are admitted */
export function homePage(courses: readonly WorkshopCourse[], lang: Language, command: Command, url?: string): Html {
  const w = stringsWith(command, lang);
  const body = html`<main class="v-home">
<p class="v-brand">Cartable</p>
<h1>${w.title}</h1>
<p class="v-about">${w.about}</p>
${url ? phoneSection(url, lang) : ''}
${courses.length === 0 ? html`<p>${w.empty}</p>` : courses.map((course) => courseSection(course, lang))}
<p class="v-gallery"><a href="/gallery">${w.gallery}</a></p>
</main>
<script type="application/json" id="words">${json(w)}</script>`;
  return page(`${w.title} · Cartable`, lang, 'home', body);
}

/** Formats JSON for a script element. */
function json(value: unknown): HtmlEscapedString {
  const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return raw(JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped));
}

function select(name: string, label: string, options: readonly (readonly [value: string, text: string])[], chosen: string): Html {
  const items = options.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`);
  return html`<label class="v-field"><span>${label}</span><select name="${name}">${items}</select></label>`;
}

function bar(course: WorkshopCourse, choice: Choice, lang: Language): Html {
  const w = previewStrings[lang];
  const modules = course.good ? playable(course.good).map(({ id, title }) => [id, title] as const) : [];
  const widths = (['phone', 'moodle', 'full'] as const).map(
    (width) => html`<button type="button" data-width="${width}" aria-pressed="${String(width === 'full')}">${w[width]}</button>`,
  );
  return html`<header class="v-bar">
<a class="v-brand" href="/">Cartable</a>
<form class="v-choices" action="/play/${encodeURIComponent(choice.course)}/${choice.module}">
${select('module', w.module, modules, choice.module)}
${select('cohort', w.cohort, cohortsOf(course, lang), choice.cohort)}
${select(
  'learner',
  w.learner,
  learners.map((learner) => [learner.id, learner.name]),
  choice.learner,
)}
${select(
  'version',
  w.version,
  Object.keys(versions).map((version) => [version, version]),
  choice.version,
)}
${select(
  'mode',
  w.mode,
  (['normal', 'review', 'browse'] as const).map((mode) => [mode, w[mode]]),
  choice.mode,
)}
</form>
<div class="v-widths" role="group" aria-label="${w.width}">${widths}</div>
</header>`;
}

/** Makes the page that contains the LMS and a module. */
export function playerPage(course: WorkshopCourse, choice: Choice, settings: PlayerSettings, lang: Language): Html {
  const w = previewStrings[lang];
  const script = choice.version === '1.2' ? 'scorm12' : 'scorm2004';
  const module = course.good && playable(course.good).find(({ id }) => id === choice.module);
  const body = html`${bar(course, choice, lang)}
<main class="v-player">
<h1 class="v-words">${module?.title ?? w.title}</h1>
<div class="v-stage" data-width="full">
<div class="v-notice" role="status"></div>
<iframe id="sco" class="v-sco" title="${w.frame.replace('{name}', settings.learner.name)}" allow="fullscreen"></iframe>
<div class="v-errors v-over" role="alert" hidden></div>
</div>
<aside class="v-panel">
<section><h2>${w.record}</h2><dl class="v-facts" id="facts"></dl>
<div class="v-tools"><button type="button" data-do="resume">${w.leave}</button><button type="button" data-do="reset">${w.reset}</button></div>
<details class="v-all"><summary>${w.all}</summary><div id="data" class="v-scroll" tabindex="0"></div></details></section>
<details class="v-all"><summary>${w.calls} <span id="refused"></span></summary><p class="v-filter"><label><input type="checkbox" id="reads"> ${w.reads}</label></p><ol class="v-calls" id="calls"></ol></details>
</aside>
</main>
<script type="application/json" id="settings">${json(settings)}</script>
<script defer src="/-/${script}.js"></script>`;
  return page(`${module?.title ?? w.title} · Cartable`, lang, 'player', body);
}
