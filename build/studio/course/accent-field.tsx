import { themes } from '../../model/course-file.ts';
import { checkAccent } from '../../theme/theme.ts';
import { language, t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { colourOf } from './colour-text.ts';
import { Field } from './fields.tsx';

const HEX = /^#[0-9a-f]{6}$/i;

type Look = (typeof themes)[number];

export function isLook(word: string): word is Look {
  return (themes as readonly string[]).includes(word);
}

interface AccentProps {
  readonly label: string;
  /** '': the look's own. */
  readonly value: string;
  readonly look: string;
  readonly placeholder?: string;
  readonly isBare?: boolean;
  onValue(colour: string): void;
}

/** Shows whether text can be read in a colour, and offers the nearest one in which it can. */
export function Legibility({ value, look, onValue }: Pick<AccentProps, 'value' | 'look' | 'onValue'>) {
  if (!HEX.test(value) || !isLook(look)) return null;
  const poor = checkAccent(value, look);
  if (!poor)
    return (
      <p class="s-course-legible">
        <Icon name="check" small />
        {t('course.legible')}
      </p>
    );
  // 4.49 must not be shown as the 4.5 that it misses.
  const ratio = poor.ratio.toLocaleString(language.value, { maximumFractionDigits: 2 });
  return (
    <div class="s-course-warn">
      <p>
        <Icon name="triangle-alert" />
        <span>
          <strong>{t('course.tooLight')}</strong> {t('course.tooLight.by', { ratio, needed: (4.5).toLocaleString(language.value) })}
        </span>
      </p>
      <p class="s-course-shades" aria-hidden="true">
        <span style={{ background: value }}>{t('course.sample')}</span>
        <Icon name="arrow-right" small />
        <span style={{ background: poor.suggestion }}>{t('course.sample')}</span>
      </p>
      <Button onClick={() => onValue(poor.suggestion)}>{t('course.takeNearest', { colour: poor.suggestion.toUpperCase() })}</Button>
    </div>
  );
}

/** A colour: chosen, or typed. */
export function AccentField({ label, value, look, placeholder, isBare, onValue }: AccentProps) {
  return (
    <div class="s-course-accent">
      <div class="s-course-accent-row">
        <input
          type="color"
          aria-label={t('course.chooseColour', { label })}
          value={colourOf(value) ?? colourOf(placeholder ?? '') ?? '#1d4ed8'}
          onChange={(event) => onValue(event.currentTarget.value.toUpperCase())}
        />
        <Field
          label={label}
          value={value}
          {...(placeholder !== undefined && { placeholder })}
          {...(isBare && { isBare })}
          onValue={(typed) => {
            const colour = colourOf(typed);
            if (typed === '' || colour !== undefined) onValue(colour ?? '');
          }}
        />
      </div>
      <Legibility value={value} look={look} onValue={onValue} />
    </div>
  );
}
