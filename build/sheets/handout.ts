import { sheets } from 'virtual:cartable-types';
import type { Html } from '../../src/model/activity.ts';
import type { BuiltModule, Course } from '../built.ts';
import { escapeHtml } from '../markdown/plain-html.ts';
import { compiled } from '../render/handlebars.ts';
import type { PaperPage } from './paper-text.ts';
import type { SheetWords } from './sheet-words.ts';

let overview: ((data: object) => string) | undefined;

/** A module for its learners, on paper: texts and questions to fill in, without a key, a feedback or a trainer's note. */
export function handoutChapter(module: BuiltModule, course: Course, pages: readonly PaperPage[], words: SheetWords): Html {
  overview ??= compiled(sheets.overview);
  const { content } = module;
  const head = overview({
    kind: words.say('cahier.kind'),
    from: [course.title, course.organisation].filter((name) => name !== '').join(' · '),
    title: content.title,
    about: words.say('cahier.about'),
    fields: [words.say('cahier.name'), words.say('cahier.date')],
    blank: words.say('paper.blank'),
    aims: content.competencies.map(({ title }) => title),
    aimsTitle: words.say('guide.aims'),
  });
  const text = pages.map(({ id, title, parts }, index) => {
    const inside = parts.map(({ html }) => html).join('\n');
    return `<section class="s-page"><h2 id="p-${id}">${index + 1}. ${escapeHtml(title)}</h2>\n${inside}</section>`;
  });
  return `<section class="s-chapter" id="m-${content.id}">\n${head}${text.join('\n')}</section>\n`;
}
