import { useSignal } from '@preact/signals';
import { AddForm } from '../course/add-form.tsx';
import { freeId } from '../course/free-id.ts';
import { addItem } from '../course/yaml-edit.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';

/** Adds somebody to the course. @returns the id; null if `course.yaml` can't be changed by a form */
export function addPerson(
  studio: Pick<Studio, 'course' | 'edit'> & { readonly project: Pick<Studio['project'], 'text'> },
  name: string,
): string | null {
  const path = `${studio.course}/course.yaml`;
  const id = freeId(name, 'personne', () => false);
  const changed = addItem(studio.project.text(path) ?? '', ['people'], { id, name });
  if (changed === null) return null;
  studio.edit(path, changed);
  return id;
}

/** Properties of the place where somebody is added to a course without people. */
interface NoPeopleProps {
  readonly studio: Studio;
  readonly why: string;
  /** @param id of who was added */
  onAdd?(id: string): void;
}

/** Explains that nobody can speak in a course without people, and adds somebody. */
export function NoPeople({ studio, why, onAdd }: NoPeopleProps) {
  const isRefused = useSignal(false);
  const add = (name: string): void => {
    const id = addPerson(studio, name);
    isRefused.value = id === null;
    if (id !== null) onAdd?.(id);
  };
  return (
    <div class="s-form-problems s-form-people">
      <p>{why}</p>
      <AddForm label={t('course.newPerson')} action={t('forms.addPerson')} onAdd={add} />
      {isRefused.value && <p role="alert">{t('course.refused')}</p>}
    </div>
  );
}
