import { useId } from 'preact/hooks';
import type { TypeFacts } from '../engine/calls.ts';
import { isKey, t } from '../strings.ts';
import type { Group } from './catalogue.ts';
import { Thumbnail } from './thumbnail.tsx';

interface ChoicesProps {
  readonly groups: readonly Group[];
  readonly chosen: string;
  onChoose(name: string): void;
  onInsert(): void;
}

function TypeCard({
  type,
  isChosen,
  name,
  onChoose,
  onInsert,
}: {
  readonly type: TypeFacts;
  readonly isChosen: boolean;
  readonly name: string;
  onChoose(): void;
  onInsert(): void;
}) {
  const short = `add.short.${type.name}`;
  return (
    <label class="s-add-type" onDblClick={onInsert}>
      <input
        type="radio"
        class="s-hidden"
        name={name}
        value={type.name}
        checked={isChosen}
        onChange={onChoose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          onInsert();
        }}
      />
      <Thumbnail type={type.name} />
      <span class="s-add-name">{type.label}</span>
      {isKey(short) && <span class="s-add-short">{t(short)}</span>}
    </label>
  );
}

/** The types as one group of radio buttons: arrows go through them, Enter inserts. */
export function TypeChoices({ groups, chosen, onChoose, onInsert }: ChoicesProps) {
  const id = useId();
  return (
    <div class="s-add-types" role="radiogroup" aria-label={t('add.types')}>
      {groups.length === 0 && <p class="s-add-nothing">{t('add.nothing')}</p>}
      {groups.map((group) => (
        <section key={group.name} aria-labelledby={`${id}-${group.name}`}>
          <h3 id={`${id}-${group.name}`}>
            {t(`add.group.${group.name}`)} <span class="s-form-hint">{t(`add.about.${group.name}`)}</span>
          </h3>
          <div class="s-add-grid">
            {group.types.map((type) => (
              <TypeCard
                key={type.name}
                type={type}
                name={id}
                isChosen={type.name === chosen}
                onChoose={() => onChoose(type.name)}
                onInsert={onInsert}
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
