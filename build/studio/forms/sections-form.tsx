import { type Key, t } from '../strings.ts';
import type { SectionText } from '../text/edit-parts.ts';
import { addSection, moveSection, removeSection, setTitle } from '../text/edit-sections.ts';
import type { Range } from '../text/outline.ts';
import { listName, runsOf } from './body-parts.ts';
import { AddButton, PartButtons } from './buttons.tsx';
import { personOptions } from './choices-of.ts';
import type { Editing } from './editing.ts';
import { FieldGroup } from './fields.tsx';
import { InnerRow } from './inner-row.tsx';
import { ListForm, type ListShape, NoList } from './list-form.tsx';
import { NoPeople } from './no-people.tsx';
import { TextField } from './raw-field.tsx';
import { SceneChoices } from './scene-choices.tsx';
import { newSection, SectionHead, type SectionKind } from './section-heads.tsx';

/** Sections of an activity, and where the first one goes. */
export interface SectionsProps {
  readonly editing: Editing;
  readonly sections: readonly SectionText[];
  readonly kind: SectionKind;
  /** Lines above the first section. */
  readonly above: Range;
}

const NAMES: Readonly<Record<SectionKind, Key>> = {
  cards: 'forms.card',
  definitions: 'forms.definition',
  fields: 'forms.field',
  groups: 'forms.groupName',
  grid: 'forms.cell',
  scenes: 'forms.scene',
  speeches: 'forms.speech',
  spots: 'forms.spot',
};

/** Types whose learners write into one field, unless there are sections. */
const ONE_FIELD: readonly string[] = ['word-cloud', 'open-question'];

function itemShape(): ListShape {
  return { what: t('forms.item'), tick: '', hasFeedback: true, more: 'group' };
}

/** Body of a section, below its heading. */
function Inside({
  editing,
  section,
  kind,
  prefix,
}: {
  readonly editing: Editing;
  readonly section: SectionText;
  readonly kind: SectionKind;
  readonly prefix: string;
}) {
  const hasItems = kind === 'groups' || kind === 'grid';
  const isChoices = (block: SectionText['blocks'][number]): boolean =>
    kind === 'scenes' &&
    block.kind === 'list' &&
    block.items.some(({ words }) => /^\[.*\]\(#/s.test(editing.text.slice(words.from, words.to)));
  const runs = runsOf(section.blocks, (block) => block.kind === 'directive' || (hasItems && block.kind === 'list') || isChoices(block));
  const hasText = runs.some((run) => run.kind === 'text');
  const end = section.heading.to;
  const lists = runs.flatMap((run) => (run.kind === 'block' && run.block.kind === 'list' ? [run.block] : []));
  const hasList = lists.length > 0;
  return (
    <>
      {!hasItems && !hasText && (
        <TextField editing={editing} range={{ from: end, to: end }} label={t('forms.text')} name={`${prefix}-text`} />
      )}
      {runs.map((run, index) => {
        if (run.kind === 'text')
          return (
            <TextField
              key={`text-${index}`}
              editing={editing}
              range={run.range}
              label={t('forms.text')}
              name={`${prefix}-text${index || ''}`}
            />
          );
        const { block } = run;
        if (block.kind === 'directive') return <InnerRow key={`inner-${index}`} editing={editing} directive={block.directive} />;
        if (block.kind !== 'list') return null;
        const number = lists.indexOf(block);
        const key = `list-${number}`;
        if (kind === 'scenes')
          return <SceneChoices key={key} editing={editing} list={block} prefix={listName(`${prefix}-choice`, number)} />;
        return <ListForm key={key} editing={editing} list={block} shape={itemShape()} prefix={listName(`${prefix}-list`, number)} />;
      })}
      {hasItems && !hasList && <NoList editing={editing} at={section.to} shape={itemShape()} prefix={`${prefix}-list`} isOrdered={false} />}
      {kind === 'scenes' && !hasList && <SceneChoices editing={editing} at={section.to} prefix={`${prefix}-choice`} />}
    </>
  );
}

/** Sections that begin with `##`: cards, groups, scenes, speeches, places. */
export function SectionsForm({ editing, sections, kind, above }: SectionsProps) {
  const { session, text } = editing;
  const what = t(NAMES[kind]);
  const add = (): void => {
    const after = sections.at(-1) ?? above;
    const lines = newSection(kind, editing, sections.length);
    session.change(addSection(text, after, lines), 'add', `section-${sections.length}-title`);
  };
  const move = (index: number, step: 1 | -1): void =>
    session.change(moveSection(text, sections, index, step), 'move', `section-${index + step}-${step < 0 ? 'up' : 'down'}`);
  /** Has somebody new say what nobody known says. */
  const speak = (id: string): void => {
    const [first] = sections;
    const changes = first ? setTitle(text, first.heading, id) : addSection(text, above, `## ${id}\n${t('forms.newText')}`);
    session.change(changes, first ? 'speaker' : 'add', 'section-0-title');
  };
  const remove = (index: number): void =>
    session.change(
      removeSection(text, sections, index),
      'remove',
      sections.length > 1 ? `section-${Math.max(0, index - 1)}-title` : 'section-add',
    );
  const isSilent = kind === 'speeches' && personOptions(editing).length === 0;
  return (
    <div class={`s-form-sections s-form-${kind}`}>
      {isSilent && <NoPeople studio={session.studio} why={t('forms.noPeople')} onAdd={speak} />}
      {sections.map((section, index) => (
        <FieldGroup key={`section-${index}`} title={`${what} ${index + 1}`}>
          <PartButtons
            what={what}
            name={`section-${index}`}
            index={index}
            count={sections.length}
            onMove={(step) => move(index, step)}
            onRemove={() => remove(index)}
          />
          <SectionHead editing={editing} section={section} kind={kind} prefix={`section-${index}`} />
          <Inside editing={editing} section={section} kind={kind} prefix={`section-${index}`} />
        </FieldGroup>
      ))}
      {(sections.length > 0 || !ONE_FIELD.includes(editing.directive.name)) && <AddButton label={what} name="section-add" onPress={add} />}
    </div>
  );
}
