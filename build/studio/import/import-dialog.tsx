import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { EngineClient } from '../engine/client.ts';
import { Icon } from '../prepare/icons.tsx';
import { absolute, type StudioSettings } from '../settings.ts';
import type { Studio } from '../studio.ts';
import { t } from '../words.ts';
import type { Files } from './descriptions.ts';
import { ExportForm } from './export-form.tsx';
import { type Importers, Importing, type TakenFiles } from './importing.ts';
import { makeCourse } from './make-course.ts';
import { TakenPreview } from './taken-preview.tsx';

/** An engine of its own, for imports without an open course. It ends with the dialog. */
function freshEngine(settings: StudioSettings): Importers & { close(): void } {
  const engine = new EngineClient(() => new Worker(absolute(settings.engine), { type: 'module' }));
  return { take: (request) => engine.call('take', request), close: () => engine.close() };
}

function Choices({ work, studio }: { readonly work: Importing; readonly studio: Studio | null }) {
  const { value: title } = work.newTitle;
  return (
    <div class="s-choices">
      <label>
        {t('import.as')}
        <select
          class="s-out-field"
          value={work.as.value}
          onChange={(event) => {
            work.as.value = event.currentTarget.value as typeof work.as.value;
            void work.read();
          }}
        >
          <option value="">{t('import.as.auto')}</option>
          {title === null && <option value="bank">{t('import.as.bank')}</option>}
          <option value="session">{t('import.as.session')}</option>
        </select>
      </label>
      {studio && (
        <label>
          {t('import.into')}
          <select
            class="s-out-field"
            value={title === null ? 'open' : 'new'}
            onChange={(event) => {
              work.newTitle.value = event.currentTarget.value === 'open' ? null : work.suggestedTitle;
              if (work.as.value === 'bank') work.as.value = '';
              void work.read();
            }}
          >
            <option value="open">{t('import.into.open')}</option>
            <option value="new">{t('import.into.new')}</option>
          </select>
        </label>
      )}
      {title !== null && (
        <label>
          {t('import.name')}
          <input
            class="s-out-field"
            value={title}
            onChange={(event) => {
              work.newTitle.value = event.currentTarget.value;
              void work.read();
            }}
          />
        </label>
      )}
    </div>
  );
}

function Chooser({ work }: { readonly work: Importing }) {
  const isOver = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same.
    <div
      class={isOver.value ? 's-drop is-over' : 's-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => (isOver.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        void work.add(event.dataTransfer?.files ?? []);
      }}
    >
      <Icon name="upload" />
      <div class="s-drop-words">
        <p>
          <b>{t('import.drop')}</b>
        </p>
        <p class="s-small s-muted">{t('import.lead')}</p>
      </div>
      <label class="s-btn s-pick">
        {t('import.choose')}
        <input
          type="file"
          multiple
          onChange={(event) => {
            const { currentTarget: field } = event;
            void work.add([...(field.files ?? [])]).then(() => (field.value = ''));
          }}
        />
      </label>
    </div>
  );
}

function ImportForm({ work, studio, onOpen }: { readonly work: Importing; readonly studio: Studio | null; onOpen(project: string): void }) {
  const done = useSignal('');
  const { value: taken } = work.taken;

  async function write(made: TakenFiles): Promise<void> {
    const files: Files = work.filesToWrite(made);
    if (work.newTitle.value !== null) return onOpen(await makeCourse(files));
    for (const [path, content] of files) studio?.edit(path, content);
    done.value = t('import.done', { files: [...files.keys()].join(', ') });
    work.clear();
  }

  return (
    <>
      <Chooser work={work} />
      {work.files.value.length > 0 && <Choices work={work} studio={studio} />}
      <p role="status">{work.isBusy.value ? t('import.reading') : done.value}</p>
      {work.failure.value !== '' && <p role="alert">{work.failure.value}</p>}
      {taken && 'errors' in taken && (
        <div role="alert" class="s-finding is-error">
          <Icon name="stop" />
          <div>
            <h3>{t('import.errors')}</h3>
            <ul>
              {taken.errors.map((error) => (
                <li key={error}>{error}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {taken && 'files' in taken && (
        <>
          <TakenPreview work={work} made={taken} />
          <button type="button" class="s-btn is-main is-large" onClick={() => void write(taken)}>
            {t(work.newTitle.value === null ? 'import.do' : 'import.do.new')}
          </button>
        </>
      )}
    </>
  );
}

/**
 * « Importer »: reads files of other programs into the open course or a new one. With an open course it also exports.
 * @param studio null: no course is open, and the import makes one
 */
export function ImportDialog({
  studio,
  settings,
  files,
  onOpen,
  onClose,
}: {
  readonly studio: Studio | null;
  readonly settings: StudioSettings;
  /** Files to begin with. */
  readonly files: readonly File[];
  /** Opens the new course of an import. @param project name in this browser's storage */
  onOpen(project: string): void;
  onClose(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isExport = useSignal(false);
  const fresh = useMemo(() => (studio ? null : freshEngine(settings)), [studio, settings]);
  const work = useMemo(() => {
    const importers: Importers = studio
      ? { take: (request) => studio.ask('take', request) }
      : { take: async (request) => (fresh as Importers).take(request) };
    return new Importing(importers, studio === null);
  }, [studio, fresh]);
  useEffect(() => {
    dialog.current?.showModal();
    if (files.length > 0) void work.add(files);
    return () => fresh?.close();
  }, [fresh, work, files]);
  return (
    <dialog ref={dialog} class="s-out-dialog" aria-labelledby="s-import-title" onClose={onClose}>
      <div class="s-out-dialog-head">
        <h2 id="s-import-title">{t(isExport.value ? 'export.tab' : 'import.title')}</h2>
        {studio && (
          <span class="s-segments">
            <button type="button" aria-pressed={!isExport.value} onClick={() => (isExport.value = false)}>
              {t('import.tab')}
            </button>
            <button type="button" aria-pressed={isExport.value} onClick={() => (isExport.value = true)}>
              {t('export.tab')}
            </button>
          </span>
        )}
        <button type="button" class="s-btn is-quiet is-icon" aria-label={t('import.close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      {isExport.value && studio ? <ExportForm studio={studio} /> : <ImportForm work={work} studio={studio} onOpen={onOpen} />}
    </dialog>
  );
}
