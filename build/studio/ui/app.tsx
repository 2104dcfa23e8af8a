import { useSignal } from '@preact/signals';
import { EngineClient } from '../engine/client.ts';
import { absolute, type StudioSettings } from '../settings.ts';
import { browserStore } from '../storage/browser-storage.ts';
import { FolderStore } from '../storage/folder-store.ts';
import type { Store } from '../storage/store.ts';
import { unzipOwn } from '../storage/unzip.ts';
import { type Cursor, Studio } from '../studio.ts';
import { t } from '../words.ts';
import { later } from './later.tsx';
import { type Openers, StartView } from './start.tsx';
import { type View, WriteView } from './write.tsx';

const Prepare = later(async () => (await import('../prepare/prepare-view.tsx')).PrepareView);
const Import = later(async () => (await import('../import/import-dialog.tsx')).ImportDialog);
const Results = later(async () => (await import('../results/results-view.tsx')).ResultsView);

/** Finds the folders of courses in a project. */
function coursesIn(paths: Iterable<string>): string[] {
  return [...paths].flatMap((path) => /^(modules\/[^/]+)\/course\.yaml$/.exec(path)?.[1] ?? []).sort();
}

/** Copies a sample into this browser's storage, where it can be changed. */
async function sampleStore(name: string, address: string): Promise<Store> {
  const store = await browserStore(name);
  if ((await store.list()).size > 0) return store;
  const zip = new Uint8Array(await (await fetch(absolute(address))).arrayBuffer());
  for (const [path, bytes] of unzipOwn(zip)) await store.write(`modules/${name}/${path}`, bytes, null);
  return store;
}

export function App({ settings }: { readonly settings: StudioSettings }) {
  const studio = useSignal<Studio | null>(null);
  const problem = useSignal('');
  const isOpening = useSignal(false);
  const view = useSignal<View>('write');
  const isImporting = useSignal(false);

  async function open(find: () => Promise<Store>): Promise<void> {
    problem.value = '';
    isOpening.value = true;
    try {
      const store = await find();
      const [course] = coursesIn((await store.list()).keys());
      if (course === undefined) problem.value = t('start.noCourse');
      else {
        const engine = new EngineClient(new Worker(absolute(settings.engine), { type: 'module' }));
        const program = { ...settings.program, folder: absolute(settings.program.folder) };
        studio.value = await Studio.open(store, course, engine, program);
      }
    } finally {
      isOpening.value = false;
    }
  }

  const openers: Openers = {
    sample: (name) => open(() => sampleStore(name, settings.samples[name] ?? '')),
    kept: (name) => open(() => browserStore(name)),
    folder: () => open(async () => new FolderStore(await window.showDirectoryPicker({ mode: 'readwrite' }), 'folder')),
  };

  function go(place: Cursor): void {
    if (studio.value) studio.value.cursor.value = place;
    view.value = 'write';
  }

  async function close(): Promise<void> {
    await studio.value?.close();
    studio.value = null;
  }

  async function openMade(name: string): Promise<void> {
    isImporting.value = false;
    await close();
    await openers.kept(name);
  }

  const importDialog = isImporting.value && (
    <Import studio={studio.value} settings={settings} onOpen={(name) => void openMade(name)} onClose={() => (isImporting.value = false)} />
  );
  if (isOpening.value) return <p role="status">{t('start.opening')}</p>;
  if (!studio.value)
    return (
      <>
        <StartView settings={settings} openers={openers} problem={problem.value} onImport={() => (isImporting.value = true)} />
        {importDialog}
      </>
    );
  if (view.value === 'prepare') return <Prepare studio={studio.value} settings={settings} onGo={go} />;
  if (view.value === 'results') return <Results studio={studio.value} settings={settings} />;
  return (
    <>
      <WriteView
        studio={studio.value}
        settings={settings}
        onBack={() => void close()}
        onView={(next) => (view.value = next)}
        onImport={() => (isImporting.value = true)}
      />
      {importDialog}
    </>
  );
}
