import { sheets } from 'virtual:cartable-papers';
import type { Html } from '../../src/model/course/activity.ts';
import { compiled } from '../html/handlebars.ts';
import type { BuiltModule, Course } from '../model/built.ts';
import { escapeHtml } from '../text/plain-html.ts';
import { furtherLine, type PaperPage } from './paper-text.ts';
import type { SheetStrings } from './sheet-strings.ts';

const overview = compiled(sheets.overview);

/** Makes a module's part of the handout: texts and questions to fill in, without keys, feedback or trainer's notes. */
export function handoutChapter(module: BuiltModule, course: Course, pages: readonly PaperPage[], strings: SheetStrings): Html {
  const { content } = module;
  const head = overview({
    kind: strings.format('cahier.kind'),
    from: [course.title, course.organisation].filter((name) => name !== '').join(' · '),
    title: content.title,
    about: strings.format('cahier.about'),
    fields: [strings.format('cahier.name'), strings.format('cahier.date')],
    blank: strings.format('paper.blank'),
    aims: content.competencies.map(({ title }) => title),
    aimsTitle: strings.format('guide.aims'),
  });
  const text = pages.map(({ id, title, further, parts }, index) => {
    const inside = parts.map(({ html }) => html).join('\n');
    return `<section class="s-page">${furtherLine(further, strings)}<h2 id="p-${id}">${index + 1}. ${escapeHtml(title)}</h2>\n${inside}</section>`;
  });
  return `<section class="s-chapter" id="m-${content.id}">\n${head}${text.join('\n')}</section>\n`;
}
