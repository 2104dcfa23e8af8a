import { useSignal } from '@preact/signals';
import type { PlannedPackage } from '../engine/prepare-calls.ts';
import type { StudioSettings } from '../settings.ts';
import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { nameOf } from './file-kinds.ts';
import { type MoodleCard, moodleCards } from './moodle-cards.ts';
import type { Preparation } from './preparation.ts';
import { SheetDialog } from './sheet-dialog.tsx';

/** Draws the part of Moodle's form that a step is about. The words beside it have all of it. */
function FormPicture({ card }: { readonly card: MoodleCard }) {
  return (
    <div class="s-moodle" aria-hidden="true">
      <b>{card.form}</b>
      {card.lines.map(({ name, value }) => (
        <span key={name} class="s-moodle-line">
          {value === '' ? (
            <span class="s-moodle-button">{name}</span>
          ) : (
            <>
              <span>{name}</span>
              <span class="s-moodle-value">{value}</span>
            </>
          )}
        </span>
      ))}
    </div>
  );
}

function StepCard({ card, isDone, onToggle }: { readonly card: MoodleCard; readonly isDone: boolean; onToggle(): void }) {
  const settings = card.lines.filter(({ value }) => value !== '');
  return (
    <li class={isDone ? 's-todo is-done' : 's-todo'}>
      <div class="s-todo-picture">
        <FormPicture card={card} />
      </div>
      <label>
        <input type="checkbox" checked={isDone} onChange={onToggle} />
        <span>
          <b>{card.title}</b>
          {settings.length > 0 && <span class="s-hidden">{settings.map(({ name, value }) => `${name} : ${value}`).join(' ; ')}</span>}
          {card.reasons.length === 1 && <span class="s-muted">{card.reasons[0]}</span>}
        </span>
      </label>
      {card.reasons.length > 1 && (
        <details class="s-fold">
          <summary>{t('prepare.reasons')}</summary>
          <ul>
            {card.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Tests whether a package seems to be new in Moodle. A kept one of the same content was most likely made just now. */
function isFirstUpload({ since, changes }: PlannedPackage): boolean {
  return since === '' || changes?.isSame === true;
}

/** The steps in Moodle as a list to tick off. */
export function MoodleSteps({ work, settings }: { readonly work: Preparation; readonly settings: StudioSettings }) {
  const done = useSignal<ReadonlySet<string>>(new Set());
  const chosen = useSignal<boolean | null>(null);
  const isOpen = useSignal(false);
  const { packages = [], groups = [] } = work.prepared.value ?? {};
  const [first] = packages;
  if (!first) return null;
  const isSafe = packages.every(({ changes }) => changes?.risk !== 'redo');
  const isFirst = chosen.value ?? (!isSafe || packages.every(isFirstUpload));
  const isForWeb = work.choice.value.target === 'web';
  const cards = moodleCards(groups, nameOf(first.file), first.title, isFirst);
  const toggle = (id: string): void => {
    const next = new Set(done.value);
    if (!next.delete(id)) next.add(id);
    done.value = next;
  };
  return (
    <section class="s-then">
      <div class="s-then-head">
        <h2>{t(isForWeb ? 'prepare.then.web' : 'prepare.then')}</h2>
        {!isForWeb && (
          <>
            <span class="s-tag" role="status">
              {t('prepare.then.count', { done: cards.filter(({ id }) => done.value.has(id)).length, n: cards.length })}
            </span>
            <fieldset class="s-choice">
              <legend class="s-hidden">{t('prepare.then.mode')}</legend>
              <Button look="quiet" aria-pressed={!isFirst} onClick={() => (chosen.value = false)}>
                {t('prepare.then.replace')}
              </Button>
              <Button look="quiet" aria-pressed={isFirst} onClick={() => (chosen.value = true)}>
                {t('prepare.then.first')}
              </Button>
            </fieldset>
          </>
        )}
        <Button icon="printer" look="quiet" more="s-end" onClick={() => (isOpen.value = true)}>
          {t('prepare.sheet')}
        </Button>
      </div>
      {!isSafe && !isFirst && <p class="s-finding is-error">{t('prepare.then.stop')}</p>}
      {isForWeb ? (
        <p>{t('prepare.then.web.about')}</p>
      ) : (
        <ol class="s-todos">
          {cards.map((card) => (
            <StepCard key={card.id} card={card} isDone={done.value.has(card.id)} onToggle={() => toggle(card.id)} />
          ))}
        </ol>
      )}
      {isOpen.value && <SheetDialog work={work} settings={settings} onClose={() => (isOpen.value = false)} />}
    </section>
  );
}
