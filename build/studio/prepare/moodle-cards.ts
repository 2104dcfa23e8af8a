import type { MoodleGroup } from '../engine/prepare-calls.ts';
import { type Key, t } from '../strings.ts';

/** A step in Moodle: what its form shows, and what to do there. */
export interface MoodleCard {
  readonly id: string;
  readonly title: string;
  readonly reasons: readonly string[];
  /** Heading of the drawn form, and its lines; a line without a value is a button. */
  readonly form: string;
  readonly lines: readonly { readonly name: string; readonly value: string }[];
}

/** Takes the quotation marks off a value that is drawn as a field. */
function bare(value: string): string {
  return value.replace(/^«\s*([^«»]*?)\s*»$|^“([^“”]*)”$/, '$1$2');
}

function card(id: string, names: { readonly title: Key; readonly why: Key; readonly form: Key }, lines: MoodleCard['lines']): MoodleCard {
  return { id, title: t(names.title), reasons: [t(names.why)], form: t(names.form), lines };
}

/** Lists the steps to take in Moodle, in their order. @param isFirst false: an older package is replaced */
export function moodleCards(groups: readonly MoodleGroup[], file: string, title: string, isFirst: boolean): readonly MoodleCard[] {
  const begin = isFirst
    ? card('add', { title: 'prepare.add', why: 'prepare.add.why', form: 'prepare.add.form' }, [
        { name: t('prepare.add.button'), value: '' },
      ])
    : { ...card('open', { title: 'prepare.open', why: 'prepare.open.why', form: 'prepare.open.form' }, []), form: title };
  const opened = isFirst ? begin : { ...begin, lines: [{ name: t('prepare.open.button'), value: '' }] };
  const put = isFirst
    ? ({ title: 'prepare.put', why: 'prepare.put.why', form: 'prepare.put.form' } as const)
    : ({ title: 'prepare.replace', why: 'prepare.replace.why', form: 'prepare.put.form' } as const);
  return [
    opened,
    card(isFirst ? 'put' : 'replace', put, [{ name: file, value: '' }]),
    ...groups.map((group, index) => ({
      id: `group-${index}`,
      title: isFirst ? group.title : t('prepare.already', { title: group.title }),
      reasons: group.settings.map(({ why }) => why).filter((why) => why !== ''),
      form: group.title,
      lines: group.settings.map(({ name, value }) => ({ name, value: bare(value) })),
    })),
    card('try', { title: 'prepare.try', why: 'prepare.try.why', form: 'prepare.try.form' }, [{ name: t('prepare.try.button'), value: '' }]),
  ];
}
