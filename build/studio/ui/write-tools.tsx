import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import type { AddProps } from '../add/add-dialog.tsx';
import type { Path } from '../engine/calls.ts';
import { directiveOn } from '../forms/directive-on.ts';
import type { FormPaneProps } from '../forms/form-pane.tsx';
import type { FrontForm } from '../forms/front-form.tsx';
import type { StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';
import { outlineOf } from '../text/outline.ts';
import { shownText } from '../text/raw-text.ts';
import { t } from '../words.ts';

/** Forms and dialogs; their code is loaded when the first one is opened. */
type Open =
  | { readonly kind: 'form'; readonly line: number; readonly View: ComponentType<FormPaneProps> }
  | { readonly kind: 'front'; readonly View: typeof FrontForm }
  | { readonly kind: 'add'; readonly View: ComponentType<AddProps> }
  | null;

/** What is open beside or instead of the text. */
export class Tools {
  private readonly studio: Studio;
  private readonly open: Signal<Open>;
  private readonly path: () => Path;

  constructor(studio: Studio, open: Signal<Open>, path: () => Path) {
    this.studio = studio;
    this.open = open;
    this.path = path;
  }

  get isFormOpen(): boolean {
    return this.open.value?.kind === 'form' || this.open.value?.kind === 'front';
  }

  /** Line of the cursor in this text; null if it was never there. */
  get line(): number | null {
    const { value: cursor } = this.studio.cursor;
    return cursor?.path === this.path() ? cursor.line : null;
  }

  /** Opens the form of what is on a line; nothing if that has none. */
  async edit(line: number): Promise<void> {
    const text = shownText(this.studio.project.text(this.path()) ?? '');
    if (!directiveOn(outlineOf(text), line)) return;
    const { FormPane: View } = await import('../forms/form-pane.tsx');
    this.open.value = { kind: 'form', line, View };
  }

  async front(): Promise<void> {
    const { FrontForm: View } = await import('../forms/front-form.tsx');
    this.open.value = { kind: 'front', View };
  }

  async add(): Promise<void> {
    const { AddDialog: View } = await import('../add/add-dialog.tsx');
    this.open.value = { kind: 'add', View };
  }

  close(): void {
    this.open.value = null;
  }

  /** The form that is open. */
  form(studio: Studio, path: Path): ComponentChildren {
    const { value: open } = this.open;
    if (open?.kind === 'form') return <open.View studio={studio} path={path} line={open.line} onDone={() => this.close()} />;
    if (open?.kind === 'front') return <open.View studio={studio} path={path} onDone={() => this.close()} />;
    return null;
  }

  /** The dialog that is open. */
  dialog(studio: Studio, settings: StudioSettings, path: Path): ComponentChildren {
    const { value: open } = this.open;
    if (open?.kind !== 'add') return null;
    return (
      <open.View
        studio={studio}
        settings={settings}
        path={path}
        line={this.line}
        onInserted={(line) => void this.edit(line)}
        onClose={() => open === this.open.value && this.close()}
      />
    );
  }
}

export function useWriteTools(studio: Studio, path: () => Path): Tools {
  const open = useSignal<Open>(null);
  return new Tools(studio, open, path);
}

/** Buttons that open forms and the dialog with all types. */
export function WriteTools({
  studio,
  settings,
  tools,
  path,
}: {
  readonly studio: Studio;
  readonly settings: StudioSettings;
  readonly tools: Tools;
  readonly path: Path;
}) {
  return (
    <div class="s-bar" role="toolbar" aria-label={t('write.tools')}>
      <button type="button" class="s-form-add" onClick={() => void tools.add()}>
        {t('add.button')}
      </button>
      <button type="button" onClick={() => void tools.edit(tools.line ?? 1)}>
        {t('forms.edit')}
      </button>
      <button type="button" onClick={() => void tools.front()}>
        {t('front.heading')}
      </button>
      {tools.dialog(studio, settings, path)}
    </div>
  );
}
