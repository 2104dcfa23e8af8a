import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { HelpDialog } from '../start/help-dialog.tsx';
import { HeroDrawing } from '../start/hero-drawing.tsx';
import type { TemplateName } from '../start/new-course.ts';
import { RecentCards } from '../start/recent-cards.tsx';
import { ServedCourses } from '../start/served-courses.tsx';
import { TemplateTiles } from '../start/template-tiles.tsx';
import type { NewCourse, Place } from '../start/templates/template.ts';
import type { RecentCourse } from '../storage/recent.ts';
import type { Store } from '../storage/store.ts';
import { language, t } from '../strings.ts';
import { Button } from './button.tsx';
import { DropZone } from './drop-zone.tsx';
import { FileButton } from './file-button.tsx';
import { Icon } from './icon.tsx';
import { switchLanguage } from './switch-language.ts';

/** Ways to open a course. */
export interface Openers {
  create(template: TemplateName, course: NewCourse, place: Place): Promise<void>;
  sample(name: string): Promise<void>;
  recent(course: RecentCourse): Promise<void>;
  zip(file: File): Promise<void>;
  served(store: Store, course: string): Promise<void>;
  folder(): Promise<void>;
}

const ZIP = '.zip,application/zip';
const IMPORTS = '.xml,.gift,.txt,.docx,.md';

/** Properties of the first view. */
interface StartProps {
  readonly openers: Openers;
  /** Why a course could not be opened; '' if nothing is wrong. */
  readonly problem: string;
  readonly isOpening: boolean;
  /** Imports questions or a text into a new course. */
  onImport(files: readonly File[]): void;
}

/** The first view: go on, begin, or bring what one has. */
export function StartView({ openers, problem, isOpening, onImport }: StartProps) {
  const bring = (files: readonly File[]): void => {
    const zip = files.find(({ name }) => /\.zip$/i.test(name));
    if (zip) void openers.zip(zip);
    else onImport(files);
  };
  return (
    <div class="s-start">
      <StartBar />
      {isOpening && (
        <p class="s-opening" role="status">
          {t('start.opening')}
        </p>
      )}
      <main aria-busy={isOpening} inert={isOpening}>
        <div class="s-hero">
          <div class="s-hero-words">
            <h1>{unbroken(t('start.title'))}</h1>
            <p>{t('start.lead')}</p>
            {problem !== '' && (
              <p class="s-start-problem" role="alert">
                <Icon name="circle-alert" />
                {problem}
              </p>
            )}
            <div class="s-hero-buttons">
              {'showDirectoryPicker' in window && (
                <Button look="primary" icon="folder" large onClick={() => void openers.folder()}>
                  {t('start.folder')}
                </Button>
              )}
              <FileButton
                label={t('start.zip')}
                icon="file-archive"
                large
                accept={ZIP}
                onFiles={([file]) => file && void openers.zip(file)}
              />
            </div>
          </div>
          <HeroDrawing />
        </div>
        <ServedCourses onOpen={(store, course) => void openers.served(store, course)} />
        <RecentCards onOpen={(course) => void openers.recent(course)} />
        <section class="s-section">
          <h2>{t('start.new')}</h2>
          <TemplateTiles openers={openers} />
        </section>
        <section class="s-section">
          <h2>{t('start.bring')}</h2>
          <DropZone title={t('start.drop')} icon="download" about={<p>{t('start.bring.all')}</p>} onFiles={bring}>
            <FileButton label={t('start.choose')} many="several" accept={`${ZIP},${IMPORTS}`} onFiles={bring} />
          </DropZone>
        </section>
        <p class="s-private">
          <Icon name="lock" />
          <span>{t('start.private')}</span>
        </p>
      </main>
    </div>
  );
}

/** Keeps words with a hyphen on one line. */
function unbroken(text: string): (string | VNode)[] {
  return text.split(/(\S+-\S+)/).map((part) => (/\S-/.test(part) ? <span class="s-unbroken">{part}</span> : part));
}

/** The bar of the first view: the name, help, and the other language. */
function StartBar() {
  const isHelpShown = useSignal(false);
  return (
    <header class="s-top">
      <p class="s-mark">
        <img src="icon.svg" alt="" />
        <span>{t('app')}</span>
      </p>
      <Button
        look="quiet"
        icon="circle-question-mark"
        more="s-top-end s-short"
        onClick={() => {
          isHelpShown.value = true;
        }}
      >
        {t('help')}
      </Button>
      <Button look="quiet" icon="languages" lang={language.value === 'fr' ? 'en' : 'fr'} onClick={switchLanguage}>
        {language.value === 'fr' ? 'English' : 'Français'}
      </Button>
      {isHelpShown.value && (
        <HelpDialog
          onClose={() => {
            isHelpShown.value = false;
          }}
        />
      )}
    </header>
  );
}
