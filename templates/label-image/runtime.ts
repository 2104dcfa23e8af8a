import { expected } from '../../src/player/frame/expected.ts';
import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { markPoint, putPoints } from '../../src/player/frame/points.ts';
import { feedback, mark } from '../../src/player/widgets/mark.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { type Answer, labelOn } from './scoring.ts';
import type { Options } from './type.ts';

/** One spot in the list. */
interface Row {
  readonly spot: string;
  readonly box: HTMLElement;
  readonly field: HTMLElement;
  readonly select: HTMLSelectElement;
}

type SpotMarkup = Markup<{ select: HTMLSelectElement & { readonly parentElement: HTMLElement } }>;

function readRows(root: HTMLElement): Row[] {
  return [...root.querySelectorAll<SpotMarkup>('[data-spot]')].map((box) => {
    const select = box.querySelector('select');
    return { spot: box.dataset.spot ?? '', box, field: select.parentElement, select };
  });
}

export function mount(root: Markup<{ '.label-image-picture': HTMLElement }>, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings } = context;
  const rows = readRows(root);
  const textOf = (label: string): string => options.labels.find(({ token }) => token === label)?.text ?? '';
  const current = (): Answer =>
    Object.fromEntries(rows.filter(({ select }) => select.value).map(({ spot, select }) => [spot, select.value]));
  const picture = root.querySelector('.label-image-picture');
  const points = putPoints(picture, options.spots, (spot) => rows.find((row) => row.spot === spot)?.select.focus());

  function show(): void {
    for (const { spot, select } of rows) points.get(spot)?.toggleAttribute('data-on', select.value !== '');
  }

  for (const { spot, select } of rows) {
    select.value = labelOn(options, answer, spot) ?? '';
    select.disabled = locked;
  }
  show();
  root.onchange = () => {
    show();
    context.draft(current());
  };

  return {
    read() {
      const open = rows.filter(({ select }) => !select.value);
      return open[0] ? { missing: format(strings, 'missing', { n: open.length }), at: open[0].select } : current();
    },
    show(verdict) {
      for (const { spot, box, field, select } of rows) {
        const part = verdict?.parts[spot];
        const right = options.spots.find(({ token }) => token === spot);
        select.disabled = locked || !!verdict?.final;
        mark(field, part);
        expected(field, verdict?.final && part !== 'right' ? format(strings, 'expected', { answer: textOf(right?.label ?? '') }) : '');
        feedback(box, part && right?.feedback, part);
        markPoint(points.get(spot), part);
      }
    },
    text: () => rows.map(({ select }, index) => `${index + 1} : ${textOf(select.value) || '…'}`).join('\n'),
  };
}
