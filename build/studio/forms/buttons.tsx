import { t } from '../strings.ts';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';

/** A button with a drawing; its name is for screen readers and as a tip. */
export function IconButton({
  icon,
  label,
  name,
  isOff,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly name?: string;
  readonly isOff?: boolean;
  onPress(): void;
}) {
  return (
    <Button
      look="quiet"
      icon={icon}
      label={label}
      data-field={name}
      aria-disabled={isOff ? 'true' : undefined}
      onClick={() => !isOff && onPress()}
    />
  );
}

/** A button that adds a part. */
export function AddButton({ label, name, onPress }: { readonly label: string; readonly name?: string; onPress(): void }) {
  return (
    <Button look="soft" icon="plus" data-field={name} onClick={onPress}>
      {label}
    </Button>
  );
}

/** Buttons that move and remove a part. @param place 1, 2, …, for their names */
export function PartButtons({
  what,
  name,
  index,
  count,
  onMove,
  onRemove,
}: {
  readonly what: string;
  readonly name: string;
  readonly index: number;
  readonly count: number;
  onMove(step: 1 | -1): void;
  onRemove(): void;
}) {
  const part = `${what} ${index + 1}`;
  return (
    <span class="s-form-buttons">
      <IconButton icon="chevron-up" label={t('forms.up', { part })} name={`${name}-up`} isOff={index === 0} onPress={() => onMove(-1)} />
      <IconButton
        icon="chevron-down"
        label={t('forms.down', { part })}
        name={`${name}-down`}
        isOff={index === count - 1}
        onPress={() => onMove(1)}
      />
      <IconButton icon="x" label={t('forms.remove', { part })} name={`${name}-remove`} onPress={onRemove} />
    </span>
  );
}
