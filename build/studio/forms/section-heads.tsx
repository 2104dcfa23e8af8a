import { t } from '../strings.ts';
import { writtenValue } from '../text/attributes.ts';
import { type AttributeValue, setAttribute } from '../text/edit-attributes.ts';
import type { SectionText } from '../text/edit-parts.ts';
import { setSecond, setTitle, shownTitle } from '../text/edit-sections.ts';
import { shownLine } from '../text/edit-words.ts';
import { activityIds, cellsOf, freshIdIn, personOptions } from './choices-of.ts';
import type { Editing } from './editing.ts';
import { LineField, SelectField, TickField } from './fields.tsx';

export type SectionKind = 'cards' | 'definitions' | 'fields' | 'groups' | 'grid' | 'scenes' | 'speeches' | 'spots';

const EXPRESSIONS = ['calm', 'smile', 'happy', 'pleased', 'talking', 'tired'] as const;
const ENDINGS = ['good', 'mixed', 'bad'] as const;

interface HeadProps {
  readonly editing: Editing;
  readonly section: SectionText;
  readonly kind: SectionKind;
  /** Start of the names of its fields. */
  readonly prefix: string;
}

/** Returns the lines of a new section. @param count of those there are */
export function newSection(kind: SectionKind, editing: Editing, count: number): string {
  const title = `## ${t('forms.newTitle', { number: count + 1 })}`;
  if (kind === 'speeches') return `## ${editing.session.studio.checked.value.course?.people[0]?.id ?? ''}\n${t('forms.newText')}`;
  if (kind === 'spots') return `## 50 50 | ${t('forms.newTitle', { number: count + 1 })}\n${t('forms.newText')}`;
  if (kind === 'scenes') return `${title} {#${freshIdIn(editing, 'scene')} ending=mixed}\n${t('forms.newText')}`;
  if (kind === 'groups') return `${title}\n- ${t('forms.newItem')}`;
  if (kind === 'grid') return `## ${cellsOf(editing)[count] ?? cellsOf(editing)[0] ?? ''}\n- ${t('forms.newItem')}`;
  if (kind === 'fields') return `${title} {#${freshIdIn(editing, 'part')}}\n${t('forms.newText')}`;
  return `${title}\n\n${t('forms.newText')}`;
}

/** Reads and changes what a heading holds. */
class Head {
  private readonly props: HeadProps;

  constructor(props: HeadProps) {
    this.props = props;
  }

  get title(): string {
    const { editing, section } = this.props;
    return shownLine(shownTitle(editing.text.slice(section.heading.title.from, section.heading.title.to)));
  }

  get second(): string {
    const { second } = this.props.section.heading;
    return second ? shownLine(shownTitle(this.props.editing.text.slice(second.from, second.to))) : '';
  }

  value(key: string): string {
    return writtenValue(this.props.section.heading.attributes, key) ?? '';
  }

  has(key: string): boolean {
    return this.props.section.heading.attributes.some((one) => one.key === key);
  }

  setTitle(value: string): void {
    const { editing, section, prefix } = this.props;
    editing.session.change(setTitle(editing.text, section.heading, value), `${prefix}-title`);
  }

  setSecond(value: string): void {
    const { editing, section, prefix } = this.props;
    editing.session.change(setSecond(editing.text, section.heading, value), `${prefix}-second`);
  }

  set(key: string, value: AttributeValue): void {
    const { editing, section, prefix } = this.props;
    editing.session.change(setAttribute(editing.text, section.heading, key, value, ' '), `${prefix}-${key}`);
  }
}

function TitleField({ head, prefix, label }: { readonly head: Head; readonly prefix: string; readonly label: string }) {
  return <LineField label={label} name={`${prefix}-title`} value={head.title} onValue={(typed) => head.setTitle(typed)} />;
}

function LimitFields({ head, prefix }: { readonly head: Head; readonly prefix: string }) {
  return (
    <div class="s-form-row">
      {(['min-words', 'max-words', 'max-characters'] as const).map((key) => (
        <LineField
          key={key}
          label={t(`attr.${key}`)}
          kind="number"
          name={`${prefix}-${key}`}
          value={head.value(key)}
          onValue={(typed) => head.set(key, typed.trim())}
        />
      ))}
    </div>
  );
}

