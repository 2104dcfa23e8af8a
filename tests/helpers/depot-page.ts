import { join } from 'node:path';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../build/diagnostics/format.ts';
import type { RenderedModule } from '../../build/model/built.ts';
import { cohortsOf } from '../../build/model/selection.ts';
import { openCourse } from '../../build/open-course.ts';
import { renderModule } from '../../build/stages/render/render-module.ts';
import { resolveCourse } from '../../build/stages/resolve/resolve-module.ts';
import { resolveVariant } from '../../build/stages/resolve/resolve-variants.ts';
import { depot, type Files, rames } from '../bad-input/depot-project.ts';
import { engine } from './engine.ts';

/** Renders the session of the tram depot for one of its cohorts. @throws if anything is reported */
export function renderDepot(files: Files, cohort?: string): RenderedModule {
  const path = join(depot(files), 'modules/depot');
  const diagnostics = new Diagnostics();
  const course = openCourse(path, { provisional: false }, engine, diagnostics);
  const [first] = course?.modules ?? [];
  if (!course || !first || diagnostics.list.length > 0) throw new Error(JSON.stringify(diagnostics.list));
  const { source } = course;
  const [seen = null] = cohort === undefined ? [] : cohortsOf(source, [cohort]);
  const { built } = resolveVariant(course, first, seen, engine.types, diagnostics);
  return renderModule(built, resolveCourse(source.course.value, seen), source.folder, engine);
}

/** Renders a session of one page. @returns everything below its title */
export function depotPage(body: string): string {
  const { html } = renderDepot(rames(`# Le quai {#quai}\n\n${body}\n`));
  const [, page = ''] = html.split('data-page="quai"');
  return (page.split('</header>')[1] ?? '').split('</section>\n<section class="c-page c-view')[0]?.trim() ?? '';
}

/** Title, feedback and closing text of the only question with choices. */
export function depotQuestion({ content }: RenderedModule): { title: string; after: string; feedback: readonly string[] } {
  const choice = content.activities.find(({ type }) => type === 'choice');
  if (!choice) throw new Error('no question');
  const { choices } = choice.options as { choices: readonly { feedback?: string }[] };
  return { title: choice.title, after: choice.after ?? '', feedback: choices.map(({ feedback = '' }) => feedback) };
}

/** Messages about some files of the depot, in French and in English. */
export function depotMessages(files: Files): string {
  const diagnostics = new Diagnostics();
  openCourse(join(depot(files), 'modules/depot'), { provisional: false }, engine, diagnostics);
  return diagnostics.list
    .map((one) => {
      const [fr, en] = [messageOf(one, 'fr'), messageOf(one, 'en')];
      const file = one.at.file.replace(/^.*modules\/depot\//, '');
      return `${one.severity} ${one.code} ${file}:${one.at.line}:${one.at.column}\n${fr.problem} ${fr.write}\n${en.problem} ${en.write}`;
    })
    .join('\n');
}
