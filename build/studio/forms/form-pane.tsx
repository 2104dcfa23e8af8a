import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Path, TypeFacts } from '../engine/calls.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { allDirectives, type DirectiveText, outlineOf, pageAt } from '../text/outline.ts';
import { Button } from '../ui/button.tsx';
import { AfterFields } from './after-fields.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import { BodyForm } from './body-form.tsx';
import { partsOf } from './body-parts.ts';
import { IconButton } from './buttons.tsx';
import { directiveOn } from './directive-on.ts';
import { type Editing, TextSession } from './editing.ts';
import { AttributePicture } from './picture-fields.tsx';
import { useWantedFocus } from './wanted-focus.ts';

export interface FormPaneProps {
  readonly studio: Studio;
  readonly path: Path;
  /** A line of the directive; it counts from 1. */
  readonly line: number;
  /** Returns to the text. @param line of the directive that was shown last */
  onDone(line: number): void;
}

interface HeadProps {
  readonly editing: Editing;
  readonly page: string;
  readonly before: DirectiveText | undefined;
  readonly after: DirectiveText | undefined;
  onBack(): void;
}

function FormHead({ editing, page, before, after, onBack }: HeadProps) {
  const { session, directive, type, open } = editing;
  return (
    <header class="s-form-head">
      <Button look="quiet" icon="chevron-left" more="s-form-named" onClick={onBack}>
        {t('forms.back')}
      </Button>
      <h2 tabIndex={-1} data-field="title">
        {type?.label ?? directive.name}
      </h2>
      <span class="s-form-hint">{page}</span>
      <span class="s-form-tools">
        <IconButton icon="undo-2" label={t('forms.undo')} isOff={!session.canUndo} onPress={() => session.undo()} />
        <IconButton icon="redo-2" name="redo" label={t('forms.redo')} isOff={!session.canRedo} onPress={() => session.redo()} />
        <IconButton icon="chevron-up" label={t('forms.before')} isOff={!before} onPress={() => before && open(before.line)} />
        <IconButton icon="chevron-down" label={t('forms.next')} isOff={!after} onPress={() => after && open(after.line)} />
        <Button look="primary" onClick={onBack}>
          {t('forms.done')}
        </Button>
      </span>
    </header>
  );
}

/** Problems of the part that is shown, in words. */
function FormProblems({ studio, path, directive }: { readonly studio: Studio; readonly path: Path; readonly directive: DirectiveText }) {
  const found = studio.checked.value.problems.filter(
    (one) => one.path === path && directive.line <= one.line && one.line <= directive.lastLine,
  );
  if (found.length === 0) return null;
  return (
    <ul class="s-form-problems" aria-label={t('forms.problems')}>
      {found.map(({ severity, problem, write, line, code }) => (
        <li key={`${line}-${code}-${problem}`} class={`s-form-${severity}`}>
          {problem} {write}
        </li>
      ))}
    </ul>
  );
}

function isUndo({ ctrlKey, metaKey, key }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'z';
}

/** « Modifier »: the fields of one directive. Each change replaces the smallest range of the text. */
export function FormPane({ studio, path, line, onDone }: FormPaneProps) {
  const session = useMemo(() => new TextSession(studio, path), [studio, path]);
  const shown = useSignal(line);
  const types = useSignal<readonly TypeFacts[]>([]);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    void studio.types().then((all) => (types.value = all));
  }, [studio, types]);
  useEffect(() => {
    shown.value = line;
    session.wanted = 'title';
    session.steps.value += 1;
  }, [line, shown, session]);
  useWantedFocus(session, place);
  // Read, so that the pane is drawn again when something else has changed the text.
  void [studio.outside.value, session.steps.value];
  const { text } = session;
  const outline = outlineOf(text);
  const directive = directiveOn(outline, shown.value);
  if (!directive)
    return (
      <section class="s-form" ref={place}>
        <p>{t('forms.nothing')}</p>
        <Button look="primary" onClick={() => onDone(shown.value)}>
          {t('forms.done')}
        </Button>
      </section>
    );
  const open = (next: number): void => {
    shown.value = next;
    session.wanted = 'title';
    studio.cursor.value = { path, line: next };
  };
  const type = types.value.find(({ name }) => name === directive.name);
  const editing: Editing = { session, text, directive, types: types.value, type, open };
  const all = allDirectives(outline).filter(({ name }) => types.value.some((one) => one.name === name));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isUndo(event)) return;
    event.preventDefault();
    if (event.shiftKey) session.redo();
    else session.undo();
  };
  return (
    <section class="s-form" ref={place} aria-label={t('forms.title', { type: type?.label ?? directive.name })} onKeyDown={onKeyDown}>
      <FormHead
        editing={editing}
        page={pageAt(outline, directive.from)?.title ?? ''}
        before={all.findLast(({ from }) => from < directive.from)}
        after={all.find(({ from }) => from > directive.from)}
        onBack={() => onDone(directive.line)}
      />
      {/* Fields begin anew for another directive: what is typed in one is never shown in the next. */}
      <div class="s-form-body" key={directive.from}>
        <FormProblems studio={studio} path={path} directive={directive} />
        <BodyForm editing={editing} />
        <AttributePicture editing={editing} />
        <AttributeFields editing={editing} isCommon={false} />
        <AfterFields editing={editing} afters={partsOf(text, directive).afters} />
        <AttributeFields editing={editing} isCommon />
        {directive.id !== '' && <p class="s-form-hint">{t('forms.id', { id: directive.id })}</p>}
      </div>
    </section>
  );
}
