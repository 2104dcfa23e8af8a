import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { EngineClient } from '../engine/client.ts';
import { absolute, type StudioSettings } from '../settings.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DropZone } from '../ui/drop-zone.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Files } from './descriptions.ts';
import { ExportForm } from './export-form.tsx';
import { ImportStep } from './import-step.ts';
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
          class="s-input"
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
            class="s-input"
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
            class="s-input"
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
  const take = (files: readonly File[]): void => void work.add(files);
  return (
    <DropZone title={t('import.drop')} icon="download" about={<p>{t('import.lead')}</p>} onFiles={take}>
      <FileButton label={t('import.choose')} many="several" onFiles={take} />
    </DropZone>
  );
}

/** Files that were added, where a quiz finds them, and the way back. */
function Added({ step, studio, onUndone }: { readonly step: ImportStep; readonly studio: Studio; onUndone(announced: string): void }) {
  const files = step.banks.map((path) => path.slice(studio.course.length + 1));
  return (
    <div class="s-note">
      {files.length > 0 && (
        <p>
          {t('import.draw', {
            add: t('add.button'),
            edit: t('forms.edit'),
            bank: t('attr.bank'),
            files: files.join(' ; '),
          })}
        </p>
      )}
      <Button icon="undo-2" onClick={() => onUndone(t(step.undo() ? 'import.undone' : 'import.changed'))}>
        {t('import.undo')}
      </Button>
    </div>
  );
}

function ImportForm({ work, studio, onOpen }: { readonly work: Importing; readonly studio: Studio | null; onOpen(project: string): void }) {
  const announced = useSignal('');
  const step = useSignal<ImportStep | null>(null);
  const { value: taken } = work.taken;

  async function write(made: TakenFiles): Promise<void> {
    const files: Files = work.filesToWrite(made);
    if (work.newTitle.value !== null) {
      const name = await work.attempt(() => makeCourse(files));
      return name === undefined ? undefined : onOpen(name);
    }
    if (!studio) return;
    if (studio.readOnly.value) {
      work.failure.value = `${t('storage.tabs')} ${t('storage.tabs.more')}`;
      return;
    }
    step.value = new ImportStep(studio, files);
    announced.value = t('import.done', { files: [...files.keys()].join(', ') });
    work.clear();
  }
  const undone = (words: string): void => {
    step.value = null;
    announced.value = words;
  };

  return (
    <>
      <Chooser work={work} />
      {work.files.value.length > 0 && <Choices work={work} studio={studio} />}
      <p role="status">{work.isBusy.value ? t('import.reading') : announced.value}</p>
      {step.value && studio && <Added step={step.value} studio={studio} onUndone={undone} />}
      {work.failure.value !== '' && <p role="alert">{work.failure.value}</p>}
      {taken && 'errors' in taken && (
        <div role="alert" class="s-finding is-error">
          <Icon name="circle-alert" />
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
          <Button look="primary" large onClick={() => void write(taken)}>
            {t(work.newTitle.value === null ? 'import.do' : 'import.do.new')}
          </Button>
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
  const isExport = useSignal(false);
  const fresh = useMemo(() => (studio ? null : freshEngine(settings)), [studio, settings]);
  const work = useMemo(() => {
    const importers: Importers = studio
      ? { take: (request) => studio.ask('take', request) }
      : { take: async (request) => (fresh as Importers).take(request) };
    return new Importing(importers, studio === null);
  }, [studio, fresh]);
  useEffect(() => {
    if (files.length > 0) void work.add(files);
    return () => fresh?.close();
  }, [fresh, work, files]);
  return (
    <Dialog title={t(isExport.value ? 'export.tab' : 'import.title')} onClose={onClose} size="medium">
      {studio && (
        <fieldset class="s-choice">
          <legend class="s-hidden">{t('import.menu')}</legend>
          <Button look="quiet" aria-pressed={!isExport.value} onClick={() => (isExport.value = false)}>
            {t('import.tab')}
          </Button>
          <Button look="quiet" aria-pressed={isExport.value} onClick={() => (isExport.value = true)}>
            {t('export.tab')}
          </Button>
        </fieldset>
      )}
      {isExport.value && studio ? <ExportForm studio={studio} /> : <ImportForm work={work} studio={studio} onOpen={onOpen} />}
    </Dialog>
  );
}
