import { join } from 'node:path';
import { activityTypes } from '../../build/activities.ts';
import type { RenderedModule } from '../../build/built.ts';
import { Diagnostics } from '../../build/diagnostics.ts';
import { openFolder } from '../../build/disk.ts';
import { messageOf } from '../../build/messages/format.ts';
import { prepareCourse } from '../../build/prepare-course.ts';
import { renderModule } from '../../build/stages/render.ts';
import { resolveCourse, resolveModule } from '../../build/stages/resolve.ts';
import { depot, type Files, rames } from '../bad-input/depot-project.ts';

/** Renders the session of the tram depot for one of its cohorts. @throws where anything is reported */
export function renderDepot(files: Files, cohort?: string): RenderedModule {
  const path = join(depot(files), 'modules/depot');
  const diagnostics = new Diagnostics();
  const prepared = prepareCourse(path, { provisional: false, builtBefore: [] }, diagnostics);
  const [first] = prepared?.modules ?? [];
  if (!prepared || !first || diagnostics.list.length > 0) throw new Error(JSON.stringify(diagnostics.list));
  const file = prepared.source.course.value;
  const group = prepared.source.cohorts.find(({ name }) => name === cohort);
  const seen = group ? { name: group.name, file: group.file.value } : null;
  const course = resolveCourse(file, seen);
  const context = { file, course, cohort: seen, types: activityTypes(), numbers: first.numbers, diagnostics };
  return renderModule(resolveModule(first.module, context), course, openFolder(path), activityTypes());
}

/** Renders a session of one page. @returns everything below its title */
export function depotPage(body: string): string {
  const { html } = renderDepot(rames(`# Le quai {#quai}\n\n${body}\n`));
  const [, page = ''] = html.split('data-page="quai"');
  return (page.split('</header>')[1] ?? '').split('</section>\n<section class="c-page c-view')[0]?.trim() ?? '';
}

/** Title, feedback and closing words of the one question with choices. */
export function depotQuestion({ content }: RenderedModule): { title: string; after: string; feedback: readonly string[] } {
  const choice = content.activities.find(({ type }) => type === 'choice');
  if (!choice) throw new Error('no question');
  const { choices } = choice.options as { choices: readonly { feedback?: string }[] };
  return { title: choice.title, after: choice.after ?? '', feedback: choices.map(({ feedback = '' }) => feedback) };
}

/** Messages about some files of the depot, in French and in English. */
export function depotMessages(files: Files): string {
  const diagnostics = new Diagnostics();
  prepareCourse(join(depot(files), 'modules/depot'), { provisional: false, builtBefore: [] }, diagnostics);
  return diagnostics.list
    .map((one) => {
      const [fr, en] = [messageOf(one, 'fr'), messageOf(one, 'en')];
      const file = one.at.file.replace(/^.*modules\/depot\//, '');
      return `${one.severity} ${one.code} ${file}:${one.at.line}:${one.at.column}\n${fr.problem} ${fr.write}\n${en.problem} ${en.write}`;
    })
    .join('\n');
}
