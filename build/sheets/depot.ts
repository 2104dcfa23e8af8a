import { sheets } from 'virtual:cartable-papers';
import { partsOf } from '../../src/model/course/chapters.ts';
import type { Engine } from '../host/engine.ts';
import { compiled } from '../html/handlebars.ts';
import type { ZipFacts } from '../model/sheet.ts';
import { codebookOf, depotSections, webSections } from './depot-sections.ts';
import { isOneCourse, packageFacts, type SheetInput } from './package-facts.ts';
import { sheetStyle } from './sheet-style.ts';
import { type SheetWords, sheetWords } from './sheet-words.ts';

const page = compiled(sheets.depot);

/** A line at the top of the sheet. */
interface Fact {
  readonly name: string;
  readonly value: string;
  readonly more?: string;
  readonly href?: string;
  readonly code?: boolean;
}

function headOf({ course, cohort, modules, target, whole, file }: SheetInput, zip: ZipFacts, words: SheetWords): Fact[] {
  const [first] = modules;
  const kilobytes = Math.round(zip.bytes / 1024);
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  return [
    { name: words.say('fact.file'), value: file, more: words.say('fact.size', { kilobytes, files: zip.files }), code: true },
    whole
      ? {
          name: words.say('fact.course'),
          value: course.id,
          more: words.say('fact.modules', { n: modules.flatMap(partsOf).length }),
          code: true,
        }
      : { name: words.say('fact.module'), value: first?.id ?? '', code: true },
    { name: words.say('fact.cohort'), value: cohort ?? words.say('fact.cohort.none') },
    ...(minutes > 0 ? [{ name: words.say('fact.duration'), value: words.say('fact.minutes', { n: minutes }) }] : []),
    ...(target === 'web'
      ? []
      : [{ name: words.say('fact.codebook'), value: codebookOf(file), href: codebookOf(file), more: words.say('fact.codebook.about') }]),
  ];
}

/** Makes the upload sheet: how to upload a package to an LMS or a site, and what is recorded. One file, no script. */
export function depotSheet(input: SheetInput, zip: ZipFacts, { types, pieces }: Engine): string {
  const { course, modules, target, whole } = input;
  const words = sheetWords(course.lang, isOneCourse(modules));
  const title = whole ? course.title : (modules[0]?.title ?? course.title);
  const isBroken = target.startsWith('scorm2004') && modules.length > 1;
  return page({
    lang: words.lang,
    title,
    kind: words.say(target === 'web' ? 'kind.web' : 'kind'),
    target: words.say(`target.${target}`),
    from: [whole ? '' : course.title, course.organisation].filter((name) => name !== '').join(' · '),
    css: sheetStyle('sheet.css', course.theme.accent, pieces.index),
    facts: headOf(input, zip, words),
    warning: isBroken ? words.html('warning.scos', { n: modules.length }) : '',
    sections: target === 'web' ? webSections(input, words) : depotSections(input, packageFacts(modules, types), words),
    foot: words.say('foot'),
    sha256: zip.sha256,
    footContent: words.say('foot.content'),
    content: zip.content,
  });
}
