import { timesOf } from '../../src/model/course/captions.ts';

/** One caption: seconds from the start, and its text with WebVTT tags. */
interface Caption {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Reads the captions of a WebVTT text, without notes, styles, unreadable blocks and positions on the picture. */
export function readCaptions(text: string): Caption[] {
  // A line of times also begins a caption without an empty line before it.
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n{2,}|\n(?=.*-->)/);
  return blocks.flatMap((block) => {
    const [first = '', ...lines] = block.split('\n');
    const times = timesOf(first);
    const words = lines.join('\n').trim();
    return times && words ? [{ ...times, text: words }] : [];
  });
}

/** Adds captions from the markup, because a `<track>` doesn't load from `file:` or in a sandboxed frame. */
export function mount(root: HTMLElement): void {
  const video = root.querySelector('video');
  const source = root.querySelector<HTMLElement>('[data-captions]');
  if (!video || !source) return;
  const track = video.addTextTrack('captions', source.dataset.captions, document.documentElement.lang);
  for (const { start, end, text } of readCaptions(source.textContent ?? '')) track.addCue(new VTTCue(start, end, text));
  track.mode = 'showing';
}
