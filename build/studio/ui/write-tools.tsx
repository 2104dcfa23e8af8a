import { useSignalEffect } from '@preact/signals';
import type { Path } from '../engine/calls.ts';
import { directiveOn } from '../forms/directive-on.ts';
import type { StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';
import { outlineOf } from '../text/outline.ts';
import { shownText } from '../text/raw-text.ts';
import { t } from '../words.ts';
import { Button } from './button.tsx';
import { later } from './later.tsx';

const FormPane = later(() => import('../forms/form-pane.tsx').then((part) => part.FormPane));
const FrontForm = later(() => import('../forms/front-form.tsx').then((part) => part.FrontForm));
const AddDialog = later(() => import('../add/add-dialog.tsx').then((part) => part.AddDialog));

interface PlaceProps {
  readonly studio: Studio;
  readonly path: Path;
}

/** Tests whether a line of a text has a form. */
function hasForm({ project }: Studio, path: Path, line: number): boolean {
  return directiveOn(outlineOf(shownText(project.text(path) ?? '')), line) !== undefined;
}

/** Buttons above the text: add, change what the cursor is in, settings of the session. */
export function WriteTools({ studio, path }: PlaceProps) {
  const { value: cursor } = studio.cursor;
  const line = cursor?.path === path ? cursor.line : 0;
  if (studio.form.value?.path === path) return null;
  return (
    <div class="s-write-tools" role="toolbar" aria-label={t('write.tools')}>
      <Button look="soft" icon="plus" onClick={() => (studio.adding.value = { path, line })}>
        {t('add.button')}
      </Button>
      <Button
        look="quiet"
        icon="pencil"
        disabled={line === 0 || !hasForm(studio, path, line)}
        onClick={() => (studio.form.value = { path, line })}
      >
        {t('forms.edit')}
      </Button>
      <Button look="quiet" icon="settings" label={t('front.heading')} onClick={() => (studio.form.value = { path, line: 0 })} />
    </div>
  );
}

/** The form that is open instead of the text. A place that is chosen elsewhere opens its form, or shows the text. */
export function FormPlace({ studio, path }: PlaceProps) {
  useSignalEffect(() => {
    const { value: cursor } = studio.cursor;
    const open = studio.form.peek();
    if (!cursor?.isPicked || !open) return;
    const { path: there, line } = cursor;
    studio.form.value = there === path && hasForm(studio, path, line) ? { path: there, line } : null;
  });
  const { value: open } = studio.form;
  if (open?.path !== path) return null;
  const back = (line: number): void => {
    studio.form.value = null;
    studio.goTo({ path, line });
  };
  if (open.line === 0) return <FrontForm studio={studio} path={path} onDone={() => back(1)} />;
  return <FormPane studio={studio} path={path} line={open.line} onDone={back} />;
}

/** The dialog with all types, while something is to be added. */
export function AddPlace({ studio, settings, path }: PlaceProps & { readonly settings: StudioSettings }) {
  const { value: adding } = studio.adding;
  if (!adding) return null;
  const close = (): void => {
    studio.adding.value = null;
  };
  const inserted = (line: number): void => {
    close();
    studio.cursor.value = { path, line };
    if (hasForm(studio, path, line)) studio.form.value = { path, line };
  };
  return <AddDialog studio={studio} settings={settings} path={path} line={adding.line || null} onInserted={inserted} onClose={close} />;
}
