import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { t } from '../strings.ts';
import { Icon } from '../ui/icon.tsx';
import type { TemplateName } from './new-course.ts';
import { NewCourseDialog } from './new-course-dialog.tsx';
import { BlankDrawing, QuarterDrawing, SampleDrawing, TrainingDrawing } from './template-drawings.tsx';
import type { NewCourse, Place } from './templates/template.ts';

/** Ways to open a course from a template. */
interface TileOpeners {
  create(template: TemplateName, course: NewCourse, place: Place): Promise<void>;
  sample(name: string): Promise<void>;
}

const TILES: readonly (readonly [TemplateName, ComponentType, string])[] = [
  ['blank', BlankDrawing, 'sunk'],
  ['quarter', QuarterDrawing, 'warm'],
  ['training', TrainingDrawing, 'blue'],
];

const SAMPLES = ['repair-cafe', 'partenariats-reseaux'] as const;

/** Ways to begin: three templates, and courses to look at. */
export function TemplateTiles({ openers }: { readonly openers: TileOpeners }) {
  const chosen = useSignal<TemplateName | null>(null);
  const { value: template } = chosen;
  return (
    <>
      <ul class="s-tiles">
        {TILES.map(([name, Drawing, tone]) => (
          <li key={name}>
            <button
              type="button"
              class="s-tile"
              onClick={() => {
                chosen.value = name;
              }}
            >
              <span class={`s-tile-picture s-on-${tone}`}>
                <Drawing />
              </span>
              <span class="s-tile-words">
                <strong>{t(`template.${name}`)}</strong>
                <span>{t(`template.${name}.about`)}</span>
              </span>
            </button>
          </li>
        ))}
        {SAMPLES.map((name) => (
          <li key={name} class={name === 'repair-cafe' ? undefined : 's-tile-more'}>
            <button
              type="button"
              class={name === 'repair-cafe' ? 's-tile' : 's-tile s-recent-card'}
              onClick={() => void openers.sample(name)}
            >
              <span class={`s-tile-picture s-on-${name === 'repair-cafe' ? 'green' : 'sky'}`}>
                {name === 'repair-cafe' ? <SampleDrawing /> : <Icon name="book-open" />}
              </span>
              <span class="s-tile-words">
                <strong>{t(`sample.${name}`)}</strong>
                <span>{t(`sample.${name}.about`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {template && (
        <NewCourseDialog
          template={template}
          onClose={() => {
            chosen.value = null;
          }}
          onCreate={(course, place) => void openers.create(template, course, place)}
        />
      )}
    </>
  );
}
