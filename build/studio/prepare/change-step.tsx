import type { Prepared } from '../engine/prepare-calls.ts';
import { language, t } from '../strings.ts';
import type { Cursor, Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { keptFiles } from './kept-list.ts';
import type { Preparation } from './preparation.ts';

const TONES = { redo: 's-wrong', hidden: 's-warm', added: 's-info', safe: 's-right' } as const;

/** Reads a position as the comparison writes it, `modules/x/s.md:12`. */
function placeOf(at: string): Cursor | null {
  const [, path, line] = /^(.+):(\d+)$/.exec(at) ?? [];
  return path === undefined ? null : { path, line: Number(line) };
}

function dayOf(date: string): string {
  return new Intl.DateTimeFormat(language.value, { dateStyle: 'long' }).format(new Date(`${date.slice(0, 10)}T12:00:00`));
}

function Changes({ one, onGo }: { readonly one: Prepared['packages'][number]; onGo(place: Cursor): void }) {
  const { changes, since, obstacle } = one;
  if (obstacle !== '') return <p class="s-finding is-warning">{obstacle}</p>;
  if (!changes) return <p class="s-muted">{t('prepare.change.first')}</p>;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(since);
  return (
    <>
      <p class="s-muted">{isDay ? t('prepare.change.since', { date: dayOf(since) }) : t('prepare.change.file', { file: since })}</p>
      <p class={`s-verdict ${TONES[changes.risk]}`}>{changes.verdict}</p>
      {changes.groups.map((group) => (
        <div class="s-change" key={group.risk}>
          <h3>
            <span class={`s-tag ${TONES[group.risk]}`}>
              {group.label} · {group.changes.length}
            </span>
          </h3>
          <ul>
            {group.changes.map(({ where, at, what, why }, index) => {
              const place = placeOf(at);
              return (
                <li key={`${at}${index}`}>
                  {where !== '' && <b>{where}</b>}
                  <p>{what}</p>
                  {why !== '' && <p class="s-muted">{why}</p>}
                  {place && (
                    <Button
                      look="quiet"
                      aria-label={t('prepare.change.see.at', { what: where === '' ? what : where })}
                      onClick={() => onGo(place)}
                    >
                      {t('prepare.change.see')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        </div>
      ))}
      {changes.notes.map((note) => (
        <p class="s-muted" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

/** Chooses the older package: a kept one, or a file. */
function OldChoice({ work, studio, file }: { readonly work: Preparation; readonly studio: Studio; readonly file: string }) {
  const kept = keptFiles(file, studio.project);
  const moment = new Intl.DateTimeFormat(language.value, { dateStyle: 'long', timeStyle: 'short' });
  const take = (path: string): void => {
    const bytes = studio.project.bytes(path);
    const found = kept.find((one) => one.path === path);
    work.old.value = bytes && found ? { name: t('prepare.change.kept', { date: moment.format(new Date(found.moment)) }), bytes } : null;
  };
  const takeFile = async (chosen: File | undefined): Promise<void> => {
    if (chosen) work.old.value = { name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) };
  };
  return (
    <p class="s-line">
      {kept.length > 1 && (
        <label>
          {t('prepare.change.with')}{' '}
          <select class="s-input" onChange={(event) => take(event.currentTarget.value)}>
            <option value="">{t('prepare.change.last')}</option>
            {kept.slice(1).map(({ path, moment: at }) => (
              <option key={path} value={path}>
                {t('prepare.change.kept', { date: moment.format(new Date(at)) })}
              </option>
            ))}
          </select>
        </label>
      )}
      <FileButton
        look="plain"
        icon="file-archive"
        label={t('prepare.change.choose')}
        accept=".zip"
        onFiles={([file]) => void takeFile(file)}
      />
    </p>
  );
}

/** The second step: what learners who have begun will find. */
export function ChangeStep({ work, studio, onGo }: { readonly work: Preparation; readonly studio: Studio; onGo(place: Cursor): void }) {
  const packages = work.prepared.value?.packages ?? [];
  const [first] = packages;
  return (
    <section class="s-step">
      <span class="s-step-mark">
        <Icon name="users" />
      </span>
      <h2>{t('prepare.change')}</h2>
      <div aria-live="polite">
        {!first && <p class="s-muted">{t(work.prepared.value ? 'prepare.change.blocked' : 'prepare.looking')}</p>}
        {packages.map((one) => (
          <div key={one.file} class="s-compared">
            {packages.length > 1 && <h3>{one.title}</h3>}
            <Changes one={one} onGo={onGo} />
          </div>
        ))}
        {first && packages.length === 1 && <OldChoice work={work} studio={studio} file={first.file} />}
      </div>
    </section>
  );
}
