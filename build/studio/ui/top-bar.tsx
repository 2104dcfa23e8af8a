import { safetyItems } from '../safety/menu-items.ts';
import { language, t } from '../strings.ts';
import type { Studio, View } from '../studio.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { chosenSession, courseTitle, sessionsOf } from './sessions.ts';
import { switchLanguage } from './switch-language.ts';

/** Views with a tab, in this order. */
const TABS: readonly (readonly [View, IconName])[] = [
  ['write', 'pencil'],
  ['course', 'settings'],
  ['results', 'chart-column'],
];

/** Views of the menu: on a phone it has all of them. */
const IN_MENU = [...TABS, ['prepare', 'package'] as const];

/** The bar above an open course: where one is, the views, the state of saving, and what ends the work. */
export function TopBar({ studio, onBack, onImport }: { readonly studio: Studio; onBack(): void; onImport(): void }) {
  return (
    <header class="s-top">
      <button type="button" class="s-mark" onClick={onBack} aria-label={`${t('app')}, ${t('back')}`} title={t('back')}>
        <img src="icon.svg" alt="" />
      </button>
      <Crumbs studio={studio} />
      <nav class="s-views" aria-label={t('views')}>
        {TABS.map(([view, icon]) => (
          <Button
            key={view}
            look="quiet"
            icon={icon}
            aria-current={studio.view.value === view ? 'page' : undefined}
            onClick={() => studio.show(view)}
          >
            {t(`view.${view}`)}
          </Button>
        ))}
      </nav>
      <SavingState studio={studio} />
      <Button
        look={studio.view.value === 'prepare' ? 'plain' : 'primary'}
        icon="package"
        more="s-wide"
        aria-current={studio.view.value === 'prepare' ? 'page' : undefined}
        onClick={() => studio.show('prepare')}
      >
        {t('view.prepare')}
      </Button>
      <Menu label={t('menu')} items={menuItems(studio, onBack, onImport)} more="s-menu-end" />
    </header>
  );
}

/** Title of the course, and the switcher of its sessions. */
function Crumbs({ studio }: { readonly studio: Studio }) {
  const sessions = sessionsOf(studio);
  const now = chosenSession(studio);
  const choose = (path: string): void => {
    studio.show('write');
    studio.chosen.value = path;
  };
  const items = sessions.map(({ path, title }) => ({ label: title, isChosen: path === now?.path, run: () => choose(path) }));
  return (
    <div class="s-crumbs">
      <span class="s-course">{courseTitle(studio)}</span>
      <span class="s-slash" aria-hidden="true">
        /
      </span>
      {items.length > 1 ? (
        <Menu
          label={`${t('write.session')} : ${now?.title ?? ''}`}
          text={now?.title ?? ''}
          icon="chevron-down"
          items={items}
          more="s-switch"
        />
      ) : (
        <strong class="s-session">{now?.title}</strong>
      )}
    </div>
  );
}

/** The state of saving; it is read out when it changes. */
function SavingState({ studio }: { readonly studio: Studio }) {
  const kind = studio.readOnly.value ? 'readOnly' : studio.saving.value.kind;
  const icon = { saved: 'check', waiting: 'ellipsis', failed: 'triangle-alert', readOnly: 'eye' } as const;
  return (
    <p class={`s-saving s-${kind}`} role="status">
      <Icon name={icon[kind]} small />
      <span>{t(`saving.${kind}`)}</span>
    </p>
  );
}

/** Entries of the menu. On a phone, it also has the views. */
function menuItems(studio: Studio, onBack: () => void, onImport: () => void): MenuItem[] {
  return [
    ...IN_MENU.map(([view, icon]) => ({ label: t(`view.${view}`), icon, run: () => studio.show(view) })),
    ...safetyItems(studio),
    { label: t('import.menu'), icon: 'download', run: onImport },
    { label: language.value === 'fr' ? 'English' : 'Français', icon: 'languages', run: switchLanguage },
    { label: t('back'), icon: 'log-out', run: onBack },
  ];
}
