import { t } from '../strings.ts';
import { Dialog } from '../ui/dialog.tsx';

const TOPICS = ['write', 'see', 'pack', 'results', 'kept'] as const;

/** The few things to know before one begins. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <dl class="s-help">
        {TOPICS.map((topic) => (
          <div key={topic}>
            <dt>{t(`help.${topic}`)}</dt>
            <dd>{t(`help.${topic}.about`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
