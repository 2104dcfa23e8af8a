import { useSignal } from '@preact/signals';
import type { Face } from '../../kit/features.ts';
import { plainFace } from '../../model/course-file.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { AddForm } from './add-form.tsx';
import type { PersonValue } from './course-value.ts';
import type { CourseDesk } from './desk.ts';
import { FacePicker } from './face-picker.tsx';
import { Field, Movers, Problems, RemoveButton, SectionHead } from './fields.tsx';
import { freeId } from './free-id.ts';
import { PersonFace, Portrait } from './portrait.tsx';
import { firstWordsOf, usesOfPerson } from './usage.ts';
import { Uses } from './uses.tsx';
import { addItem, moveItem, removeItem, removeValue, setValue } from './yaml-edit.ts';

interface PersonProps {
  readonly desk: CourseDesk;
  readonly person: PersonValue;
  readonly index: number;
}

/** Writes what differs from the plain face, and nothing else. */
function setFeature({ desk, index }: PersonProps, key: keyof Face, word: string): void {
  const path = ['people', index, 'face', key];
  desk.edit(desk.yamlPath, (text) => (word === plainFace[key] ? removeValue(text, path) : setValue(text, path, word)));
}

/** Sets a text of a person; an empty one is removed. */
function setText({ desk, index }: PersonProps, key: 'role' | 'picture', value: string): void {
  const path = ['people', index, key];
  desk.edit(desk.yamlPath, (text) => (value === '' ? removeValue(text, path) : setValue(text, path, value)));
}

/** An uploaded picture in place of the drawn face. */
function OwnPicture(props: PersonProps) {
  const { desk, person } = props;
  const take = async (file: File): Promise<void> => setText(props, 'picture', await desk.addAsset(file));
  return (
    <div class="s-course-row s-course-picture">
      {person.picture !== '' && <code>{person.picture}</code>}
      <FileButton
        icon="upload"
        label={t(person.picture === '' ? 'course.ownPicture' : 'course.otherPicture')}
        accept="image/*"
        onFiles={([file]) => file && void take(file)}
      />
      {person.picture !== '' && <Button onClick={() => setText(props, 'picture', '')}>{t('course.drawnFace')}</Button>}
    </div>
  );
}

/** The form of a person. */
function PersonForm(props: PersonProps) {
  const { desk, person, index } = props;
  return (
    <div class="s-course-form">
      <div class="s-course-pair">
        <Field label={t('course.name')} value={person.name} onValue={(name) => name !== '' && desk.set(['people', index, 'name'], name)} />
        <Field label={t('course.role')} value={person.role} onValue={(role) => setText(props, 'role', role)} />
      </div>
      <Problems list={desk.problemsAt(desk.yamlPath, ['people', index])} />
      {person.picture === '' && (
        <FacePicker
          desk={desk}
          face={person.face}
          colour={person.colour}
          onFeature={(key, word) => setFeature(props, key, word)}
          onColour={(disc) => desk.set(['people', index, 'colour'], disc)}
        />
      )}
      <OwnPicture {...props} />
    </div>
  );
}

/** Shows a person as in a session, large and small, and where they appear. */
function PersonPreview({ desk, person }: Omit<PersonProps, 'index'>) {
  const uses = usesOfPerson(desk.texts.value, person.id);
  return (
    <aside class="s-course-panel" aria-label={t('course.inSession')}>
      <h2>{t('course.inSession')}</h2>
      <PersonFace desk={desk} person={person} size="large" />
      <p class="s-course-says">{t('course.quote', { text: firstWordsOf(desk.texts.value, person.id) || t('course.says') })}</p>
      <p class="s-course-about">{[person.name, person.role].filter((text) => text !== '').join(', ')}</p>
      {person.picture === '' && (
        <div class="s-course-row">
          {(['smile', 'calm', 'talking'] as const).map((expression) => (
            <Portrait key={expression} desk={desk} face={{ ...person.face, expression }} colour={person.colour} size="small" />
          ))}
        </div>
      )}
      <p class="s-course-about">
        {t('course.called')} <code>## {person.id}</code>
      </p>
      <Uses desk={desk} uses={uses} name={person.name} />
    </aside>
  );
}

/** The people of the course, one of them selected. */
function PeopleList({ desk, index, onChoose }: { readonly desk: CourseDesk; readonly index: number; onChoose(index: number): void }) {
  return (
    <ul class="s-course-people">
      {desk.course.value.people.map((person, at) => (
        <li key={person.id}>
          <button type="button" class="s-course-person" aria-current={at === index ? 'true' : undefined} onClick={() => onChoose(at)}>
            <PersonFace desk={desk} person={person} size="small" />
            <span>
              <strong>{person.name}</strong>
              <span class="s-course-about">{person.role}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Moves or removes the selected person. */
function PersonTools({ desk, person, index, onMoved }: PersonProps & { onMoved(to: number): void }) {
  const { people } = desk.course.value;
  const isLeaving = useSignal(false);
  const uses = usesOfPerson(desk.texts.value, person.id);
  return (
    <div class="s-course-row">
      <Movers
        name={person.name}
        index={index}
        count={people.length}
        onMove={(to) => {
          if (desk.edit(desk.yamlPath, (text) => moveItem(text, ['people'], index, to))) onMoved(to);
        }}
      />
      <RemoveButton
        name={person.name}
        reason={uses.length > 0 ? t('course.inUse', { n: uses.length }) : ''}
        onPress={() => (isLeaving.value = true)}
      />
      {isLeaving.value && (
        <Confirm
          title={t('course.removeOne', { name: person.name })}
          text={t('course.removePerson.why')}
          action={t('course.remove.do')}
          onConfirm={() => {
            if (!desk.edit(desk.yamlPath, (text) => removeItem(text, ['people'], index))) return;
            onMoved(0);
            desk.removed(t('course.removed', { name: person.name }));
          }}
          onClose={() => (isLeaving.value = false)}
        />
      )}
    </div>
  );
}

export function PeopleSection({ desk }: { readonly desk: CourseDesk }) {
  const chosen = useSignal(0);
  const { people } = desk.course.value;
  const index = Math.min(chosen.value, people.length - 1);
  const person = people[index];
  const add = (name: string): void => {
    const id = freeId(name, 'personne', (one) => people.some((other) => other.id === one));
    if (!desk.edit(desk.yamlPath, (text) => addItem(text, ['people'], { id, name }))) return;
    chosen.value = people.length;
    desk.announced.value = t('course.added', { name });
  };
  return (
    <>
      <SectionHead title={t('course.people')} lead={t('course.people.lead', { name: person?.id ?? 'nadia' })} />
      <div class="s-course-three">
        <div class="s-course-side">
          <PeopleList desk={desk} index={index} onChoose={(at) => (chosen.value = at)} />
          <AddForm label={t('course.newPerson')} action={t('course.addPerson')} onAdd={add} />
        </div>
        {person && <PersonForm key={person.id} desk={desk} person={person} index={index} />}
        {person && (
          <div class="s-course-side">
            <PersonPreview desk={desk} person={person} />
            <PersonTools key={person.id} desk={desk} person={person} index={index} onMoved={(to) => (chosen.value = to)} />
          </div>
        )}
      </div>
    </>
  );
}
