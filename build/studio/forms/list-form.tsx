import { t } from '../strings.ts';
import { addItem, moveItem, removeItem, setFeedback, setItemWords, setTicked } from '../text/edit-list.ts';
import type { ItemText, ListText } from '../text/edit-parts.ts';
import { shownLine, shownQuote } from '../text/edit-words.ts';
import { Icon } from '../ui/icon.tsx';
import { AddButton, PartButtons } from './buttons.tsx';
import type { Editing } from './editing.ts';
import { AreaField, stepOf, TickField } from './fields.tsx';
import { ItemMore } from './item-more.tsx';
import { RawField } from './raw-field.tsx';

/** Kind of lines that a list has. */
export interface ListShape {
  /** Name of one line: « Réponse ». */
  readonly what: string;
  /** Name of its box; '' if it has none. */
  readonly tick: string;
  readonly hasFeedback: boolean;
  /** Further members that a line may have. */
  readonly more?: 'competency' | 'weight' | 'group';
}

interface ListProps {
  readonly editing: Editing;
  readonly list: ListText;
  readonly shape: ListShape;
  /** Start of the names of its fields. */
  readonly prefix: string;
}

/** Changes of a list by its rows: each focuses what it was about. */
class ListEdits {
  private readonly props: ListProps;

  constructor(props: ListProps) {
    this.props = props;
  }

  name(index: number): string {
    return `${this.props.prefix}-${index}`;
  }

  add(index: number): void {
    const { editing, list } = this.props;
    editing.session.change(addItem(editing.text, list, index), 'add', this.name(index + 1));
  }

  remove(index: number): void {
    const { editing, list, prefix } = this.props;
    const focus = list.items.length > 1 ? this.name(Math.max(0, index - 1)) : `${prefix}-add`;
    editing.session.change(removeItem(editing.text, list, index), 'remove', focus);
  }

  move(index: number, step: 1 | -1, part: string): void {
    const { editing, list } = this.props;
    if (!list.items[index + step]) return;
    editing.session.change(moveItem(editing.text, list, index, step), 'move', `${this.name(index + step)}${part}`);
  }

  onKey(event: KeyboardEvent, index: number): void {
    const { list } = this.props;
    const step = stepOf(event);
    const isEmpty = (event.currentTarget as HTMLTextAreaElement).value === '';
    if (step) this.move(index, step, '');
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.add(index);
    else if (event.key === 'Backspace' && isEmpty && list.items.length > 1) this.remove(index);
    else return;
    event.preventDefault();
  }
}

function FeedbackField({
  editing,
  item,
  name,
  label,
}: {
  readonly editing: Editing;
  readonly item: ItemText;
  readonly name: string;
  readonly label: string;
}) {
  const { text, session } = editing;
  const value = item.feedback ? shownQuote(text.slice(item.feedback.from, item.feedback.to)) : '';
  return (
    <div class="s-form-feedback">
      <Icon name="message-square" />
      <AreaField
        label={t('forms.feedbackOf', { part: label })}
        isQuiet
        name={`${name}-feedback`}
        value={value}
        placeholder={t('forms.feedbackHint')}
        onValue={(typed) => session.change(setFeedback(text, item, typed), `${name}-feedback`)}
      />
    </div>
  );
}

function Row({
  props,
  edits,
  item,
  index,
}: {
  readonly props: ListProps;
  readonly edits: ListEdits;
  readonly item: ItemText;
  readonly index: number;
}) {
  const { editing, shape, list } = props;
  const { text, session } = editing;
  const name = edits.name(index);
  const part = `${shape.what} ${index + 1}`;
  return (
    <li class={`s-form-card ${shape.tick !== '' && item.isTicked ? 's-form-right' : ''}`}>
      <div class="s-form-line">
        {list.isOrdered && <span class="s-form-number">{index + 1}</span>}
        {shape.tick !== '' && item.box && (
          <TickField
            isQuiet
            label={`${shape.tick}, ${part}`}
            name={`${name}-tick`}
            value={item.isTicked}
            onValue={(isTicked) => session.change(setTicked(item, isTicked), `${name}-tick`)}
          />
        )}
        <AreaField
          label={part}
          isQuiet
          name={name}
          value={shownLine(text.slice(item.words.from, item.words.to))}
          placeholder={shape.what}
          onValue={(typed) => session.change(setItemWords(text, item, typed), name)}
          onKey={(event) => edits.onKey(event, index)}
        />
        <PartButtons
          what={shape.what}
          name={name}
          index={index}
          count={list.items.length}
          onMove={(step) => edits.move(index, step, step < 0 ? '-up' : '-down')}
          onRemove={() => edits.remove(index)}
        />
      </div>
      {shape.hasFeedback && <FeedbackField editing={editing} item={item} name={name} label={part} />}
      {shape.more && <ItemMore editing={editing} list={list} item={item} name={name} more={shape.more} />}
      {item.rest && <RawField editing={editing} range={item.rest} name={`${name}-rest`} />}
      {item.children.map((child) => (
        <RawField key={child.from} editing={editing} range={child} name={`${name}-child-${child.from - item.from}`} />
      ))}
    </li>
  );
}

/** The lines of a list: words, box and feedback; they are added, removed and moved by buttons and keys. */
export function ListForm(props: ListProps) {
  const edits = new ListEdits(props);
  const { list, shape, prefix } = props;
  return (
    <>
      <ul class="s-form-list">
        {list.items.map((item, index) => (
          <Row key={`${prefix}-${index}`} props={props} edits={edits} item={item} index={index} />
        ))}
      </ul>
      <AddButton label={shape.what} name={`${prefix}-add`} onPress={() => edits.add(list.items.length - 1)} />
    </>
  );
}

/** Begins a list where there is none. @param at end of the lines above it */
export function NoList({
  editing,
  at,
  shape,
  prefix,
  isOrdered,
}: {
  readonly editing: Editing;
  readonly at: number;
  readonly shape: ListShape;
  readonly prefix: string;
  readonly isOrdered: boolean;
}) {
  const { session, text } = editing;
  const mark = isOrdered ? '1. ' : shape.tick === '' ? '- ' : '- [ ] ';
  const isAtStart = text[at - 1] === '\n';
  const isHeading = /(?:^|\n)##[^\n]*$/.test(text.slice(0, at));
  const insert = isAtStart ? `${mark}\n` : `${isHeading ? '\n' : '\n\n'}${mark}`;
  const begin = (): void => session.change([{ from: at, to: at, insert }], 'add', `${prefix}-0`);
  return <AddButton label={shape.what} name={`${prefix}-add`} onPress={begin} />;
}
