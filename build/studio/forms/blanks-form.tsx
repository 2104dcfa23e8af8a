import { t } from '../strings.ts';
import type { BlockText } from '../text/edit-parts.ts';
import { setLines } from '../text/edit-sections.ts';
import { shownText } from '../text/edit-words.ts';
import type { Range } from '../text/outline.ts';
import { Button } from '../ui/button.tsx';
import { runsOf } from './body-parts.ts';
import { IconButton } from './buttons.tsx';
import type { Editing } from './editing.ts';
import { FieldGroup, LineField } from './fields.tsx';
import { InnerRow } from './inner-row.tsx';
import { TextField } from './raw-field.tsx';

/** Finds the words in `[[…]]`. */
function blanksIn(text: string, { from, to }: Range): Range[] {
  return [...text.slice(from, to).matchAll(/\[\[([^[\]]*)\]\]/g)].map(({ index, 1: words = '' }) => ({
    from: from + index + 2,
    to: from + index + 2 + words.length,
  }));
}

/** Makes a blank of what is selected in a field. */
function markSelection({ session, text }: Editing, range: Range, name: string): void {
  const area = document.querySelector<HTMLTextAreaElement>(`textarea[data-field="${name}"]`);
  const shown = shownText(text.slice(range.from, range.to), 'free');
  const [start, end] = [area?.selectionStart ?? 0, area?.selectionEnd ?? 0];
  const words = shown.slice(start, end);
  if (words.trim() === '' || /[[\]]/.test(words)) return;
  const lead = words.length - words.trimStart().length;
  const marked = `${shown.slice(0, start + lead)}[[${words.trim()}]]${shown.slice(start + lead + words.trim().length)}`;
  session.change(setLines(text, range, marked, 'free'), 'mark', name);
}

function BlankList({
  editing,
  range,
  isPassage,
  count,
}: {
  readonly editing: Editing;
  readonly range: Range;
  readonly isPassage: boolean;
  readonly count: number;
}) {
  const { session, text } = editing;
  return (
    <ul class="s-form-list">
      {blanksIn(text, range).map((blank, index) => {
        const number = count + index + 1;
        const what = isPassage ? t('forms.passage') : t('forms.blank');
        const name = `blank-${number}`;
        const words = text.slice(blank.from, blank.to);
        const change = (typed: string): void => {
          const insert = typed.replace(/[[\]\n]/g, '');
          if (insert !== words) session.change([{ ...blank, insert }], name);
        };
        const unmark = (): void =>
          session.change([{ from: blank.from - 2, to: blank.to + 2, insert: words.split(' / ')[0] ?? words }], 'remove', 'blanks-0');
        return (
          <li class="s-form-line" key={name}>
            <span class="s-form-number">{number}</span>
            <LineField label={`${what} ${number}`} isQuiet name={name} value={words} onValue={change} />
            <IconButton icon="x" label={t('forms.unmark', { part: `${what} ${number}` })} onPress={unmark} />
          </li>
        );
      })}
    </ul>
  );
}

/** A text with blanks to fill in, or with passages to find. */
export function BlanksForm({
  editing,
  blocks,
  at,
  isPassage,
}: {
  readonly editing: Editing;
  readonly blocks: readonly BlockText[];
  readonly at: number;
  readonly isPassage: boolean;
}) {
  const found = runsOf(blocks, (block) => block.kind === 'directive');
  const runs = found.some((run) => run.kind === 'text') ? found : [{ kind: 'text' as const, range: { from: at, to: at } }, ...found];
  let count = 0;
  return (
    <>
      {runs.map((run, index) => {
        if (run.kind === 'block')
          return run.block.kind === 'directive' ? (
            <InnerRow key={`inner-${index}`} editing={editing} directive={run.block.directive} />
          ) : null;
        const before = count;
        const name = `blanks-${index}`;
        count += blanksIn(editing.text, run.range).length;
        return (
          <div class="s-form-part" key={name}>
            <TextField
              editing={editing}
              range={run.range}
              label={t('forms.text')}
              name={name}
              kind="free"
              hint={t(isPassage ? 'forms.passageHint' : 'forms.blankHint')}
            />
            <Button look="soft" onMouseDown={(event) => event.preventDefault()} onClick={() => markSelection(editing, run.range, name)}>
              {t(isPassage ? 'forms.passageMark' : 'forms.blankMark')}
            </Button>
            <FieldGroup title={t(isPassage ? 'forms.passages' : 'forms.blanks')} {...(!isPassage && { hint: t('forms.answersHint') })}>
              <BlankList editing={editing} range={run.range} isPassage={isPassage} count={before} />
            </FieldGroup>
          </div>
        );
      })}
    </>
  );
}
