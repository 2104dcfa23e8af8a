import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Path } from '../engine/calls.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { FrontText, type FrontValue } from '../text/edit-front.ts';
import { outlineOf } from '../text/outline.ts';
import { Button } from '../ui/button.tsx';
import { AddButton, IconButton } from './buttons.tsx';
import { CoverField } from './cover-field.tsx';
import { TextSession } from './editing.ts';
import { AreaField, FieldGroup, LineField, SelectField, TickField } from './fields.tsx';
import { useWantedFocus } from './wanted-focus.ts';

const COMPLETIONS = ['activities', 'visited', 'score', 'visited+score'] as const;
const FAILS = ['incomplete', 'failed'] as const;
const PACES = ['', 'steps', 'page'] as const;

interface Part {
  readonly front: FrontText;
  readonly session: TextSession;
  set(key: string, value: FrontValue): void;
}

function numberOf(typed: string): FrontValue {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' ? null : Number.isFinite(value) ? value : typed.trim();
}

function Aims({ front, session }: Part) {
  const aims = front.aims('aims');
  return (
    <FieldGroup title={t('front.aims')} hint={t('front.aimsHint')}>
      {aims.map((aim, index) => (
        <div class="s-form-line" key={`aim-${index}`}>
          <AreaField
            label={t('front.aim', { number: index + 1 })}
            isQuiet
            name={`aim-${index}`}
            value={aim.words}
            onValue={(typed) => session.change(front.setAim(aim, typed.replace(/\s*\n\s*/g, ' ')), `aim-${index}`)}
          />
          <IconButton
            icon="x"
            label={t('forms.remove', { part: t('front.aim', { number: index + 1 }) })}
            onPress={() => session.change(front.removeAim('aims', aim), 'remove', index > 0 ? `aim-${index - 1}` : 'aim-add')}
          />
        </div>
      ))}
      {aims.length < 8 && (
        <AddButton
          label={t('front.aimAdd')}
          name="aim-add"
          onPress={() => session.change(front.addAim('aims', t('front.newAim')), 'add', `aim-${aims.length}`)}
        />
      )}
    </FieldGroup>
  );
}

/** Boxes for a list of ids. */
function Ticks({
  part: { front, set },
  name,
  title,
  options,
}: {
  readonly part: Part;
  readonly name: string;
  readonly title: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}) {
  if (options.length === 0) return null;
  const chosen = front.list(name);
  return (
    <FieldGroup title={title}>
      {options.map(({ id, label }) => (
        <TickField
          key={id}
          label={label}
          name={`${name}-${id}`}
          value={chosen.includes(id)}
          onValue={(value) => set(name, value ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </FieldGroup>
  );
}

function Completion({ front, set }: Part) {
  const completion = front.words('completion') || 'activities';
  return (
    <FieldGroup title={t('front.completion')}>
      <div class="s-form-row">
        <SelectField
          label={t('front.completionWhen')}
          name="completion"
          value={completion}
          options={COMPLETIONS.map((value) => ({ value, label: t(`front.completion.${value}`) }))}
          onValue={(value) => set('completion', value)}
        />
        <LineField
          label={t('front.pass')}
          kind="number"
          name="pass"
          value={front.words('pass')}
          onValue={(typed) => set('pass', numberOf(typed))}
        />
        <SelectField
          label={t('front.onFail')}
          name="on-fail"
          value={front.words('on-fail') || 'incomplete'}
          options={FAILS.map((value) => ({ value, label: t(`front.onFail.${value}`) }))}
          onValue={(value) => set('on-fail', value === 'incomplete' && front.words('on-fail') === '' ? null : value)}
        />
      </div>
      <TickField
        label={t('front.certificate')}
        name="certificate"
        value={front.words('certificate') === 'true'}
        onValue={(value) => set('certificate', value ? true : null)}
      />
    </FieldGroup>
  );
}

function Basics({ part: { front, set } }: { readonly part: Part }) {
  return (
    <>
      <AreaField
        label={t('attr.title')}
        name="front-title"
        value={front.words('title')}
        onValue={(typed) => typed.trim() !== '' && set('title', typed.replace(/\s*\n\s*/g, ' ').trim())}
      />
      <AreaField
        label={t('front.lead')}
        hint={t('front.leadHint')}
        name="lead"
        value={front.words('lead')}
        onValue={(typed) => set('lead', typed.replace(/\s*\n\s*/g, ' ').trim())}
      />
      <div class="s-form-row">
        <LineField
          label={t('front.duration')}
          kind="number"
          name="duration"
          value={front.words('duration').replace(/ ?min$/, '')}
          onValue={(typed) => set('duration', typed.trim() === '' ? null : `${typed.trim()}min`)}
        />
        <SelectField
          label={t('front.pace')}
          name="pace"
          value={front.words('pace')}
          options={PACES.map((value) => ({ value, label: t(value === '' ? 'front.pace.course' : `front.pace.${value}`) }))}
          onValue={(value) => set('pace', value)}
        />
      </div>
    </>
  );
}

/** « Réglages de la séance »: fields for the front matter. Only the lines of the key that is changed change. */
export function FrontForm({ studio, path, onDone }: { readonly studio: Studio; readonly path: Path; onDone(): void }) {
  const session = useMemo(() => new TextSession(studio, path), [studio, path]);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('h2')?.focus();
  }, []);
  useWantedFocus(session, place);
  void [studio.outside.value, session.steps.value];
  const { text } = session;
  const { front } = outlineOf(text);
  const read = front && new FrontText(text, front);
  const { course } = studio.checked.value;
  const people = course?.people.map(({ id, name }) => ({ id, label: name })) ?? [];
  const part = read && {
    front: read,
    session,
    set: (key: string, value: FrontValue) => session.change(read.set(key, value), `front-${key}`),
  };
  return (
    <section class="s-form" ref={place} aria-label={t('front.heading')}>
      <header class="s-form-head">
        <h2 tabIndex={-1}>{t('front.heading')}</h2>
        <span class="s-form-tools">
          <IconButton icon="undo-2" label={t('forms.undo')} isOff={!session.canUndo} onPress={() => session.undo()} />
          <Button look="primary" onClick={onDone}>
            {t('forms.done')}
          </Button>
        </span>
      </header>
      <div class="s-form-body">
        {!part?.front.isReadable && <p>{t('front.unreadable')}</p>}
        {part?.front.isReadable && (
          <>
            <Basics part={part} />
            <CoverField session={session} value={part.front.words('cover')} onValue={(value) => part.set('cover', value)} />
            <Aims {...part} />
            <Ticks
              part={part}
              name="competencies"
              title={t('front.competencies')}
              options={course?.competencies.map(({ id, title }) => ({ id, label: title })) ?? []}
            />
            <Completion {...part} />
            <Ticks part={part} name="people" title={t('front.people')} options={people} />
          </>
        )}
      </div>
    </section>
  );
}
