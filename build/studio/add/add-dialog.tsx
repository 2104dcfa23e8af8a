import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Path, TypeFacts } from '../engine/calls.ts';
import { IconButton } from '../forms/buttons.tsx';
import { keepAsset } from '../media/keep-asset.ts';
import { endingOf } from '../media/media-file.ts';
import { isKey, language, t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { usedIds } from '../text/fresh-ids.ts';
import { insertLines, insertPlace } from '../text/insert-place.ts';
import { outlineOf } from '../text/outline.ts';
import { lineAt, replaceIn, shownText } from '../text/raw-text.ts';
import { Icon } from '../ui/icon.tsx';
import { found, type Group, type GroupName, grouped, plain } from './catalogue.ts';
import { insertionOf } from './insertion.ts';
import { TypeChoices } from './type-choices.tsx';
import { TypeSide } from './type-side.tsx';

export interface AddProps {
  readonly studio: Studio;
  readonly path: Path;
  /** Line of the cursor; it counts from 1. Null: the end of the last page. */
  readonly line: number | null;
  /** @param line of the new lines */
  onInserted(line: number): void;
  onClose(): void;
}

/** Everything that is written about a type. */
function wordsOf({ name, label }: TypeFacts): string {
  const keys = [`add.short.${name}`, `add.when.${name}`];
  return [name, label, ...keys.map((key) => (isKey(key) ? t(key) : ''))].join(' ');
}

/** Returns the type whose name or short description has what is looked for; else the first. */
function bestOf(types: readonly TypeFacts[], search: string): TypeFacts | undefined {
  const short = ({ name, label }: TypeFacts): string => {
    const key = `add.short.${name}`;
    return plain(`${label} ${isKey(key) ? t(key) : ''}`);
  };
  return (
    types.find(({ label }) => plain(label).includes(plain(search))) ?? types.find((type) => short(type).includes(plain(search))) ?? types[0]
  );
}

/** Inserts the example of a type near a line. @returns the line where it begins */
function insert({ studio, path, line }: AddProps, type: string, file: string): number {
  const { course, lang } = { course: studio.checked.value.course, lang: studio.checked.value.course?.lang ?? language.value };
  const { lines, files } = insertionOf({
    type,
    language: lang === 'en' ? 'en' : 'fr',
    file,
    people: course?.people.map(({ id }) => id) ?? [],
    used: usedIds(studio.project),
  });
  for (const [name, content] of Object.entries(files)) {
    const place = `${studio.course}/${name}`;
    if (!studio.project.bytes(place)) studio.edit(place, content);
  }
  const raw = studio.project.text(path) ?? '';
  const text = shownText(raw);
  const place = insertLines(text, insertPlace(text, outlineOf(text), line), lines);
  studio.edit(path, replaceIn(raw, [place]));
  return lineAt(text, place.from) + (place.first - place.from);
}

function Filters({
  groups,
  chosen,
  onChoose,
}: {
  readonly groups: readonly Group[];
  readonly chosen: GroupName | '';
  onChoose(name: GroupName | ''): void;
}) {
  const count = groups.reduce((sum, { types }) => sum + types.length, 0);
  return (
    <fieldset class="s-add-filters" aria-label={t('add.filter')}>
      <button type="button" aria-pressed={chosen === ''} onClick={() => onChoose('')}>
        {t('add.all')} <span class="s-add-count">{count}</span>
      </button>
      {groups.map(({ name }) => (
        <button type="button" key={name} aria-pressed={chosen === name} onClick={() => onChoose(name)}>
          {t(`add.group.${name}`)}
        </button>
      ))}
    </fieldset>
  );
}

function SearchField({ value, onValue, onDown }: { readonly value: string; onValue(value: string): void; onDown(): void }) {
  return (
    <div class="s-add-search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={t('add.search')}
        placeholder={t('add.searchHint')}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
          event.preventDefault();
          onDown();
        }}
      />
    </div>
  );
}

/** The dialog with all types: a picture of each, when to choose it, an example that works. */
export function AddDialog(props: AddProps) {
  const { studio, onInserted, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const types = useSignal<readonly TypeFacts[]>([]);
  const search = useSignal('');
  const group = useSignal<GroupName | ''>('');
  const chosen = useSignal('');
  useEffect(() => {
    dialog.current?.showModal();
    void studio.types().then((all) => (types.value = all));
  }, [studio, types]);
  const all = grouped(types.value);
  const shown = found(all, search.value, wordsOf).filter(({ name }) => group.value === '' || name === group.value);
  const visible = shown.flatMap((one) => one.types);
  const current = visible.find(({ name }) => name === chosen.value) ?? bestOf(visible, search.value);
  const finish = (type: string, file: string): void => {
    const line = insert(props, type, file);
    dialog.current?.close();
    onInserted(line);
  };
  const upload = async (files: FileList | null): Promise<string> => {
    const [file] = files ?? [];
    if (!file) return '';
    return keepAsset(studio, file.name, endingOf(file.name), new Uint8Array(await file.arrayBuffer()));
  };
  return (
    <dialog class="s-add" ref={dialog} aria-labelledby="s-add-title" onClose={onClose}>
      <header class="s-add-head">
        <h2 id="s-add-title">{t('add.title')}</h2>
        <SearchField
          value={search.value}
          onValue={(value) => (search.value = value)}
          onDown={() => dialog.current?.querySelector<HTMLElement>('.s-add-types input:checked')?.focus()}
        />
        <IconButton icon="x" label={t('add.close')} onPress={() => dialog.current?.close()} />
      </header>
      <Filters groups={all} chosen={group.value} onChoose={(name) => (group.value = name)} />
      <p class="s-hidden" role="status">
        {t('add.found', { number: visible.length })}
      </p>
      <div class="s-add-body">
        <TypeChoices
          groups={shown}
          chosen={current?.name ?? ''}
          onChoose={(name) => (chosen.value = name)}
          onInsert={() => dialog.current?.querySelector<HTMLElement>('.s-add-insert')?.click()}
        />
        {current && (
          <TypeSide key={current.name} studio={studio} type={current} onInsert={(file) => finish(current.name, file)} onUpload={upload} />
        )}
      </div>
    </dialog>
  );
}
