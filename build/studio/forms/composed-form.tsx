import { useSignal } from '@preact/signals';
import { skeletonOf } from '../add/skeletons.ts';
import { language, t } from '../strings.ts';
import { exchanged } from '../text/edit-words.ts';
import { usedIds, withFreshIds } from '../text/fresh-ids.ts';
import { partsOf } from './body-parts.ts';
import { AddButton, IconButton } from './buttons.tsx';
import type { Editing } from './editing.ts';
import { FieldGroup, SelectField } from './fields.tsx';
import { InnerRow } from './inner-row.tsx';
import { TextField } from './raw-field.tsx';

/** The questions of a quiz: each has its own form. */
export function ComposedForm({ editing }: { readonly editing: Editing }) {
  const { text, session, directive, type, types } = editing;
  const { body, blocks } = partsOf(text, directive);
  const inner = blocks.filter((block) => block.kind === 'directive');
  const first = blocks.findIndex(({ kind }) => kind === 'directive');
  const before = blocks.slice(0, first < 0 ? undefined : first);
  const [start, end] = [before[0]?.from ?? body.from, before.at(-1)?.to ?? body.from];
  const names = type?.contains === 'any' ? [] : (type?.contains ?? []);
  const chosen = useSignal(names[0] ?? 'choice');
  const move = (index: number, step: 1 | -1): void => {
    const [one, other] = [inner[Math.min(index, index + step)], inner[Math.max(index, index + step)]];
    if (one && other) session.change(exchanged(text, one, other), 'move', `question-${index + step}-${step < 0 ? 'up' : 'down'}`);
  };
  const add = (): void => {
    const lines = withFreshIds(skeletonOf(chosen.value, language.value), usedIds(session.studio.project));
    const last = inner.at(-1)?.to;
    const gap = text.slice(0, body.to).endsWith('\n') ? '\n' : '\n\n';
    const insert = last === undefined ? `${gap}${lines}\n` : `\n\n${lines}`;
    const at = last ?? body.to;
    session.change([{ from: at, to: at, insert }], 'add', 'question-add');
  };
  const options = names.map((value) => ({ value, label: types.find(({ name }) => name === value)?.label ?? value }));
  return (
    <>
      <TextField editing={editing} range={{ from: start, to: end }} label={t('forms.prompt')} name="prompt" />
      <FieldGroup title={t('forms.questions')}>
        {inner.map((block, index) => (
          <div class="s-form-line" key={`question-${index}`}>
            <span class="s-form-number">{index + 1}</span>
            <InnerRow editing={editing} directive={block.directive} />
            <IconButton
              icon="chevron-up"
              name={`question-${index}-up`}
              label={t('forms.up', { part: `${t('forms.question')} ${index + 1}` })}
              isOff={index === 0}
              onPress={() => move(index, -1)}
            />
            <IconButton
              icon="chevron-down"
              name={`question-${index}-down`}
              label={t('forms.down', { part: `${t('forms.question')} ${index + 1}` })}
              isOff={index === inner.length - 1}
              onPress={() => move(index, 1)}
            />
          </div>
        ))}
        <div class="s-form-row">
          <SelectField
            label={t('forms.questionKind')}
            name="question-kind"
            value={chosen.value}
            options={options}
            onValue={(value) => (chosen.value = value)}
          />
          <AddButton label={t('forms.question')} name="question-add" onPress={add} />
        </div>
      </FieldGroup>
    </>
  );
}
