import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { folderName } from '../storage/course-layout.ts';
import { servedStore } from '../storage/server-store.ts';
import { type Language, language, t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { TemplateName } from './new-course.ts';
import type { NewCourse, Place } from './templates/template.ts';

/** Properties of the questions about a new course. */
interface NewCourseProps {
  readonly template: TemplateName;
  onCreate(course: NewCourse, place: Place): void;
  onClose(): void;
}

/** Asks for the title of a new course, its language, and where to keep it. */
export function NewCourseDialog({ template, onCreate, onClose }: NewCourseProps) {
  const title = useSignal('');
  const lang = useSignal<Language>(language.value);
  const place = useSignal<Place>('browser');
  const served = useSignal('');
  useEffect(() => {
    void servedStore().then((store) => {
      if (store) [served.value, place.value] = [store.name, 'served'];
    });
  }, [served, place]);
  const [titleId, langId] = [useId(), useId()];
  const isReady = title.value.trim() !== '';
  const send = (event: Event): void => {
    event.preventDefault();
    if (!isReady) return;
    onClose();
    onCreate({ id: folderName(title.value), title: title.value.trim(), lang: lang.value }, place.value);
  };
  const foot = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button look="primary" disabled={!isReady} onClick={send}>
        {t('new.create')}
      </Button>
    </>
  );
  return (
    <Dialog title={t(`template.${template}`)} size="narrow" foot={foot} onClose={onClose}>
      <form class="s-new-course" onSubmit={send}>
        <div class="s-field">
          <label for={titleId}>{t('new.title')}</label>
          <input
            id={titleId}
            class="s-input"
            maxLength={120}
            value={title.value}
            autoFocus
            onInput={(event) => {
              title.value = event.currentTarget.value;
            }}
          />
        </div>
        <div class="s-field">
          <label for={langId}>{t('new.language')}</label>
          <select
            id={langId}
            class="s-input"
            value={lang.value}
            onChange={(event) => {
              lang.value = event.currentTarget.value as Language;
            }}
          >
            <option value="fr">Français</option>
            <option value="en">English</option>
          </select>
        </div>
        <PlaceChoice served={served.value} place={place.value} onPlace={(one) => (place.value = one)} />
      </form>
    </Dialog>
  );
}

/** Properties of the choice of a place. */
interface PlaceProps {
  /** Name of the folder that `cartable studio` serves; '' without one. */
  readonly served: string;
  readonly place: Place;
  onPlace(place: Place): void;
}

/** Asks where a course is kept. */
function PlaceChoice({ served, place, onPlace }: PlaceProps) {
  const name = useId();
  const places: readonly (Place | false)[] = [served !== '' && 'served', 'browser', 'showDirectoryPicker' in window && 'folder'];
  const offered = places.filter((one) => one !== false);
  if (offered.length === 1) return <p class="s-muted">{t('new.kept')}</p>;
  return (
    <fieldset class="s-places">
      <legend>{t('new.where')}</legend>
      {offered.map((one) => (
        <label key={one} class="s-place">
          <input type="radio" name={name} checked={place === one} onChange={() => onPlace(one)} />
          <span>
            {one === 'served' ? t('start.served', { name: served }) : t(`new.${one}`)}
            <small>{t(`new.${one}.about`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
