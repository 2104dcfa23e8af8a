import type { AttributeFacts } from '../engine/calls.ts';
import { isKey, t } from '../strings.ts';
import { writtenValue } from '../text/attributes.ts';
import { type AttributeValue, setAttribute } from '../text/edit-attributes.ts';
import { activityIds, filesOf, titleOfFile } from './choices-of.ts';
import type { Editing } from './editing.ts';
import { AreaField, FieldGroup, LineField, SelectField, TickField } from './fields.tsx';

const NUMBERS = ['points', 'attempts', 'min', 'max', 'max-characters', 'min-words', 'max-words', 'draw', 'answer', 'tolerance'];
const LONG = ['alt', 'before-alt', 'after-alt', 'caption', 'distractors', 'levels', 'state'];
const REFERENCES = ['recall', 'again', 'words', 'before-after'];
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;
const FILES: Readonly<Record<string, RegExp>> = {
  before: PICTURE,
  after: PICTURE,
  poster: PICTURE,
  captions: /\.vtt$/i,
  transcript: /\.md$/i,
  bank: /^banks\/.*\.md$/i,
};
/** Endings of what `src` names, by type. */
const SOURCES: Readonly<Record<string, RegExp>> = {
  audio: /\.(?:mp3|m4a|aac|wav|ogg|opus|webm)$/i,
  video: /\.(?:mp4|m4v|webm)$/i,
  document: /\.(?:pdf|docx|odt|xlsx|ods|pptx|odp)$/i,
};
/** Attributes that are on unless they are written. */
const ON = ['required'];

const isFlag = ({ kind, values }: AttributeFacts): boolean => kind === 'flag' || values.includes('yes');

function isOn({ directive }: Editing, name: string): boolean {
  const value = directive.attributes.find(({ key }) => key === name)?.value;
  return value === undefined ? ON.includes(name) : value === true || value === 'yes' || value === 'oui';
}

/** Returns the label of an attribute; its name, for one of a project's own type. */
function labelOf(name: string): string {
  const key = `attr.${name}`;
  return isKey(key) ? t(key) : name;
}

function wordOf(value: string): string {
  const key = `value.${value}`;
  return isKey(key) ? t(key) : value;
}

/** Boxes for the competencies of the course. */
function CompetencyField({ editing, set }: { readonly editing: Editing; set(value: AttributeValue): void }) {
  const competencies = editing.session.studio.checked.value.course?.competencies ?? [];
  if (competencies.length === 0) return null;
  const written = (writtenValue(editing.directive.attributes, 'competency') ?? '').split(';').map((one) => one.trim());
  const chosen = written.filter((one) => one !== '');
  const change = (id: string, isChosen: boolean): void => {
    const next = isChosen ? [...chosen, id] : chosen.filter((one) => one !== id);
    set(next.join('; '));
  };
  return (
    <FieldGroup title={t('attr.competency')}>
      {competencies.map(({ id, title }) => (
        <TickField key={id} label={title} name={`competency-${id}`} value={chosen.includes(id)} onValue={(value) => change(id, value)} />
      ))}
    </FieldGroup>
  );
}

function choicesOf({ name, values, fallback }: AttributeFacts): { value: string; label: string }[] {
  const none = fallback === '' ? [{ value: '', label: t('forms.none') }] : [];
  return [...none, ...values.map((value) => ({ value, label: name === 'accents' ? t('forms.yes') : wordOf(value) }))];
}

function AttributeField({ editing, facts }: { readonly editing: Editing; readonly facts: AttributeFacts }) {
  const { directive, session, text } = editing;
  const { name, fallback } = facts;
  const field = `attr-${name}`;
  const set = (value: AttributeValue): void =>
    session.change(setAttribute(text, directive, name, value === fallback ? null : value, ''), field);
  const written = writtenValue(directive.attributes, name) ?? '';
  const label = labelOf(name);
  if (name === 'competency') return <CompetencyField editing={editing} set={set} />;
  if (isFlag(facts)) {
    const change = (value: boolean): void => set(ON.includes(name) ? (value ? null : 'no') : value ? true : null);
    return <TickField label={label} name={field} value={isOn(editing, name)} onValue={change} />;
  }
  if (facts.values.length > 0)
    return <SelectField label={label} name={field} value={written || fallback} options={choicesOf(facts)} onValue={set} />;
  const endings = name === 'src' ? (SOURCES[directive.name] ?? PICTURE) : FILES[name];
  if (endings) {
    const files = filesOf(editing, endings).map((value) => ({ value, label: titleOfFile(editing, value) }));
    return (
      <SelectField label={label} name={field} value={written} options={[{ value: '', label: t('forms.none') }, ...files]} onValue={set} />
    );
  }
  const change = (typed: string): void => set(typed.trim());
  if (LONG.includes(name)) return <AreaField label={label} name={field} value={written} onValue={change} />;
  const list = REFERENCES.includes(name) ? activityIds(editing) : [];
  return (
    <LineField
      label={label}
      name={field}
      value={written}
      placeholder={fallback}
      list={list}
      kind={NUMBERS.includes(name) ? 'number' : 'text'}
      onValue={change}
    />
  );
}

/** Fields for the attributes of a directive: those of its type, or those that all have. */
export function AttributeFields({ editing, isCommon }: { readonly editing: Editing; readonly isCommon: boolean }) {
  const attributes = (editing.type?.attributes ?? []).filter((one) => one.isCommon === isCommon);
  if (attributes.length === 0) return null;
  const [ticks, others] = [attributes.filter(isFlag), attributes.filter((one) => !isFlag(one))];
  return (
    <FieldGroup title={t(isCommon ? 'forms.settings' : 'forms.ofType')}>
      <div class="s-form-row">
        {others.map((facts) => (
          <AttributeField key={facts.name} editing={editing} facts={facts} />
        ))}
      </div>
      {ticks.map((facts) => (
        <AttributeField key={facts.name} editing={editing} facts={facts} />
      ))}
    </FieldGroup>
  );
}
