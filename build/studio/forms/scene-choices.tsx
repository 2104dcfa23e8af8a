import { t } from '../strings.ts';
import { addItem, moveItem, removeItem, setFeedback } from '../text/edit-list.ts';
import type { ItemText, ListText } from '../text/edit-parts.ts';
import { replaced, shownQuote, writtenLine } from '../text/edit-words.ts';
import type { Range } from '../text/outline.ts';
import { AddButton, PartButtons } from './buttons.tsx';
import { sceneOptions } from './choices-of.ts';
import type { Editing } from './editing.ts';
import { AreaField, LineField, SelectField } from './fields.tsx';
import { RawField } from './raw-field.tsx';

/** Finds the words of a decision and the scene that it leads to. */
function linkOf(text: string, { words }: ItemText): { readonly words: Range; readonly scene: Range } | null {
  const found = /^\[(.*)\]\(#([^()\s]*)\)$/s.exec(text.slice(words.from, words.to));
  if (!found) return null;
  const end = words.from + 1 + (found[1]?.length ?? 0);
  return { words: { from: words.from + 1, to: end }, scene: { from: end + 3, to: end + 3 + (found[2]?.length ?? 0) } };
}

/** Returns what is in the braces of a decision: changes of values, and a condition. */
function effectOf(text: string, { braces }: ItemText): string {
  return braces.from < braces.to ? text.slice(braces.from + 1, braces.to - 1).trim() : '';
}

function Choice({ editing, item, name }: { readonly editing: Editing; readonly item: ItemText; readonly name: string }) {
  const { text, session, directive } = editing;
  const link = linkOf(text, item);
  if (!link) return <RawField editing={editing} range={item} name={`${name}-raw`} />;
  const hasState = directive.attributes.some(({ key }) => key === 'state');
  const setEffect = (typed: string): void => {
    const inside = typed.replace(/[{}\n]/g, '').trim();
    const { braces, words } = item;
    const range = { from: words.to, to: braces.to };
    session.change(replaced(text, range, inside === '' ? '' : ` {${inside}}`), `${name}-effect`);
  };
  return (
    <>
      <AreaField
        label={t('forms.decision')}
        name={name}
        value={text.slice(link.words.from, link.words.to)}
        onValue={(typed) => session.change(replaced(text, link.words, writtenLine(typed).replace(/[[\]]/g, '')), name)}
      />
      <SelectField
        label={t('forms.leadsTo')}
        name={`${name}-scene`}
        value={text.slice(link.scene.from, link.scene.to)}
        options={sceneOptions(editing)}
        onValue={(value) => session.change(replaced(text, link.scene, value), `${name}-scene`)}
      />
      {hasState && (
        <LineField
          label={t('forms.effect')}
          hint={t('forms.effectHint')}
          name={`${name}-effect`}
          value={effectOf(text, item)}
          onValue={setEffect}
        />
      )}
      <AreaField
        label={t('forms.consequence')}
        name={`${name}-feedback`}
        value={item.feedback ? shownQuote(text.slice(item.feedback.from, item.feedback.to)) : ''}
        onValue={(typed) => session.change(setFeedback(text, item, typed), `${name}-feedback`)}
      />
      {item.rest && <RawField editing={editing} range={item.rest} name={`${name}-rest`} />}
    </>
  );
}

type Place = { readonly list: ListText; readonly at?: undefined } | { readonly list?: undefined; readonly at: number };

/** Decisions at the end of a scene. @param at where the first one goes, if there is none */
export function SceneChoices({ editing, prefix, ...place }: { readonly editing: Editing; readonly prefix: string } & Place) {
  const { session, text } = editing;
  const { list } = place;
  const add = (): void => {
    const count = list?.items.length ?? 0;
    const scene = sceneOptions(editing).at(-1)?.value ?? '';
    const words = `[${t('forms.newDecision', { number: count + 1 })}](#${scene})`;
    const added = list
      ? addItem(text, list, count - 1).map((one, index) => (index === 0 ? { ...one, insert: `${one.insert}${words}` } : one))
      : [{ from: place.at ?? 0, to: place.at ?? 0, insert: `\n\n- ${words}` }];
    session.change(added, 'add', `${prefix}-${count}`);
  };
  const remove = (from: ListText, index: number): void => {
    const links = from.items.filter((_, at) => at !== index).map((item) => linkOf(text, item));
    const near = Math.max(0, index - 1);
    // A list in which nothing leads to a scene becomes a text.
    const focus = links.some((link) => link) ? `${prefix}-${near}${links[near] ? '' : '-raw'}` : `${prefix}-add`;
    session.change(removeItem(text, from, index), 'remove', focus);
  };
  const what = t('forms.decision');
  return (
    <>
      {list?.items.map((item, index) => (
        <fieldset class="s-form-card" key={`choice-${index}`} aria-label={`${what} ${index + 1}`}>
          <PartButtons
            what={what}
            name={`${prefix}-${index}`}
            index={index}
            count={list.items.length}
            onMove={(step) =>
              session.change(moveItem(text, list, index, step), 'move', `${prefix}-${index + step}-${step < 0 ? 'up' : 'down'}`)
            }
            onRemove={() => remove(list, index)}
          />
          <Choice editing={editing} item={item} name={`${prefix}-${index}`} />
        </fieldset>
      ))}
      <AddButton label={what} name={`${prefix}-add`} onPress={add} />
    </>
  );
}
