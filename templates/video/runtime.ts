import { timesOf } from '../../src/model/captions.ts';

/** One caption: seconds from the start, and its words with their WebVTT tags. */
interface Caption {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The captions of a WebVTT text; notes, styles and what can't be read are left out, places on the picture are not kept. */
export function readCaptions(text: string): Caption[] {
  // A line of times begins a caption without an empty line in front of it, too.
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n{2,}|\n(?=.*-->)/);
  return blocks.flatMap((block) => {
    const [first = '', ...lines] = block.split('\n');
    const times = timesOf(first);
    const words = lines.join('\n').trim();
    return times && words ? [{ ...times, text: words }] : [];
  });
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
