import { useSignal } from '@preact/signals';
import { EngineClient } from '../engine/client.ts';
import { absolute, type StudioSettings } from '../settings.ts';
import { browserStore } from '../storage/browser-storage.ts';
import { FolderStore } from '../storage/folder-store.ts';
import type { Store } from '../storage/store.ts';
import { unzipOwn } from '../storage/unzip.ts';
import { Studio } from '../studio.ts';
import { t } from '../words.ts';
import { type Openers, StartView } from './start.tsx';
import { TopBar } from './top-bar.tsx';
import type { ViewProps } from './view-props.ts';
import { VIEWS } from './views.tsx';
import { WriteView } from './write.tsx';

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

  async function close(): Promise<void> {
    await studio.value?.close();
    studio.value = null;
  }

  if (isOpening.value) return <p role="status">{t('start.opening')}</p>;
  if (!studio.value) return <StartView settings={settings} openers={openers} problem={problem.value} />;
  return <OpenCourse studio={studio.value} settings={settings} onBack={() => void close()} />;
}

/** An open course: the bar, and the view that is chosen. */
function OpenCourse({ studio, settings, onBack }: ViewProps & { onBack(): void }) {
  const View = VIEWS[studio.view.value] ?? WriteView;
  return (
    <div class="s-open">
      <TopBar studio={studio} onBack={onBack} />
      <View studio={studio} settings={settings} />
    </div>
  );
}
