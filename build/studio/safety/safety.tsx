import { useEffect, useState } from 'preact/hooks';
import type { Studio } from '../studio.ts';
import { later } from '../ui/later.tsx';
import { Banners } from './banners.tsx';
import { Watch } from './watch.ts';

const ConflictDialog = later(() => import('./conflict-dialog.tsx').then((part) => part.ConflictDialog));
const VersionsDialog = later(() => import('./versions-dialog.tsx').then((part) => part.VersionsDialog));

/** Watches over an open course, and reports below its bar what keeps it from being saved. */
export function Safety({ studio }: { readonly studio: Studio }) {
  const [watch, setWatch] = useState<Watch | null>(null);
  useEffect(() => {
    const made = new Watch(studio);
    setWatch(made);
    return () => made.close();
  }, [studio]);
  if (!watch) return null;
  const { value: chosen } = watch.chosen;
  return (
    <section class="s-safety">
      <Banners studio={studio} watch={watch} />
      {chosen !== null && <ConflictDialog key={chosen} studio={studio} path={chosen} onClose={() => watch.chooseNext()} />}
      {studio.asked.value === 'versions' && watch.versions.value && (
        <VersionsDialog studio={studio} watch={watch} versions={watch.versions.value} />
      )}
    </section>
  );
}
