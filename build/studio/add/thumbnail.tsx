import drawings from './drawings.json' with { type: 'json' };

/** A shape: its name, its colours, then numbers in the order of the attributes, or a path, or a text. */
type Shape = readonly [string, string, ...(string | number)[]];

function drawn([kind, colours, ...rest]: Shape, key: number) {
  const [first, second, third, fourth, fifth] = rest;
  const style = colours
    .split(' ')
    .map((name) => `s-draw-${name}`)
    .join(' ');
  if (kind === 'rect') return <rect key={key} class={style} x={first} y={second} width={third} height={fourth} rx={fifth} />;
  if (kind === 'circle') return <circle key={key} class={style} cx={first} cy={second} r={third} />;
  if (kind === 'text')
    return (
      <text key={key} class={style} x={first} y={second}>
        {third}
      </text>
    );
  return <path key={key} class={style} d={String(first)} />;
}

/** A small drawing of what a type looks like; lines of text for a type that has none. */
export function Thumbnail({ type }: { readonly type: string }) {
  const shapes = (drawings as unknown as Readonly<Record<string, readonly Shape[]>>)[type];
  return (
    <svg class="s-add-drawing" viewBox="0 0 96 60" aria-hidden="true">
      {(shapes ?? (drawings.text as unknown as readonly Shape[])).map(drawn)}
    </svg>
  );
}
