import { sheets } from 'virtual:cartable-papers';
import { partsOf } from '../../src/model/course/chapters.ts';
import type { Engine } from '../host/engine.ts';
import { compiled } from '../html/handlebars.ts';
import type { ZipFacts } from '../model/sheet.ts';
import { codebookOf, depotSections, webSections } from './depot-sections.ts';
import { isOneCourse, packageFacts, type SheetInput } from './package-facts.ts';
import { type SheetStrings, sheetStrings } from './sheet-strings.ts';
import { sheetStyle } from './sheet-style.ts';

const page = compiled(sheets.depot);

/** A line at the top of the sheet. */
interface Fact {
  readonly name: string;
  readonly value: string;
  readonly more?: string;
  readonly href?: string;
  readonly code?: boolean;
}

function headOf({ course, cohort, modules, target, whole, file }: SheetInput, zip: ZipFacts, strings: SheetStrings): Fact[] {
  const [first] = modules;
  const kilobytes = Math.round(zip.bytes / 1024);
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0);
  return [
    { name: strings.format('fact.file'), value: file, more: strings.format('fact.size', { kilobytes, files: zip.files }), code: true },
    whole
      ? {
          name: strings.format('fact.course'),
          value: course.id,
          more: strings.format('fact.modules', { n: modules.flatMap(partsOf).length }),
          code: true,
        }
      : { name: strings.format('fact.module'), value: first?.id ?? '', code: true },
    { name: strings.format('fact.cohort'), value: cohort ?? strings.format('fact.cohort.none') },
    ...(minutes > 0 ? [{ name: strings.format('fact.duration'), value: strings.format('fact.minutes', { n: minutes }) }] : []),
    ...(target === 'web'
      ? []
      : [
          {
            name: strings.format('fact.codebook'),
            value: codebookOf(file),
            href: codebookOf(file),
            more: strings.format('fact.codebook.about'),
          },
        ]),
  ];
}

/** Makes the upload sheet: how to upload a package to an LMS or a site, and what is recorded. One file, no script. */
export function depotSheet(input: SheetInput, zip: ZipFacts, { types, pieces }: Engine): string {
  const { course, modules, target, whole } = input;
  const strings = sheetStrings(course.lang, isOneCourse(modules));
  const title = whole ? course.title : (modules[0]?.title ?? course.title);
  const isBroken = target.startsWith('scorm2004') && modules.length > 1;
  return page({
    lang: strings.lang,
    title,
    kind: strings.format(target === 'web' ? 'kind.web' : 'kind'),
    target: strings.format(`target.${target}`),
    from: [whole ? '' : course.title, course.organisation].filter((name) => name !== '').join(' · '),
    css: sheetStyle('sheet.css', course.theme.accent, pieces.index),
    facts: headOf(input, zip, strings),
    warning: isBroken ? strings.html('warning.scos', { n: modules.length }) : '',
    sections: target === 'web' ? webSections(input, strings) : depotSections(input, packageFacts(modules, types), strings),
    foot: strings.format('foot'),
    sha256: zip.sha256,
    footContent: strings.format('foot.content'),
    content: zip.content,
  });
}
