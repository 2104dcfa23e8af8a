import type { SaidRemark, TakenFile } from '../engine/exchange-calls.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';
import { type Importing, picturesOf, type TakenFiles } from './importing.ts';

const LEVELS: readonly (readonly [level: SaidRemark['level'], tone: string])[] = [
  ['refused', 's-wrong'],
  ['review', 's-warm'],
  ['lost', 's-warm'],
  ['note', ''],
];

function Remark({ remark }: { readonly remark: SaidRemark }) {
  const { line, place, message, text } = remark;
  return (
    <li>
      {line > 0 && <b>{t(`import.${place}`, { line })} </b>}
      {message}
      {text !== '' && <pre>{text}</pre>}
    </li>
  );
}

function OneFile({ file }: { readonly file: TakenFile }) {
  const { name, found, made, remarks, report, reportName } = file;
  return (
    <section class="s-taken">
      <h3>{name}</h3>
      <p>
        {found === 0 ? t('import.found.none') : t('import.found', { n: found, made })} {remarks.length === 0 && t('import.nothing')}
      </p>
      {LEVELS.map(([level, tone]) => {
        const own = remarks.filter((remark) => remark.level === level).toSorted((one, other) => one.line - other.line);
        if (own.length === 0) return null;
        return (
          <details key={level} class="s-fold" open={level === 'refused'}>
            <summary>
              <span class={`s-tag ${tone}`}>
                {t(`import.level.${level}`)} · {own.length}
              </span>
            </summary>
            <ul class="s-remarks">
              {own.map((remark, index) => (
                <Remark key={`${remark.line}-${index}`} remark={remark} />
              ))}
            </ul>
          </details>
        );
      })}
      <Button icon="download" look="quiet" onClick={() => download(reportName, new TextEncoder().encode(report), 'text/markdown')}>
        {t('import.report')}
      </Button>
    </section>
  );
}

function Pictures({ work, made }: { readonly work: Importing; readonly made: TakenFiles }) {
  const pictures = [...new Set(picturesOf(made).map(({ picture }) => picture))];
  if (pictures.length === 0) return null;
  return (
    <fieldset class="s-taken">
      <legend>
        <b>{t('import.pictures', { n: pictures.length })}</b>
      </legend>
      <p class="s-small s-muted">{t('import.picture.about')}</p>
      {pictures.map((picture) => (
        <label key={picture} class="s-described">
          <Picture bytes={made.files.get(picture)} name={picture} />
          <span>
            {t('import.picture', { name: picture.replace(/^.*\//, '') })}
            <input
              class="s-input"
              value={work.described.value.get(picture) ?? ''}
              onInput={(event) => work.describe(picture, event.currentTarget.value)}
            />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Shows a picture of an import. A drawing can't run its scripts there. */
function Picture({ bytes, name }: { readonly bytes: Uint8Array<ArrayBuffer> | string | undefined; readonly name: string }) {
  if (bytes === undefined) return null;
  const type = name.endsWith('.svg') ? 'image/svg+xml' : '';
  const show = (image: HTMLImageElement | null): void => {
    if (image && image.src === '') image.src = URL.createObjectURL(new Blob([bytes], { type }));
  };
  return <img ref={show} alt="" onLoad={(event) => URL.revokeObjectURL(event.currentTarget.src)} />;
}

/** Shows what was found in the files, before anything is written. */
export function TakenPreview({ work, made }: { readonly work: Importing; readonly made: TakenFiles }) {
  return (
    <>
      {made.taken.map((file) => (
        <OneFile key={file.name} file={file} />
      ))}
      <Pictures work={work} made={made} />
      <details class="s-fold">
        <summary>{t('import.writes')}</summary>
        <ul class="s-remarks">
          {[...made.files.keys()].map((path) => (
            <li key={path}>
              <code>{path}</code>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
