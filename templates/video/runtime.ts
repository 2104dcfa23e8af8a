/** One caption: seconds from the start, and its words with their WebVTT tags. */
interface Caption {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const TIMES = /^\s*((?:\d+:)?\d\d:\d\d[.,]\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d[.,]\d{3})/;

function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part.replace(',', '.')), 0);
}

/** The captions of a WebVTT text; notes, styles and what can't be read are left out, places on the picture are not kept. */
export function readCaptions(text: string): Caption[] {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // A line of times begins a caption without an empty line in front of it, too.
      .split(/\n{2,}|\n(?=.*-->)/)
      .flatMap((block) => {
        const lines = block.split('\n');
        const at = lines.findIndex((line) => TIMES.test(line));
        const [, from = '', to = ''] = TIMES.exec(lines[at] ?? '') ?? [];
        const words = lines
          .slice(at + 1)
          .join('\n')
          .trim();
        const caption = { start: seconds(from), end: seconds(to), text: words };
        return at < 0 || !words || caption.end <= caption.start ? [] : [caption];
      })
  );
}

/** Adds the captions that the markup carries: a `<track>` doesn't load from a file or in a sandboxed frame. */
export function mount(root: HTMLElement): void {
  const video = root.querySelector('video');
  const source = root.querySelector<HTMLElement>('[data-captions]');
  if (!video || !source) return;
  const track = video.addTextTrack('captions', source.dataset.captions, document.documentElement.lang);
  for (const { start, end, text } of readCaptions(source.textContent ?? '')) track.addCue(new VTTCue(start, end, text));
  track.mode = 'showing';
}
