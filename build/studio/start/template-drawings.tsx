import type { ComponentChildren } from 'preact';

/** A small drawing of 96 by 60 units. */
function Small({ children }: { readonly children: ComponentChildren }) {
  return (
    <svg class="s-small-drawing" viewBox="0 0 96 60" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** A line of words. */
function Words({
  x,
  y,
  width,
  tone = 'words',
}: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly tone?: string;
}) {
  return <rect class={`s-small-${tone}`} x={x} y={y} width={width} height="3" rx="1.5" />;
}

export function BlankDrawing() {
  return (
    <Small>
      <Words x={14} y={9} width={52} />
      <rect class="s-small-paper" x="14" y="18" width="68" height="34" rx="4" />
      <Words x={20} y={25} width={50} />
      <Words x={20} y={32} width={56} />
      <Words x={20} y={39} width={26} />
      <path class="s-small-line" d="M50 38v7" />
    </Small>
  );
}

function QuestionDrawing() {
  const answers = [20, 32, 44] as const;
  return (
    <Small>
      <Words x={14} y={8} width={44} />
      {answers.map((y, index) => (
        <g key={y}>
          <rect class={index === 1 ? 's-small-blue' : 's-small-paper'} x="14" y={y} width="68" height="10" rx="4" />
          <circle class={index === 1 ? 's-small-accent' : 's-small-ring'} cx="21" cy={y + 5} r="2.5" />
          <Words x={28} y={y + 3.5} width={40 - 6 * index} tone={index === 1 ? 'accent' : 'words'} />
        </g>
      ))}
    </Small>
  );
}

function SortingDrawing() {
  return (
    <Small>
      <rect class="s-small-blue" x="10" y="24" width="36" height="28" rx="3" />
      <rect class="s-small-warm" x="50" y="24" width="36" height="28" rx="3" />
      <Words x={16} y={28} width={18} tone="accent" />
      <Words x={56} y={28} width={18} tone="ink" />
      <rect class="s-small-paper" x="15" y="35" width="26" height="7" rx="3" />
      <rect class="s-small-paper" x="15" y="44" width="26" height="6" rx="3" />
      <rect class="s-small-paper" x="55" y="35" width="26" height="7" rx="3" />
      <g transform="rotate(-6 48 14)">
        <rect class="s-small-paper" x="30" y="7" width="36" height="13" rx="3" />
        <Words x={36} y={12} width={22} />
      </g>
    </Small>
  );
}

export function QuarterDrawing() {
  return (
    <>
      <QuestionDrawing />
      <SortingDrawing />
    </>
  );
}

function PathDrawing() {
  return (
    <Small>
      <path class="s-small-line" d="M10 30h76" />
      <circle class="s-small-accent" cx="22" cy="30" r="5" />
      <circle class="s-small-sun" cx="48" cy="30" r="5" />
      <circle class="s-small-right" cx="74" cy="30" r="5" />
      <Words x={12} y={14} width={20} />
      <Words x={15} y={20} width={14} />
      <Words x={38} y={42} width={20} />
      <Words x={41} y={48} width={14} />
      <Words x={64} y={14} width={20} />
      <Words x={67} y={20} width={14} />
    </Small>
  );
}

function QuizDrawing() {
  return (
    <Small>
      <rect class="s-small-paper" x="26" y="6" width="56" height="44" rx="3" />
      <rect class="s-small-paper" x="20" y="9" width="56" height="44" rx="3" />
      <rect class="s-small-paper" x="14" y="12" width="56" height="42" rx="3" />
      <Words x={20} y={18} width={30} tone="accent" />
      {([28, 37, 46] as const).map((y) => (
        <g key={y}>
          <circle class={y === 37 ? 's-small-right' : 's-small-ring'} cx="23" cy={y} r="2.5" />
          <Words x={30} y={y - 1} width={y === 37 ? 24 : 32} />
        </g>
      ))}
    </Small>
  );
}

export function TrainingDrawing() {
  return (
    <>
      <PathDrawing />
      <QuizDrawing />
    </>
  );
}

export function SampleDrawing() {
  return (
    <>
      <Small>
        <path class="s-small-link" d="M48 16v8M48 24 26 34M48 24l22 10M26 42v6M70 42v6" />
        <rect class="s-small-accent" x="34" y="6" width="28" height="11" rx="3" />
        <rect class="s-small-warm" x="12" y="33" width="28" height="11" rx="3" />
        <rect class="s-small-green" x="56" y="33" width="28" height="11" rx="3" />
        <circle class="s-small-sun" cx="26" cy="51" r="3" />
        <circle class="s-small-right" cx="70" cy="51" r="3" />
      </Small>
      <Small>
        <path class="s-small-link" d="M48 30 24 16M48 30 74 16M48 30 22 44M48 30 74 44" />
        <rect class="s-small-accent" x="36" y="24" width="24" height="12" rx="6" />
        <rect class="s-small-warm" x="8" y="10" width="24" height="11" rx="5" />
        <rect class="s-small-blue" x="64" y="10" width="24" height="11" rx="5" />
        <rect class="s-small-green" x="8" y="40" width="24" height="11" rx="5" />
        <rect class="s-small-warm" x="64" y="40" width="24" height="11" rx="5" />
      </Small>
    </>
  );
}
