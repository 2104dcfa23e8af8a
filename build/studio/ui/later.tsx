import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';

/** Makes a component that is loaded when it is first shown. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => JSX.Element | null {
  return function Later(props) {
    const loaded = useSignal<{ readonly Component: ComponentType<Props> } | null>(null);
    useEffect(() => {
      void load().then((Component) => (loaded.value = { Component }));
    }, [loaded]);
    const Component = loaded.value?.Component;
    return Component ? <Component {...props} /> : null;
  };
}
