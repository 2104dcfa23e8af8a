import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { language, t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { keepAsset } from './keep-asset.ts';
import { endingOf, kindOf, type MediaKind, pictureBlock, playedBlock } from './media-file.ts';
import { type Shrunk, shrink } from './shrink.ts';

interface MediaProps {
  readonly studio: Studio;
  readonly files: readonly File[];
  /** Inserts a block into the text. */
  onPlace(block: string): void;
  onClose(): void;
}

/** Longest description that a screen reader reads at a stretch. */
const LONGEST_ALT = 250;

/** Fields that the author fills in for one file. */
interface Draft {
  readonly file: File;
  readonly kind: MediaKind | undefined;
  readonly alt: Signal<string>;
  readonly caption: Signal<string>;
  readonly credit: Signal<string>;
  readonly isDecorative: Signal<boolean>;
  readonly title: Signal<string>;
  readonly transcript: Signal<string>;
}

function useDraft(file: File): Draft {
  return {
    file,
    kind: kindOf(file.name),
    alt: useSignal(''),
    caption: useSignal(''),
    credit: useSignal(''),
    isDecorative: useSignal(false),
    title: useSignal(file.name.replace(/\.[^.]+$/, '')),
    transcript: useSignal(''),
  };
}

function kilobytes(bytes: number): string {
  const format = (value: number, unit: 'kilobyte' | 'megabyte', digits: number): string =>
    new Intl.NumberFormat(language.value, { style: 'unit', unit, maximumFractionDigits: digits }).format(value);
  return bytes < 1_000_000 ? format(Math.max(1, Math.round(bytes / 1000)), 'kilobyte', 0) : format(bytes / 1_000_000, 'megabyte', 1);
}

function Field({ label, value, hint }: { readonly label: string; readonly value: Signal<string>; readonly hint?: string }) {
  return (
    <label class="s-field">
      <span>
        {label} {hint && <small>{hint}</small>}
      </span>
      <input class="s-input" value={value.value} onInput={(event) => (value.value = event.currentTarget.value)} />
    </label>
  );
}

function PictureFields({ draft }: { readonly draft: Draft }) {
  const { alt, isDecorative } = draft;
  return (
    <div class="s-media-fields">
      <label class="s-field">
        <span>{t('media.alt')}</span>
        <textarea
          class="s-input"
          rows={3}
          maxLength={LONGEST_ALT}
          disabled={isDecorative.value}
          value={alt.value}
          onInput={(event) => (alt.value = event.currentTarget.value)}
        />
        <small>{t('media.altHint', { n: alt.value.length, most: LONGEST_ALT })}</small>
      </label>
      <fieldset class="s-media-purpose">
        <legend>{t('media.purpose')}</legend>
        {[false, true].map((value) => (
          <label key={String(value)} class="s-check">
            <input type="radio" name="purpose" checked={isDecorative.value === value} onChange={() => (isDecorative.value = value)} />
            {t(value ? 'media.decorates' : 'media.teaches')}
          </label>
        ))}
      </fieldset>
      <Field label={t('media.caption')} hint={t('media.optional')} value={draft.caption} />
      <Field label={t('media.credit')} hint={t('media.optional')} value={draft.credit} />
    </div>
  );
}

function PlayedFields({ draft }: { readonly draft: Draft }) {
  return (
    <div class="s-media-fields">
      <Field label={t('media.title')} value={draft.title} />
      <label class="s-field">
        <span>{t('media.transcript')}</span>
        <textarea
          class="s-input"
          rows={5}
          value={draft.transcript.value}
          onInput={(event) => (draft.transcript.value = event.currentTarget.value)}
        />
        <small>{t('media.transcriptHint')}</small>
      </label>
    </div>
  );
}

/** Shows a picture from its file, not from its markup: a drawing can't run anything in an `<img>`. */
function Thumbnail({ draft, shrunk }: { readonly draft: Draft; readonly shrunk: Shrunk | null }) {
  const { file, kind } = draft;
  const address = useSignal('');
  useEffect(() => {
    address.value = URL.createObjectURL(file);
    return () => URL.revokeObjectURL(address.value);
  }, [file, address]);
  return (
    <div class="s-media-picture">
      {kind === 'picture' && address.value !== '' && <img src={address.value} alt="" />}
      <p>{file.name}</p>
      {shrunk?.isSmaller && (
        <p>{t('media.smaller', { from: kilobytes(file.size), to: kilobytes(shrunk.bytes.length), width: shrunk.width })}</p>
      )}
      {shrunk && !shrunk.isSmaller && <p>{kilobytes(shrunk.bytes.length)}</p>}
    </div>
  );
}

/** Writes a file into the course, and returns the block that shows it. */
function place(studio: Studio, draft: Draft, { bytes, ending }: Shrunk): string {
  const path = keepAsset(studio, draft.file.name, ending, bytes);
  if (draft.kind === 'picture') {
    const alt = draft.isDecorative.value ? '' : draft.alt.value;
    return pictureBlock(path, { alt, caption: draft.caption.value, credit: draft.credit.value });
  }
  const words = draft.transcript.value.trim();
  const transcript = words === '' ? '' : keepAsset(studio, draft.file.name, 'md', `${words}\n`);
  return playedBlock(draft.kind ?? 'audio', path, draft.title.value, transcript);
}

/** Prepares a file: pictures are made smaller. Null while it works; `broken` if the file isn't what its name says. */
function usePrepared(file: File): Signal<Shrunk | null | 'broken'> {
  const prepared = useSignal<Shrunk | null | 'broken'>(null);
  useEffect(() => {
    const read = async (): Promise<Shrunk> => {
      if (kindOf(file.name) === 'picture') return shrink(file);
      return { bytes: new Uint8Array(await file.arrayBuffer()), ending: endingOf(file.name), width: 0, isSmaller: false };
    };
    read().then(
      (shrunk) => (prepared.value = shrunk),
      () => (prepared.value = 'broken'),
    );
  }, [file, prepared]);
  return prepared;
}

interface FormProps {
  readonly studio: Studio;
  readonly file: File;
  readonly where: string;
  /** @param block null: the file is left out */
  onDone(block: string | null): void;
  onClose(): void;
}

function MediaForm({ studio, file, where, onDone, onClose }: FormProps) {
  const draft = useDraft(file);
  const prepared = usePrepared(file);
  const { value } = prepared;
  const shrunk = value === 'broken' ? null : value;
  const isUnusable = draft.kind === undefined || value === 'broken';
  const isDescribed = draft.kind !== 'picture' || draft.isDecorative.value || draft.alt.value.trim() !== '';
  const ready = !isUnusable && isDescribed ? shrunk : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onDone(place(studio, draft, ready));
      }}
    >
      <header class="s-dialog-head">
        <h2 id="media-title">{t(draft.kind === 'picture' ? 'media.pictureTitle' : 'media.playedTitle')}</h2>
        {where !== '' && <span class="s-chip s-boxed">{where}</span>}
        <Button look="quiet" icon="x" label={t('close')} onClick={onClose} />
      </header>
      {isUnusable ? (
        <p role="alert">{t('media.unusable', { file: file.name })}</p>
      ) : (
        <div class="s-media">
          <Thumbnail draft={draft} shrunk={shrunk} />
          {draft.kind === 'picture' ? <PictureFields draft={draft} /> : <PlayedFields draft={draft} />}
        </div>
      )}
      <footer class="s-dialog-foot">
        <Button onClick={() => onDone(null)}>{t('media.leave')}</Button>
        {!isUnusable && (
          <Button submits look="primary" disabled={!ready}>
            {t('media.place')}
          </Button>
        )}
      </footer>
    </form>
  );
}

/** Asks about each dropped file, one after the other, and places it. */
export function MediaDialog({ studio, files, onPlace, onClose }: MediaProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const at = useSignal(0);
  useEffect(() => dialog.current?.showModal(), []);
  const file = files[at.value];
  function done(block: string | null): void {
    if (block !== null) onPlace(block);
    if (at.value + 1 < files.length) at.value += 1;
    else onClose();
  }
  const where = files.length > 1 ? t('media.count', { n: at.value + 1, total: files.length }) : '';
  return (
    <dialog ref={dialog} class="s-dialog s-media-dialog" aria-labelledby="media-title" onCancel={onClose}>
      {file && <MediaForm key={at.value} studio={studio} file={file} where={where} onDone={done} onClose={onClose} />}
    </dialog>
  );
}
