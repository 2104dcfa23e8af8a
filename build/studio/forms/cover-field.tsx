import { useSignal } from '@preact/signals';
import { keepAsset } from '../media/keep-asset.ts';
import { shrink } from '../media/shrink.ts';
import { t } from '../strings.ts';
import { FileButton } from '../ui/file-button.tsx';
import { filesOf } from './choices-of.ts';
import type { TextSession } from './editing.ts';
import { FieldGroup, SelectField } from './fields.tsx';
import { PICTURES, usePicture } from './picture-fields.tsx';

interface CoverProps {
  readonly session: TextSession;
  /** Path of the picture in the course's folder; '': the usual one. */
  readonly value: string;
  onValue(path: string): void;
}

/** The picture of the cover: one of the course's, or a new one, which is made smaller. */
export function CoverField({ session, value, onValue }: CoverProps) {
  const address = usePicture({ session }, value);
  const isBroken = useSignal(false);
  const names = filesOf({ session }, PICTURES);
  const options = [
    { value: '', label: t('front.cover.usual') },
    ...names.map((name) => ({ value: name, label: name.replace(/^assets\//, '') })),
  ];
  async function take(file: File): Promise<void> {
    try {
      const { bytes, ending } = await shrink(file);
      isBroken.value = false;
      onValue(keepAsset(session.studio, file.name, ending, bytes));
    } catch {
      // What the browser can't draw is no picture, whatever its name says.
      isBroken.value = true;
    }
  }
  return (
    <FieldGroup title={t('front.cover')} hint={t('front.coverHint')}>
      <div class="s-form-row">
        <SelectField label={t('front.cover.picture')} name="cover" value={value} options={options} onValue={onValue} />
        <FileButton label={t('front.cover.new')} icon="image" accept="image/*" onFiles={([file]) => file && void take(file)} />
      </div>
      {isBroken.value && <p role="alert">{t('front.cover.broken')}</p>}
      {address !== '' && <img class="s-form-shown s-form-cover" src={address} alt="" />}
    </FieldGroup>
  );
}
