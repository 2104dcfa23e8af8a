import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { freeName } from '../../model/free-name.ts';
import { stampOfTime } from '../storage/course-zip.ts';
import type { HeldFile } from '../storage/store.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { joined, marked, type Part, type Passage, partsOf } from './passages.ts';

type Side = 'mine' | 'theirs';

/** Texts of both versions by passages; null: it is no text, or was removed elsewhere. */
interface Shown {
  readonly theirs: HeldFile | null;
  readonly parts: readonly Part[] | null;
}

/** Decodes a text; null if the bytes are none. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function shownOf(mine: Uint8Array, theirs: HeldFile | null): Shown {
  const [one, other] = [textOf(mine), theirs && textOf(theirs.bytes)];
  return { theirs, parts: one === null || other === null ? null : partsOf(one, other) };
}

/** Names the copy of the other version: beside the file, and no session, cohort or picture of the course. An earlier copy stays. */
function copyPath(path: string, isTaken: (path: string) => boolean): string {
  const named = (time: string): string => `${path}.${time}.txt`;
  return named(freeName(stampOfTime(new Date()), (time) => isTaken(named(time))));
}

/** Lets the author choose between two versions of a file, passage by passage. */
export function ConflictDialog({ studio, path, onClose }: { readonly studio: Studio; readonly path: string; onClose(): void }) {
  const shown = useSignal<Shown | null>(null);
  const choices = useSignal<readonly Side[]>([]);
  const name = path.replace(/^.*\//, '');
  const mine = studio.project.bytes(path) ?? new Uint8Array();
  useEffect(() => {
    studio.project.theirs(path).then((theirs) => {
      shown.value = shownOf(studio.project.bytes(path) ?? new Uint8Array(), theirs);
      choices.value = (shown.value.parts ?? []).filter((part) => typeof part !== 'string').map(() => 'mine');
    }, onClose);
  }, [studio, path]);
  if (!shown.value) return null;
  const { theirs, parts } = shown.value;
  const copy = copyPath(path, (one) => studio.project.bytes(one) !== undefined);
  const passages = (parts ?? []).filter((part): part is Passage => typeof part !== 'string');

  async function take(bytes: Uint8Array<ArrayBuffer> | null): Promise<void> {
    await studio.decide(path, bytes && { bytes, over: theirs?.stamp ?? null });
    onClose();
  }
  function takeBoth(): void {
    if (theirs) studio.edit(copy, theirs.bytes);
    void take(mine);
  }
  const foot = (
    <>
      {theirs && <Button onClick={takeBoth}>{t('storage.conflict.both')}</Button>}
      {passages.length === 0 && <Button onClick={() => void take(null)}>{t('storage.conflict.theirs')}</Button>}
      {passages.length === 0 ? (
        <Button look="primary" onClick={() => void take(mine)}>
          {t('storage.conflict.mine')}
        </Button>
      ) : (
        <Button look="primary" onClick={() => void take(new TextEncoder().encode(joined(parts ?? [], choices.value)))}>
          {t('storage.conflict.mix')}
        </Button>
      )}
    </>
  );
  const lead = theirs ? (passages.length > 0 ? 'storage.conflict.lead' : 'storage.conflict.binary') : 'storage.conflict.removed';
  return (
    <Dialog title={t('storage.conflict.title', { file: name })} foot={foot} onClose={onClose}>
      <p>{t(lead)}</p>
      {passages.length > 1 && <AllButtons onAll={(side) => (choices.value = passages.map(() => side))} />}
      {passages.map((passage, at) => (
        <PassageChoice
          key={passage.line}
          passage={passage}
          legend={t('storage.conflict.passage', { n: at + 1, all: passages.length, line: passage.line })}
          chosen={choices.value[at] ?? 'mine'}
          onChoose={(side) => (choices.value = choices.value.map((old, other) => (other === at ? side : old)))}
        />
      ))}
      {theirs && <p class="s-muted">{t('storage.conflict.bothAbout', { file: copy.replace(/^.*\//, '') })}</p>}
    </Dialog>
  );
}

function AllButtons({ onAll }: { onAll(side: Side): void }) {
  return (
    <p class="s-versions-all">
      <Button look="quiet" onClick={() => onAll('mine')}>
        {t('storage.conflict.mine')}
      </Button>
      <Button look="quiet" onClick={() => onAll('theirs')}>
        {t('storage.conflict.theirs')}
      </Button>
    </p>
  );
}

/** Properties of the two versions of a passage. */
interface PassageProps {
  readonly passage: Passage;
  readonly legend: string;
  readonly chosen: Side;
  onChoose(side: Side): void;
}

/** One passage in both versions; what differs is marked. */
function PassageChoice({ passage, legend, chosen, onChoose }: PassageProps) {
  const sides = [
    ['mine', t('storage.conflict.here'), marked(passage.mine, passage.theirs)],
    ['theirs', t('storage.conflict.there'), marked(passage.theirs, passage.mine)],
  ] as const;
  return (
    <fieldset class="s-passage">
      <legend>{legend}</legend>
      {sides.map(([side, label, [before, differs, after]]) => (
        <label key={side} class={`s-passage-side s-${side}`}>
          <span>
            <input type="radio" name={`passage-${passage.line}`} checked={chosen === side} onChange={() => onChoose(side)} />{' '}
            <strong>{label}</strong>
          </span>
          <span class="s-passage-text">
            {passage[side] === '' ? <em>{t('storage.conflict.nothing')}</em> : null}
            {before}
            {differs !== '' && <ins>{differs}</ins>}
            {after}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
