import { useSignal } from '@preact/signals';
import type { Given, GiveRequest } from '../engine/exchange-calls.ts';
import { t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { Button } from '../ui/button.tsx';
import { download } from '../ui/download.ts';

/** Writes questions of the open course for Moodle. */
export function ExportForm({ studio }: { readonly studio: Studio }) {
  const bank = useSignal('');
  const to = useSignal<GiveRequest['to']>('moodle-xml');
  const given = useSignal<Given | null>(null);
  const banks = studio.project.paths.filter((path) => path.startsWith(`${studio.course}/banks/`) && path.endsWith('.md'));

  async function give(): Promise<void> {
    try {
      const made = await studio.ask('give', { to: to.value, bank: bank.value });
      given.value = made;
      if ('text' in made) download(made.name, new TextEncoder().encode(made.text), 'text/plain');
    } catch (error) {
      given.value = { errors: [t('export.failed', { why: error instanceof Error ? error.message : String(error) })] };
    }
  }

  const { value: made } = given;
  return (
    <>
      <p>{t('export.lead')}</p>
      <div class="s-choices">
        <label>
          {t('export.what')}
          <select class="s-input" value={bank.value} onChange={(event) => (bank.value = event.currentTarget.value)}>
            <option value="">{t('export.course')}</option>
            {banks.map((path) => (
              <option key={path} value={path}>
                {path.slice(studio.course.length + 1)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('export.to')}
          <select class="s-input" value={to.value} onChange={(event) => (to.value = event.currentTarget.value as GiveRequest['to'])}>
            <option value="moodle-xml">{t('export.to.moodle-xml')}</option>
            <option value="gift">{t('export.to.gift')}</option>
          </select>
        </label>
      </div>
      <Button look="primary" onClick={() => void give()}>
        {t('export.do')}
      </Button>
      <p role="status">{made && 'made' in made ? t('export.done', { n: made.made, name: made.name }) : ''}</p>
      {made && 'errors' in made && (
        <ul role="alert" class="s-remarks">
          {made.errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      )}
      {made && 'remarks' in made && made.remarks.length > 0 && (
        <details class="s-fold">
          <summary>{t('export.remarks', { n: made.remarks.length })}</summary>
          <ul class="s-remarks">
            {made.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
