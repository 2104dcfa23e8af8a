import type { Packed } from '../engine/calls.ts';
import type { Path } from '../engine/problem.ts';
import { language, t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { filesOf, type KnownFile, nameOf } from './file-kinds.ts';
import { allInOne, type Preparation } from './preparation.ts';

/** Formats a size in bytes for people. */
export function sizeOf(bytes: number): string {
  const isLarge = bytes >= 1024 * 1024;
  const n = isLarge ? bytes / 1024 / 1024 : Math.max(1, Math.round(bytes / 1024));
  const shown = new Intl.NumberFormat(language.value, { maximumFractionDigits: 1 }).format(n);
  return t(isLarge ? 'prepare.size.mb' : 'prepare.size.kb', { n: shown });
}

const DRAWINGS: Readonly<Record<KnownFile['receiver'], IconName>> = { moodle: 'file-archive', you: 'file-text', course: 'lock' };

/** Type of a file for the browser, by its name. */
function typeOf(name: string): string {
  if (name.endsWith('.zip')) return 'application/zip';
  return name.endsWith('.csv') ? 'text/csv' : 'text/html';
}

function give(made: Packed | null, path: Path): void {
  const found = made?.files.get(path);
  if (found) download(nameOf(path), found, typeOf(path));
}

function FileRow({ file, isForWeb, onGet }: { readonly file: KnownFile; readonly isForWeb: boolean; onGet(path: Path): void }) {
  const { path, label, receiver } = file;
  const tones = { moodle: 's-info', you: '', course: '' } as const;
  return (
    <li>
      <Icon name={DRAWINGS[receiver]} />
      {receiver === 'course' ? (
        <span>{t(label)}</span>
      ) : (
        <button
          type="button"
          class="s-link"
          aria-label={t('prepare.file.get', { label: t(label), file: nameOf(path) })}
          onClick={() => onGet(path)}
        >
          {t(label)}
        </button>
      )}
      <span class={`s-tag ${tones[receiver]}`}>{t(receiver === 'moodle' && isForWeb ? 'prepare.for.web' : `prepare.for.${receiver}`)}</span>
    </li>
  );
}

/** The package: its name, the button that makes and downloads it, and who gets which file. */
export function PackagePanel({ work }: { readonly work: Preparation }) {
  const { target } = work.choice.value;
  const planned = work.prepared.value?.packages ?? [];
  const packed = work.packed.value;
  const isForWeb = target === 'web';
  const [first] = planned;
  const bytes = packed?.made.reduce((sum, one) => sum + one.bytes, 0) ?? 0;
  const name =
    planned.length > 1 ? `${first?.file.split('/')[0] ?? ''}.${target}` : nameOf(first?.file ?? `${work.choice.value.name}.${target}.zip`);

  async function get(path: Path): Promise<void> {
    give(await work.make(), path);
  }
  async function getPackages(): Promise<void> {
    const made = await work.make();
    const [only] = made?.packages ?? [];
    if (made && made.packages.length > 1) download(`${name}.zip`, allInOne(made));
    else if (only !== undefined) give(made, only);
  }
  async function getAll(): Promise<void> {
    const made = await work.make();
    if (made) download(`${name.replace(/\.zip$/, '')}.tout.zip`, allInOne(made));
  }

  const lock: KnownFile = { path: '', label: 'prepare.file.lock', receiver: 'course' };
  return (
    <section class="s-panel" aria-label={t('prepare.files')}>
      <div class="s-zip">
        <span class="s-zip-mark">
          <Icon name="file-archive" />
        </span>
        <div>
          <h2>{name}</h2>
          <p class="s-muted s-small">
            {[packed ? sizeOf(bytes) : '', t(`prepare.target.${target}`)].filter((one) => one !== '').join(' · ')}
          </p>
        </div>
      </div>
      <Button icon="download" look="primary" large disabled={!work.isReady.value || work.isBusy.value} onClick={() => void getPackages()}>
        {planned.length > 1 ? t('prepare.download.several', { n: planned.length }) : t('prepare.download')}
      </Button>
      {!packed && <p class="s-small s-muted">{t('prepare.with')}</p>}
      <p role="status" class="s-small">
        {work.isBusy.value && t('prepare.making')}
        {packed?.made.length === 1 && t('prepare.made', { file: name, size: sizeOf(bytes) })}
        {packed && packed.made.length > 1 && t('prepare.made.several', { n: packed.made.length, size: sizeOf(bytes) })}
      </p>
      {work.failure.value !== '' && <p role="alert">{t('prepare.failed', { why: work.failure.value })}</p>}
      {packed && (
        <>
          {packed.made.map((one) => (
            <div key={one.path}>
              {packed.made.length > 1 && <h3 class="s-small">{nameOf(one.path)}</h3>}
              <ul class="s-files">
                {filesOf(one, isForWeb).map((file) => (
                  <FileRow key={file.path} file={file} isForWeb={isForWeb} onGet={(path) => void get(path)} />
                ))}
              </ul>
            </div>
          ))}
          <ul class="s-files">
            <FileRow file={lock} isForWeb={isForWeb} onGet={() => {}} />
          </ul>
          <Button icon="package" look="quiet" onClick={() => void getAll()}>
            {t('prepare.all')}
          </Button>
        </>
      )}
    </section>
  );
}
