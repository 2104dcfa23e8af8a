import { useSignal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../strings.ts';

/** Makes a component whose script is loaded when it is first drawn. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  return function Later(props: Props) {
    const loaded = useSignal<{ readonly Part: ComponentType<Props> } | 'failed' | null>(null);
    useEffect(() => {
      load().then(
        (Part) => (loaded.value = { Part }),
        () => (loaded.value = 'failed'),
      );
    }, [loaded]);
    if (loaded.value === null)
      return (
        <p class="s-note" role="status">
          {t('loading')}
        </p>
      );
    if (loaded.value === 'failed')
      return (
        <p class="s-note" role="alert">
          {t('loading.failed')}
        </p>
      );
    const { Part } = loaded.value;
    return <Part {...props} />;
  };
}
