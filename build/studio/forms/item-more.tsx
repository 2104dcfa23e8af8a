import { t } from '../strings.ts';
import { writtenValue } from '../text/attributes.ts';
import { setAttribute } from '../text/edit-attributes.ts';
import { addItem, linesOfItem, removeItem } from '../text/edit-list.ts';
import type { ItemText, ListText, SectionText } from '../text/edit-parts.ts';
import { addSection, shownTitle } from '../text/edit-sections.ts';
import type { Replacement } from '../text/raw-text.ts';
import { listName, sectionsIn } from './body-parts.ts';
import type { Editing } from './editing.ts';
import { LineField, SelectField } from './fields.tsx';

/** Moves an item to the end of another section. */
export function movedTo(text: string, list: ListText, index: number, target: SectionText): Replacement[] {
  const item = list.items[index];
  if (!item) return [];
  const lines = linesOfItem(text, item);
  const last = target.blocks.findLast((block) => block.kind === 'list');
  const added =
    last?.kind === 'list'
      ? addItem(text, last, last.items.length - 1)
          .slice(0, 1)
          .map((one) => ({ ...one, insert: `\n${lines}` }))
      : addSection(text, { from: target.to, to: target.to }, lines).map((one) => ({ ...one, insert: one.insert.slice(1) }));
  const removed = removeItem(text, list, index);
  // The place where it is added may be inside what is removed with it: blank lines before the next section.
  return [...removed, ...added];
}

function GroupField({
  editing,
  list,
  item,
  name,
}: {
  readonly editing: Editing;
  readonly list: ListText;
  readonly item: ItemText;
  readonly name: string;
}) {
  const sections = sectionsIn(editing);
  const own = sections.find(({ from, to }) => from <= item.from && item.to <= to);
  if (!own || sections.length < 2) return null;
  const options = sections.map(({ heading }, index) => ({
    value: String(index),
    label: shownTitle(editing.text.slice(heading.title.from, heading.title.to)),
  }));
  return (
    <div class="s-form-more">
      <SelectField
        label={t('forms.group')}
        name={`${name}-group`}
        value={String(sections.indexOf(own))}
        options={options}
        onValue={(value) => {
          const target = sections[Number(value)];
          const lists = target?.blocks.filter((block) => block.kind === 'list') ?? [];
          const last = Math.max(0, lists.length - 1);
          const focus = `${listName(`section-${value}-list`, last)}-${lists[last]?.items.length ?? 0}`;
          if (target) editing.session.change(movedTo(editing.text, list, list.items.indexOf(item), target), 'move', focus);
        }}
      />
    </div>
  );
}

/** Fields of what a line has in its braces, or the group that it belongs to. */
export function ItemMore({
  editing,
  list,
  item,
  name,
  more,
}: {
  readonly editing: Editing;
  readonly list: ListText;
  readonly item: ItemText;
  readonly name: string;
  readonly more: 'competency' | 'weight' | 'group';
}) {
  const { session, text } = editing;
  if (more === 'group') return <GroupField editing={editing} list={list} item={item} name={name} />;
  const value = writtenValue(item.attributes, more) ?? '';
  const change = (typed: string): void => session.change(setAttribute(text, item, more, typed.trim(), ' '), `${name}-${more}`);
  if (more === 'weight') {
    // Weights are rare: without one, the field would only be in the way.
    const isUsed = list.items.some(({ attributes }) => attributes.some(({ key }) => key === 'weight'));
    if (!isUsed) return null;
    return (
      <div class="s-form-more">
        <LineField label={t('forms.weight')} name={`${name}-weight`} kind="number" value={value} onValue={change} />
      </div>
    );
  }
  const competencies = session.studio.checked.value.course?.competencies ?? [];
  if (competencies.length === 0) return null;
  const options = [{ value: '', label: t('forms.none') }, ...competencies.map(({ id, title }) => ({ value: id, label: title }))];
  return (
    <div class="s-form-more">
      <SelectField label={t('attr.competency')} name={`${name}-competency`} value={value} options={options} onValue={change} />
    </div>
  );
}
