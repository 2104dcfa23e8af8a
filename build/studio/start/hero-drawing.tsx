/** Drawing of the first view: a text becomes a session on a phone, beside the satchel. */
export function HeroDrawing() {
  return (
    <svg class="s-hero-drawing" viewBox="0 0 320 200" aria-hidden="true" focusable="false">
      <g transform="rotate(-5 80 110)">
        <rect class="s-draw-paper" x="20" y="34" width="116" height="150" rx="8" />
        <path class="s-draw-words" d="M36 56h54M36 74h84M36 86h76M36 98h80" />
        <rect class="s-draw-card" x="34" y="112" width="88" height="54" rx="7" />
        <path class="s-draw-title" d="M44 124h30" />
        <path class="s-draw-words" d="M58 140h50M58 153h38" />
        <rect class="s-draw-box" x="43" y="135" width="9" height="9" rx="2" />
        <rect class="s-draw-done" x="43" y="149" width="9" height="9" rx="2" />
      </g>
      <g transform="rotate(4 200 100)">
        <rect class="s-draw-phone" x="158" y="14" width="92" height="172" rx="16" />
        <path class="s-draw-ink" d="M172 40h46M172 52h30" />
        <rect class="s-draw-answer" x="170" y="66" width="68" height="22" rx="8" />
        <rect class="s-draw-right" x="170" y="94" width="68" height="22" rx="8" />
        <path class="s-draw-check" d="m180 105 4 4 7-8" />
        <path class="s-draw-words" d="M182 77h40M198 105h28" />
        <rect class="s-draw-button" x="170" y="146" width="68" height="22" rx="11" />
      </g>
      <path class="s-draw-arrow" d="M134 30c8-12 18-16 28-14m-9-7 10 7-8 9" />
      <g transform="translate(236 118) scale(1.2)">
        <path d="M23 16v-3a6 6 0 0 1 6-6h6a6 6 0 0 1 6 6v3" fill="none" stroke="#B45309" stroke-width="4" stroke-linecap="round" />
        <rect x="7" y="16" width="50" height="40" rx="8" fill="#B45309" />
        <path d="M7 24a8 8 0 0 1 8-8h34a8 8 0 0 1 8 8v6a8 8 0 0 1-8 8H15a8 8 0 0 1-8-8z" fill="#D97706" />
        <path d="M20 30v12M44 30v12" fill="none" stroke="#FFFFFF" stroke-width="5" stroke-linecap="round" />
      </g>
    </svg>
  );
}
