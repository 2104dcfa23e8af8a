import { bankText } from '../../cli/skeletons.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { AddForm, OpenText } from './add-form.tsx';
import type { CourseDesk } from './desk.ts';
import { SectionHead } from './fields.tsx';
import { freeId } from './free-id.ts';
import { editFront } from './front-text.ts';
import { titleOf } from './session-edits.ts';
import { questionsIn, usesOfBank } from './usage.ts';
import { Uses } from './uses.tsx';
import { setValue } from './yaml-edit.ts';

/** Makes a bank with three questions, whose ids begin with its name: ids are unique in a course. */
function addBank(desk: CourseDesk, title: string): void {
  const folder = `${desk.studio.course}/banks/`;
  const id = freeId(title, 'banque', (one) => desk.studio.project.bytes(`${folder}${one}.md`) !== undefined);
  const text = bankText(desk.course.value.lang).replace(/\{#(?:banque|bank)-/g, `{#${id}-`);
  desk.studio.edit(`${folder}${id}.md`, editFront(text, (front) => setValue(front, ['title'], title)) ?? text);
  desk.announced.value = t('course.added', { name: title });
}

export function BanksSection({ desk, onImport }: { readonly desk: CourseDesk; onImport(): void }) {
  const paths = desk.filesIn('banks/').filter((path) => path.endsWith('.md'));
  return (
    <>
      <SectionHead title={t('course.banks')} lead={t('course.banks.lead')} />
      {paths.length === 0 && <p class="s-course-about">{t('course.banks.none')}</p>}
      <ul class="s-course-list">
        {paths.map((path) => {
          const file = path.slice(desk.studio.course.length + 1);
          const text = desk.textOf(path);
          const title = titleOf(text, file);
          return (
            <li class="s-course-item" key={path}>
              <span class="s-course-name">
                <strong>{title}</strong>
                <span class="s-course-about">
                  {t('course.questions', { n: questionsIn(text) })} <code>{file}</code>
                </span>
              </span>
              <span class="s-course-tools">
                <OpenText text={t('course.write', { name: title })} onPress={() => desk.open(path)} />
              </span>
              <span class="s-course-under">
                <Uses desk={desk} uses={usesOfBank(desk.texts.value, file)} name={title} />
              </span>
            </li>
          );
        })}
      </ul>
      <AddForm label={t('course.newBank')} action={t('course.addBank')} onAdd={(title) => addBank(desk, title)} />
      <p class="s-course-row s-course-import">
        <Button icon="upload" onClick={onImport}>
          {t('course.import')}
        </Button>
      </p>
    </>
  );
}
