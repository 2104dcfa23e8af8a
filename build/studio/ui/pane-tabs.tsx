import type { Path } from '../engine/calls.ts';
import { t } from '../strings.ts';
import type { Pane, Studio } from '../studio.ts';
import { Icon, type IconName } from './icon.tsx';

const PANES: readonly (readonly [Pane, IconName])[] = [
  ['plan', 'list-tree'],
  ['text', 'pencil'],
  ['preview', 'eye'],
];

/** Buttons at the foot of a small screen, which shows one pane at a time. */
export function PaneTabs({ studio, path }: { readonly studio: Studio; readonly path: Path }) {
  const { length } = studio.checked.value.problems.filter((one) => one.path === path);
  return (
    <nav class="s-pane-tabs" aria-label={t('write.panes')}>
      {PANES.map(([pane, icon]) => (
        <button
          key={pane}
          type="button"
          aria-current={studio.pane.value === pane ? 'true' : undefined}
          onClick={() => {
            studio.pane.value = pane;
          }}
        >
          <Icon name={icon} />
          <span>{t(`write.pane.${pane}`)}</span>
          {pane === 'text' && length > 0 && (
            <span class="s-pane-count">
              {length}
              <span class="s-hidden"> {t('write.toCheck')}</span>
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}
