import { useSignal } from '@preact/signals';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { AddForm, OpenText } from './add-form.tsx';
import type { CourseDesk } from './desk.ts';
import { Field, Movers, Problems, RemoveButton, SectionHead } from './fields.tsx';
import { addSession, setTitle, titleOf, unlisted } from './session-edits.ts';
import { addItem, moveItem, removeItem } from './yaml-edit.ts';

/** A session: its title, length and place in the course. */
function SessionRow({
  desk,
  id,
  index,
  onRemove,
}: {
  readonly desk: CourseDesk;
  readonly id: string;
  readonly index: number;
  onRemove(): void;
}) {
  const { modules } = desk.course.value;
  const path = desk.sessionPath(id);
  const title = titleOf(desk.textOf(path), id);
  const facts = desk.studio.checked.value.course?.sessions.find((one) => one.id === id);
  const move = (to: number): void => {
    if (!desk.edit(desk.yamlPath, (text) => moveItem(text, ['modules'], index, to))) return;
    desk.announced.value = t('course.moved', { name: title, at: to + 1, n: modules.length });
  };
  return (
    <li class="s-course-item">
      <span class="s-course-number">{index + 1}</span>
      <Field
        isBare
        label={t('course.sessionTitle', { n: index + 1 })}
        value={title}
        onValue={(value) => value !== '' && setTitle(desk, id, value)}
        problems={desk.problemsAt(desk.yamlPath, ['modules', index])}
      />
      <span class="s-course-about">
        {facts ? t('course.sessionFacts', { pages: facts.pages.length, minutes: facts.minutes }) : ''} <code>{id}.md</code>
      </span>
      <span class="s-course-tools">
        <Movers name={title} index={index} count={modules.length} onMove={move} />
        <OpenText text={t('course.write', { name: title })} onPress={() => desk.open(path)} />
        <RemoveButton name={title} reason={modules.length < 2 ? t('course.lastSession') : ''} onPress={onRemove} />
      </span>
    </li>
  );
}

/** Sessions that have a text and are not in the course. */
function Unlisted({ desk }: { readonly desk: CourseDesk }) {
  const ids = unlisted(desk);
  if (ids.length === 0) return null;
  return (
    <section>
      <h2>{t('course.unlisted')}</h2>
      <ul class="s-course-list">
        {ids.map((id) => (
          <li class="s-course-item" key={id}>
            <span>
              {titleOf(desk.textOf(desk.sessionPath(id)), id)} <code>{id}.md</code>
            </span>
            <Button icon="plus" onClick={() => desk.edit(desk.yamlPath, (text) => addItem(text, ['modules'], id))}>
              {t('course.putBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SessionsSection({ desk }: { readonly desk: CourseDesk }) {
  const { modules } = desk.course.value;
  const leaving = useSignal('');
  const { value: gone } = leaving;
  const remove = (): void => {
    const index = modules.indexOf(gone);
    if (desk.edit(desk.yamlPath, (text) => removeItem(text, ['modules'], index))) desk.removed(t('course.removed', { name: gone }));
  };
  return (
    <>
      <SectionHead title={t('course.sessions')} lead={t('course.sessions.lead')} />
      <Problems list={desk.problemsAt(desk.yamlPath, ['modules'])} />
      <ol class="s-course-list">
        {modules.map((id, index) => (
          <SessionRow key={id} desk={desk} id={id} index={index} onRemove={() => (leaving.value = id)} />
        ))}
      </ol>
      <AddForm label={t('course.newSession')} action={t('course.addSession')} onAdd={(title) => addSession(desk, title)} />
      <Unlisted desk={desk} />
      {gone !== '' && (
        <Confirm
          title={t('course.removeSession', { name: titleOf(desk.textOf(desk.sessionPath(gone)), gone) })}
          text={t('course.removeSession.why', { file: `${gone}.md` })}
          action={t('course.removeSession.do')}
          onConfirm={remove}
          onClose={() => (leaving.value = '')}
        />
      )}
    </>
  );
}
