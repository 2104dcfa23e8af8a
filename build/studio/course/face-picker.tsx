import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { beards, clothesColours, expressions, type Face, glasses, hair, hairColours, skinTones, wordsOf } from '../../kit/features.ts';
import { t } from '../strings.ts';
import type { CourseDesk } from './desk.ts';
import { Portrait } from './portrait.tsx';

interface PickerProps {
  readonly desk: CourseDesk;
  readonly face: Face;
  readonly colour: number;
  onFeature<Key extends keyof Face>(key: Key, word: Face[Key]): void;
}

/** Features that are chosen by portraits, with their words. */
const DRAWN = { hair: wordsOf(hair), expression: wordsOf(expressions), glasses: wordsOf(glasses), beard: wordsOf(beards) } as const;

type Drawn = keyof typeof DRAWN;

/** Returns a feature's word in the language of the page. */
function nameOf(key: Drawn, word: string): string {
  const names = {
    hair: () => t(`face.hair.${word as Face['hair']}`),
    expression: () => t(`face.expression.${word as Face['expression']}`),
    glasses: () => t(`face.glasses.${word as Face['glasses']}`),
    beard: () => t(`face.beard.${word as Face['beard']}`),
  };
  return names[key]();
}

/** Chooses a feature by small portraits of the same person. */
function DrawnFeature({ desk, face, colour, onFeature, feature }: PickerProps & { readonly feature: Drawn }) {
  const name = useId();
  return (
    <fieldset class="s-course-pick">
      <legend>{t(`face.${feature}`)}</legend>
      {DRAWN[feature].map((word) => (
        <label key={word}>
          <input type="radio" name={name} value={word} checked={face[feature] === word} onChange={() => onFeature(feature, word)} />
          <Portrait desk={desk} face={{ ...face, [feature]: word }} colour={colour} size="middle" />
          <span>{nameOf(feature, word)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A colour that can be chosen, with its name. */
interface Swatch {
  readonly word: string;
  readonly name: string;
  /** Undefined: one of the discs behind faces. */
  readonly colour?: string;
}

/** Chooses one of a few colours; the chosen one's name stands beside the title. */
function Swatches({
  title,
  hint,
  value,
  swatches,
  onChoose,
}: {
  readonly title: string;
  readonly hint?: string;
  readonly value: string;
  readonly swatches: readonly Swatch[];
  onChoose(word: string): void;
}) {
  const name = useId();
  return (
    <fieldset class="s-course-pick s-course-colours">
      <legend>
        {title} <span class="s-course-about">{hint ?? swatches.find(({ word }) => word === value)?.name}</span>
      </legend>
      {swatches.map(({ word, name: words, colour }) => (
        <label key={word} title={words}>
          <input type="radio" name={name} value={word} checked={value === word} onChange={() => onChoose(word)} />
          <span class="s-swatch" data-disc={colour === undefined ? word : undefined} style={{ background: colour }} />
          <span class="s-hidden">{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

function listOf<Word extends string>(colours: Readonly<Record<Word, string>>, name: (word: Word) => string): Swatch[] {
  return wordsOf(colours).map((word) => ({ word, name: name(word), colour: colours[word] }));
}

/** Chooses the colours of a portrait. */
function Colours({ desk, face, colour, onFeature, onColour }: PickerProps & { onColour(disc: number): void }) {
  const coloured = useSignal<readonly Face['hair'][]>([]);
  useEffect(() => {
    void desk.studio.ask('colouredHair').then((list) => (coloured.value = list));
  }, [desk, coloured]);
  const isBlack = coloured.value.length > 0 && !coloured.value.includes(face.hair);
  return (
    <div class="s-course-row">
      <Swatches
        title={t('face.skin')}
        value={face.skin}
        swatches={listOf(skinTones, (word) => t(`face.skin.${word}`))}
        onChoose={(word) => onFeature('skin', word as Face['skin'])}
      />
      {!isBlack && (
        <Swatches
          title={t('face.hairColour')}
          value={face['hair-colour']}
          swatches={listOf(hairColours, (word) => t(`face.hairColour.${word}`))}
          onChoose={(word) => onFeature('hair-colour', word as Face['hair-colour'])}
        />
      )}
      {isBlack && <p class="s-course-about s-course-black">{t('face.hairBlack')}</p>}
      <Swatches
        title={t('face.clothes')}
        value={face.clothes}
        swatches={listOf(clothesColours, (word) => t(`face.clothes.${word}`))}
        onChoose={(word) => onFeature('clothes', word as Face['clothes'])}
      />
      <Swatches
        title={t('face.disc')}
        value={String(colour)}
        swatches={(['1', '2', '3', '4'] as const).map((word) => ({ word, name: t(`face.disc.${word}`) }))}
        onChoose={(word) => onColour(Number(word))}
      />
    </div>
  );
}

/** Chooses all features of a drawn face. */
export function FacePicker(props: PickerProps & { onColour(disc: number): void }) {
  return (
    <>
      <DrawnFeature {...props} feature="hair" />
      <DrawnFeature {...props} feature="expression" />
      <Colours {...props} />
      <DrawnFeature {...props} feature="glasses" />
      <DrawnFeature {...props} feature="beard" />
    </>
  );
}
