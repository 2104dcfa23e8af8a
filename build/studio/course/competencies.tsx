import { useSignal } from '@preact/signals';
import { slug } from '../../model/slug.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { AddForm } from './add-form.tsx';
import type { CompetencyValue } from './course-value.ts';
import type { CourseDesk } from './desk.ts';
import { Field, Movers, Problems, RemoveButton, SectionHead } from './fields.tsx';
import { competencyId } from './free-id.ts';
import { renameCompetency } from './rename-competency.ts';
import { usesOfCompetency } from './usage.ts';
import { Uses } from './uses.tsx';
import { addItem, moveItem, removeItem } from './yaml-edit.ts';

/** Changes an id, after a warning: results that were recorded under the old one stay there. */
function IdField({ desk, index, value }: { readonly desk: CourseDesk; readonly index: number; readonly value: CompetencyValue }) {
  const typed = useSignal<string | null>(null);
  const taken = desk.course.value.competencies.map(({ id }) => id);
  const wanted = slug(typed.value ?? '', '');
  const rename = (): void => {
    const edits = [...desk.texts.peek()].map(([path, text]) => [path, text, renameCompetency(text, value.id, wanted)] as const);
    const [refused] = edits.find(([, , after]) => after === null) ?? [];
    if (refused !== undefined) desk.refused.value = refused;
    if (refused !== undefined || !desk.set(['competencies', index, 'id'], wanted)) return;
    for (const [path, text, after] of edits) if (after !== null && after !== text) desk.studio.edit(path, after);
  };
  return (
    <>
      <code class="s-course-id">{value.id}</code>
      <Button look="quiet" icon="pencil" label={t('course.changeId', { id: value.id })} onClick={() => (typed.value = value.id)} />
      {typed.value !== null && (
        <div class="s-course-wide s-course-note">
          <p>{t('course.changeId.why')}</p>
          <Field label={t('course.newId')} value={typed.value} onValue={(id) => (typed.value = id)} hint={t('course.newId.hint')} />
          <Button onClick={() => (typed.value = null)}>{t('cancel')}</Button>
          <Button
            look="danger"
            disabled={wanted === '' || taken.includes(wanted)}
            onClick={() => {
              typed.value = null;
              rename();
            }}
          >
            {t('course.changeId.do', { id: wanted })}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly desk: CourseDesk;
  readonly value: CompetencyValue;
  readonly index: number;
  readonly count: number;
  onRemove(): void;
}

function CompetencyRow({ desk, value, index, count, onRemove }: RowProps) {
  const { id, title } = value;
  const uses = usesOfCompetency(desk.texts.value, id);
  const move = (to: number): void => {
    if (!desk.edit(desk.yamlPath, (text) => moveItem(text, ['competencies'], index, to))) return;
    desk.announced.value = t('course.moved', { name: title, at: to + 1, n: count });
  };
  return (
    <li class="s-course-item">
      <span class={`s-dot s-dot-${(index % 6) + 1}`} />
      <Field
        isBare
        label={t('course.competencyTitle', { id })}
        value={title}
        onValue={(typed) => typed !== '' && desk.set(['competencies', index, 'title'], typed)}
        problems={desk.problemsAt(desk.yamlPath, ['competencies', index])}
      />
      <span class="s-course-tools">
        <Movers name={title} index={index} count={count} onMove={move} />
        <RemoveButton name={title} reason={uses.length > 0 ? t('course.inUse', { n: uses.length }) : ''} onPress={onRemove} />
      </span>
      <span class="s-course-under">
        <IdField desk={desk} index={index} value={value} />
        <Uses desk={desk} uses={uses} name={title} />
      </span>
    </li>
  );
}

export function CompetenciesSection({ desk }: { readonly desk: CourseDesk }) {
  const { competencies } = desk.course.value;
  const leaving = useSignal<CompetencyValue | null>(null);
  const add = (title: string): void => {
    const id = competencyId(
      title,
      competencies.map((one) => one.id),
    );
    if (!desk.edit(desk.yamlPath, (text) => addItem(text, ['competencies'], { id, title }))) return;
    desk.announced.value = t('course.added', { name: title });
  };
  const { value: gone } = leaving;
  const remove = (): void => {
    const index = competencies.findIndex(({ id }) => id === gone?.id);
    if (!desk.edit(desk.yamlPath, (text) => removeItem(text, ['competencies'], index))) return;
    desk.removed(t('course.removed', { name: gone?.title ?? '' }));
  };
  return (
    <>
      <SectionHead title={t('course.competencies')} lead={t('course.competencies.lead')} />
      {competencies.length === 0 && <Problems list={desk.problemsAt(desk.yamlPath, ['competencies'])} />}
      <ol class="s-course-list">
        {competencies.map((value, index) => (
          <CompetencyRow
            key={value.id}
            desk={desk}
            value={value}
            index={index}
            count={competencies.length}
            onRemove={() => (leaving.value = value)}
          />
        ))}
      </ol>
      <AddForm
        label={t('course.newCompetency')}
        action={t('course.addCompetency')}
        placeholder={t('course.newCompetency.like')}
        onAdd={add}
      />
      {gone && (
        <Confirm
          title={t('course.removeOne', { name: gone.title })}
          text={t('course.removeCompetency.why')}
          action={t('course.remove.do')}
          onConfirm={remove}
          onClose={() => (leaving.value = null)}
        />
      )}
    </>
  );
}
