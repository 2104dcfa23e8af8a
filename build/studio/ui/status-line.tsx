import type { Signal } from '@preact/signals';
import type { Path } from '../engine/calls.ts';
import { language, t } from '../strings.ts';
import type { Studio } from '../studio.ts';
import { outlineOf } from '../text/outline.ts';
import { shownText } from '../text/raw-text.ts';
import { Icon } from './icon.tsx';

/** Words that are read in a minute, with a moment to think. */
const WORDS_A_MINUTE = 160;

/** Counts the words of a text: front matter, marks and attributes are none. */
export function wordsIn(text: string): number {
  const { front } = outlineOf(text);
  const plain = text.slice(front?.to ?? 0).replace(/\{[^{}\n]*\}|^:{2,}[\w-]*|\]\([^)\s]*\)/gm, ' ');
  return plain.match(/[\p{L}\d][\p{L}\p{M}\d’'-]*/gu)?.length ?? 0;
}

/** Returns how many problems there are, in words. */
function problemWords(errors: number, tips: number): string {
  const counts = [errors > 0 ? t('problems.errors', { n: errors }) : '', tips > 0 ? t('problems.tips', { n: tips }) : ''];
  return counts.filter(Boolean).join(', ') || t('write.clean');
}

/** Properties of the line below the text. */
interface StatusLineProps {
  readonly studio: Studio;
  readonly path: Path;
  readonly areProblemsShown: Signal<boolean>;
}

/** The line below the text: problems, where the cursor is, how long the text is. */
export function StatusLine({ studio, path, areProblemsShown }: StatusLineProps) {
  const { problems } = studio.checked.value;
  void studio.revision.value;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const tips = problems.length - errors;
  const { value: cursor } = studio.cursor;
  const words = wordsIn(shownText(studio.project.text(path) ?? ''));
  const [icon, tone] =
    errors > 0
      ? (['circle-alert', 's-error'] as const)
      : tips > 0
        ? (['triangle-alert', 's-tip'] as const)
        : (['check', 's-fine'] as const);
  return (
    <footer class="s-status">
      <button
        type="button"
        class={`s-status-problems ${tone}`}
        aria-expanded={areProblemsShown.value}
        disabled={problems.length === 0}
        onClick={() => {
          areProblemsShown.value = !areProblemsShown.value;
        }}
      >
        <Icon name={icon} small />
        <span role="status">{problemWords(errors, tips)}</span>
      </button>
      {cursor?.path === path && <span class="s-status-line">{t('problems.line', { n: cursor.line })}</span>}
      <span class="s-status-words">
        {t('write.words', { n: words, shown: words.toLocaleString(language.value) })}
        {words > WORDS_A_MINUTE && ` · ${t('write.about', { n: Math.round(words / WORDS_A_MINUTE) })}`}
      </span>
    </footer>
  );
}
