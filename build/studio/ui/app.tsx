import { useSignal } from '@preact/signals';
import { EngineClient } from '../engine/client.ts';
import { openMessage } from '../safety/open-message.ts';
import { Safety } from '../safety/safety.tsx';
import { absolute, type StudioSettings } from '../settings.ts';
import { browserStore } from '../storage/browser-storage.ts';
import { coursesIn } from '../storage/course-layout.ts';
import { folderStore } from '../storage/open-folder.ts';
import { reopen } from '../storage/recent.ts';
import type { Store } from '../storage/store.ts';
import { unzipOwn } from '../storage/unzip.ts';
import { Studio } from '../studio.ts';
import { t } from '../words.ts';
import { type Openers, StartView } from './start.tsx';
import { TopBar } from './top-bar.tsx';
import type { ViewProps } from './view-props.ts';
import { VIEWS } from './views.tsx';
import { WriteView } from './write.tsx';

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

  async function open(find: () => Promise<Store>, wanted = ''): Promise<void> {
    problem.value = '';
    isOpening.value = true;
    try {
      const store = await find();
      const course = wanted || coursesIn((await store.list()).keys())[0];
      if (course === undefined) problem.value = t('start.noCourse');
      else {
        const engine = new EngineClient(new Worker(absolute(settings.engine), { type: 'module' }));
        const program = { ...settings.program, folder: absolute(settings.program.folder) };
        studio.value = await Studio.open(store, course, engine, program);
      }
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
    sample: (name) => open(() => sampleStore(name, settings.samples[name] ?? '')),
    recent: (course) => open(() => reopen(course), course.course),
    zip: (file) => open(async () => (await import('../storage/open-zip.ts')).openZip(file)),
    served: (store, course) => open(async () => store, course),
    folder: () => open(async () => folderStore(await window.showDirectoryPicker({ mode: 'readwrite' }))),
  };

  async function close(): Promise<void> {
    if (await studio.value?.close()) studio.value = null;
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
      <div>
        <TopBar studio={studio} onBack={onBack} />
        <Safety studio={studio} />
      </div>
      <View studio={studio} settings={settings} />
    </div>
  );
}
