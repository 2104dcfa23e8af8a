import { t } from '../strings.ts';
import { wholeLines } from '../text/edit-words.ts';
import type { DirectiveText } from '../text/outline.ts';
import { Button } from '../ui/button.tsx';
import type { Editing } from './editing.ts';

/** Returns the first words of a directive. */
function firstWords(text: string, { body, attributes }: DirectiveText): string {
  const title = attributes.find(({ key }) => key === 'title' || key === 'caption' || key === 'alt')?.value;
  if (typeof title === 'string') return title;
  const line =
    body &&
    text
      .slice(body.from, body.to)
      .split('\n')
      .find((one) => one.trim() !== '');
  return (line ?? '').replace(/^- \[.\] |^#+ /, '');
}

/** An activity or block inside another one: it has a form of its own. */
export function InnerRow({ editing, directive }: { readonly editing: Editing; readonly directive: DirectiveText }) {
  const { text, session, open, types } = editing;
  const label = types.find(({ name }) => name === directive.name)?.label ?? directive.name;
  const words = firstWords(text, directive);
  const remove = (): void => session.change([{ ...wholeLines(text, directive), insert: '' }], 'remove');
  return (
    <div class="s-form-inner">
      <span class="s-form-inner-words">
        <strong>{label}</strong> {words}
      </span>
      <Button look="quiet" icon="pencil" more="s-form-named" onClick={() => open(directive.line)}>
        {t('forms.edit')}
        <span class="s-hidden"> {`${label} ${words}`}</span>
      </Button>
      <Button look="quiet" icon="x" label={t('forms.remove', { part: `${label} ${words}` })} onClick={remove} />
    </div>
  );
}
