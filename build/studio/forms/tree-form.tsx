import { t } from '../strings.ts';
import { moveItem, removeItem, setItemWords } from '../text/edit-list.ts';
import type { ItemText, ListText } from '../text/edit-parts.ts';
import { shownLine } from '../text/edit-words.ts';
import { IconButton, PartButtons } from './buttons.tsx';
import type { Editing } from './editing.ts';
import { AreaField, stepOf } from './fields.tsx';
import { RawField } from './raw-field.tsx';

/** Levels that the build draws, the centre included. */
const DEEPEST = 4;

interface NodeProps {
  readonly editing: Editing;
  readonly list: ListText;
  readonly index: number;
  readonly level: number;
  readonly name: string;
}

/** Returns the mark of a node. Another one beside it would begin another list. */
function markOf({ text }: Editing, { mark }: ItemText): string {
  return text.slice(mark.from, mark.to);
}

/** Adds a node below another one, as its last child. */
function addChild(editing: Editing, item: ItemText, name: string): void {
  const [first] = item.children;
  const indent = first?.indent ?? `${item.indent}  `;
  const insert = `\n${indent}${markOf(editing, first ?? item)} `;
  editing.session.change([{ from: item.to, to: item.to, insert }], 'add', `${name}-${item.children.length}`);
}

function Node({ editing, list, index, level, name }: NodeProps) {
  const { text, session } = editing;
  const item = list.items[index];
  if (!item) return null;
  const what = level === 1 ? t('forms.centre') : t('forms.branch');
  const below: ListText = { ...list, items: item.children };
  const parent = name.slice(0, name.lastIndexOf('-'));
  const move = (step: 1 | -1, part: string): void => {
    if (list.items[index + step]) session.change(moveItem(text, list, index, step), 'move', `${parent}-${index + step}${part}`);
  };
  const onKey = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    if (step) move(step, '');
    else if (event.key === 'Enter' && level > 1 && !event.shiftKey && !event.isComposing)
      session.change(
        [{ from: item.to, to: item.to, insert: `\n${item.indent}${markOf(editing, item)} ` }],
        'add',
        `${parent}-${index + 1}`,
      );
    else return;
    event.preventDefault();
  };
  return (
    <li>
      <div class="s-form-line">
        <AreaField
          label={level === 1 ? what : `${what} ${index + 1}`}
          isQuiet
          name={name}
          value={shownLine(text.slice(item.words.from, item.words.to))}
          placeholder={what}
          onValue={(typed) => session.change(setItemWords(text, item, typed), name)}
          onKey={onKey}
        />
        {level < DEEPEST && (
          <IconButton
            icon="plus"
            label={t('forms.branchAdd', { part: shownLine(text.slice(item.words.from, item.words.to)) })}
            name={`${name}-add`}
            onPress={() => addChild(editing, item, name)}
          />
        )}
        {level > 1 && (
          <PartButtons
            what={what}
            name={name}
            index={index}
            count={list.items.length}
            onMove={(step) => move(step, step < 0 ? '-up' : '-down')}
            onRemove={() => session.change(removeItem(text, list, index), 'remove', parent)}
          />
        )}
      </div>
      {item.rest && <RawField editing={editing} range={item.rest} name={`${name}-rest`} />}
      {item.children.length > 0 && (
        <ul class="s-form-tree">
          {item.children.map((_, place) => (
            <Node key={`${name}-${place}`} editing={editing} list={below} index={place} level={level + 1} name={`${name}-${place}`} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** A nested list: the centre and its branches. */
export function TreeForm({ editing, list }: { readonly editing: Editing; readonly list: ListText }) {
  return (
    <ul class="s-form-tree">
      {list.items.map((_, index) => (
        <Node key={`node-${index}`} editing={editing} list={list} index={index} level={1} name={`node-${index}`} />
      ))}
    </ul>
  );
}