function SpeechHead({ head, editing, prefix }: { readonly head: Head; readonly editing: Editing; readonly prefix: string }) {
  const expressions = [{ value: '', label: t('forms.usualFace') }, ...EXPRESSIONS.map((value) => ({ value, label: t(`value.${value}`) }))];
  return (
    <div class="s-form-row">
      <SelectField
        label={t('forms.person')}
        name={`${prefix}-title`}
        value={head.title}
        options={personOptions(editing)}
        onValue={(value) => head.setTitle(value)}
      />
      <SelectField
        label={t('forms.expression')}
        name={`${prefix}-expression`}
        value={head.value('expression')}
        options={expressions}
        onValue={(value) => head.set('expression', value)}
      />
    </div>
  );
}

function SpotHead({ head, prefix }: { readonly head: Head; readonly prefix: string }) {
  const [x = '', y = ''] = head.title.split(/\s+/);
  return (
    <>
      <div class="s-form-row">
        <LineField label={t('forms.name')} name={`${prefix}-second`} value={head.second} onValue={(typed) => head.setSecond(typed)} />
        <LineField
          label={t('forms.x')}
          kind="number"
          name={`${prefix}-title`}
          value={x}
          onValue={(typed) => head.setTitle(`${typed.trim() || '0'} ${y}`)}
        />
        <LineField
          label={t('forms.y')}
          kind="number"
          name={`${prefix}-y`}
          value={y}
          onValue={(typed) => head.setTitle(`${x} ${typed.trim() || '0'}`)}
        />
      </div>
      <TickField
        label={t('forms.rightPlace')}
        name={`${prefix}-right`}
        value={head.has('right')}
        onValue={(value) => head.set('right', value ? true : null)}
      />
    </>
  );
}

function SceneHead({ head, prefix }: { readonly head: Head; readonly prefix: string }) {
  const endings = [{ value: '', label: t('forms.goesOn') }, ...ENDINGS.map((value) => ({ value, label: t(`value.${value}`) }))];
  return (
    <div class="s-form-row">
      <TitleField head={head} prefix={prefix} label={t('attr.title')} />
      <SelectField
        label={t('forms.ending')}
        name={`${prefix}-ending`}
        value={head.value('ending')}
        options={endings}
        onValue={(value) => head.set('ending', value)}
      />
    </div>
  );
}

/** Fields of a heading: title, second part and what the form reads in its braces. */
export function SectionHead(props: HeadProps) {
  const { editing, kind, prefix } = props;
  const head = new Head(props);
  if (kind === 'speeches') return <SpeechHead head={head} editing={editing} prefix={prefix} />;
  if (kind === 'spots') return <SpotHead head={head} prefix={prefix} />;
  if (kind === 'scenes') return <SceneHead head={head} prefix={prefix} />;
  if (kind === 'grid') {
    const options = cellsOf(editing).map((value) => ({ value, label: value }));
    return (
      <SelectField
        label={t('forms.cell')}
        name={`${prefix}-title`}
        value={head.title}
        options={options}
        onValue={(value) => head.setTitle(value)}
      />
    );
  }
  return (
    <>
      <div class="s-form-row">
        <TitleField head={head} prefix={prefix} label={t('attr.title')} />
        {kind === 'cards' && (
          <LineField label={t('forms.second')} name={`${prefix}-second`} value={head.second} onValue={(typed) => head.setSecond(typed)} />
        )}
        {kind === 'definitions' && (
          <LineField
            label={t('forms.of')}
            list={activityIds(editing)}
            name={`${prefix}-of`}
            value={head.value('of')}
            onValue={(typed) => head.set('of', typed.trim())}
          />
        )}
        {(kind === 'cards' || kind === 'groups') && (
          <LineField
            label={t('attr.icon')}
            name={`${prefix}-icon`}
            value={head.value('icon')}
            onValue={(typed) => head.set('icon', typed.trim())}
          />
        )}
      </div>
      {kind === 'fields' && <LimitFields head={head} prefix={prefix} />}
    </>
  );
}
