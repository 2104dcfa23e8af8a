import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { openMessage } from '../safety/open-message.ts';
import { Safety } from '../safety/safety.tsx';
import type { StudioSettings } from '../settings.ts';
import { browserStore } from '../storage/browser-storage.ts';
import { reopen } from '../storage/recent.ts';
import type { Store } from '../storage/store.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { later } from './later.tsx';
import { newCourseStore, openCourseIn, pickedFolder, sampleStore } from './opening.ts';
import { type Openers, StartView } from './start.tsx';
import { TopBar } from './top-bar.tsx';
import type { ViewProps } from './view-props.ts';
import { expectCourse, VIEWS } from './views.tsx';

const ImportDialog = later(async () => (await import('../import/import-dialog.tsx')).ImportDialog);

export function App({ settings }: { readonly settings: StudioSettings }) {
  const studio = useSignal<Studio | null>(null);
  const problem = useSignal('');
  const isOpening = useSignal(false);
  /** Files to import; null: the dialog is closed. */
  const importing = useSignal<readonly File[] | null>(null);

  /** @param missing what is wrong if there is no course */
  async function open(find: () => Promise<Store | null>, wanted = '', missing = t('start.noCourse')): Promise<void> {
    problem.value = '';
    isOpening.value = true;
    expectCourse();
    try {
      const store = await find();
      studio.value = store && (await openCourseIn(store, wanted, settings));
      if (!studio.value) problem.value = missing;
    } catch (error) {
      // The author has closed the browser's own dialog.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      problem.value = openMessage(error);
      if (problem.value === '') throw error;
    } finally {
      isOpening.value = false;
    }
  }

  const openers: Openers = {
    create: (template, course, place) =>
      open(() => newCourseStore(template, course, place), `modules/${course.id}`, t('new.taken', { id: course.id })),
    sample: (name) => open(() => sampleStore(name, settings)),
    recent: (course) => open(() => reopen(course), course.course),
    zip: (file) => open(async () => (await import('../storage/open-zip.ts')).openZip(file)),
    served: (store, course) => open(async () => store, course),
    folder: () => open(pickedFolder),
  };

  async function close(): Promise<void> {
    if (await studio.value?.close()) studio.value = null;
  }

  /** Opens a course that an import has made in this browser, unless the open one can't be saved. */
  async function openMade(name: string): Promise<void> {
    importing.value = null;
    await close();
    if (!studio.value) await open(() => browserStore(name));
  }
  const startImport = (files: readonly File[]): void => {
    importing.value = files;
  };
  return (
    <>
      {studio.value ? (
        <OpenCourse studio={studio.value} settings={settings} onBack={() => void close()} onImport={() => startImport([])} />
      ) : (
        <StartView openers={openers} problem={problem.value} isOpening={isOpening.value} onImport={startImport} />
      )}
      {importing.value && (
        <ImportDialog
          studio={studio.value}
          settings={settings}
          files={importing.value}
          onOpen={(name) => void openMade(name)}
          onClose={() => {
            importing.value = null;
          }}
        />
      )}
    </>
  );
}

/** An open course: the bar, what keeps it from being saved, and the view that is chosen. */
function OpenCourse({ studio, settings, onBack, onImport }: ViewProps & { onBack(): void }) {
  const View = VIEWS[studio.view.value];
  const place = useRef<HTMLDivElement>(null);
  // The button that opened the course is gone: the focus must not be lost.
  useEffect(() => place.current?.focus(), []);
  return (
    <div class="s-open" ref={place} tabIndex={-1}>
      <TopBar studio={studio} onBack={onBack} onImport={onImport} />
      <div class="s-open-notes">
        <Safety studio={studio} />
      </div>
      <View studio={studio} settings={settings} onImport={onImport} />
    </div>
  );
}
