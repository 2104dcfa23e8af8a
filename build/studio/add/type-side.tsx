import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { TypeFacts } from '../engine/calls.ts';
import { SelectField } from '../forms/fields.tsx';
import { NoPeople } from '../forms/no-people.tsx';
import { isKey, t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { ACCEPTED, type FileKind, filesOfKind, needOf } from './insertion.ts';
import { Thumbnail } from './thumbnail.tsx';

interface SideProps {
  readonly studio: Studio;
  readonly type: TypeFacts;
  onInsert(file: string): void;
  onUpload(files: FileList | null): Promise<string>;
}

function FileChoice({
  files,
  file,
  kind,
  onFile,
  onUpload,
}: { readonly files: readonly string[]; readonly file: string; readonly kind: FileKind; onFile(name: string): void } & Pick<
  SideProps,
  'onUpload'
>) {
  const options = files.map((value) => ({ value, label: value.replace(/^assets\//, '') }));
  return (
    <>
      {files.length > 0 && <SelectField label={t('add.file')} name="add-file" value={file} options={options} onValue={onFile} />}
      <label class="s-add-upload">
        <span class="s-form-label">{t(files.length > 0 ? 'add.otherFile' : `add.first.${kind}`)}</span>
        <input
          type="file"
          accept={ACCEPTED[kind]}
          onChange={(event) => void onUpload(event.currentTarget.files).then((name) => name !== '' && onFile(name))}
        />
      </label>
    </>
  );
}

/** Description of the chosen type, with the button that inserts it. */
export function TypeSide({ studio, type, onInsert, onUpload }: SideProps) {
  const kind = needOf(type.name);
  const chosen = useSignal('');
  const files = kind ? filesOfKind(studio.project.paths, studio.course, kind) : [];
  const file = chosen.value || (files[0] ?? '');
  const all = file === '' || files.includes(file) ? files : [file, ...files];
  const lacksPeople = type.form === 'speeches' && (studio.checked.value.course?.people.length ?? 0) === 0;
  const place = useRef<HTMLElement>(null);
  const lacked = useRef(lacksPeople);
  useEffect(() => {
    // The form that added somebody is gone: the focus must not be lost.
    if (lacked.current && !lacksPeople) place.current?.querySelector<HTMLElement>('.s-add-insert')?.focus();
    lacked.current = lacksPeople;
  }, [lacksPeople]);
  const [when, also] = [`add.when.${type.name}`, `add.also.${type.name}`];
  const isOff = kind !== undefined && file === '';
  return (
    <aside class="s-add-side" aria-label={type.label} ref={place}>
      <Thumbnail type={type.name} />
      <h3>{type.label}</h3>
      {isKey(when) && (
        <p>
          <strong>{t('add.when')}</strong> {t(when)}
        </p>
      )}
      {isKey(also) && <p class="s-add-also">{t(also)}</p>}
      <p class="s-form-hint">{t(type.kind === 'activity' ? 'add.isActivity' : 'add.isBlock')}</p>
      {lacksPeople && <NoPeople studio={studio} why={t('add.needsPeople')} />}
      {kind && <FileChoice files={all} file={file} kind={kind} onFile={(name) => (chosen.value = name)} onUpload={onUpload} />}
      {!lacksPeople && (
        <Button look="primary" large more="s-add-insert" disabled={isOff} onClick={() => onInsert(kind ? file : '')}>
          {t('add.insert')}
        </Button>
      )}
    </aside>
  );
}
