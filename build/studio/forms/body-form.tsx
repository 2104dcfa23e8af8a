import { t } from '../strings.ts';
import { sectionsOf } from '../text/edit-body.ts';
import type { BlockText } from '../text/edit-parts.ts';
import type { Range } from '../text/outline.ts';
import { BlanksForm } from './blanks-form.tsx';
import { listName, partsOf, runsOf } from './body-parts.ts';
import { ComposedForm } from './composed-form.tsx';
import type { Editing } from './editing.ts';
import { FieldGroup } from './fields.tsx';
import { InnerRow } from './inner-row.tsx';
import { ListForm, NoList } from './list-form.tsx';
import { PictureFields, SpotPicture, spotsOfSections, spotsOfTable } from './picture-fields.tsx';
import { TextField } from './raw-field.tsx';
import type { SectionKind } from './section-heads.tsx';
import { SectionsForm } from './sections-form.tsx';
import { isShapeOf, listShapeOf, tableShapeOf } from './shapes.ts';
import { TableForm } from './table-form.tsx';
import { TreeForm } from './tree-form.tsx';

const SECTIONS: readonly string[] = [
  'cards',
  'definitions',
  'fields',
  'groups',
  'grid',
  'scenes',
  'speeches',
  'spots',
] satisfies SectionKind[];

interface BlocksProps {
  readonly editing: Editing;
  readonly blocks: readonly BlockText[];
  readonly prefix: string;
  readonly label: string;
  readonly isFree?: boolean;
}

/** Blocks that belong to no form: fields of text, of pictures, and rows for what is inside. */
function PlainBlocks({ editing, blocks, prefix, label, isFree = false }: BlocksProps) {
  const runs = runsOf(blocks, ({ kind }) => kind === 'directive' || (!isFree && kind === 'picture'));
  return (
    <>
      {runs.map((run, index) => {
        const name = index === 0 ? prefix : `${prefix}-${index}`;
        if (run.kind === 'text')
          return (
            <TextField key={name} editing={editing} range={run.range} label={label} name={name} kind={isFree ? 'free' : 'in-sections'} />
          );
        const { block } = run;
        if (block.kind === 'directive') return <InnerRow key={name} editing={editing} directive={block.directive} />;
        return block.kind === 'picture' ? <PictureFields key={name} editing={editing} picture={block} name={name} /> : null;
      })}
    </>
  );
}

/** The question or the instruction; a field for it also where there is none yet. */
function Prompt({ editing, blocks, body }: { readonly editing: Editing; readonly blocks: readonly BlockText[]; readonly body: Range }) {
  const label = t(editing.type?.form === 'choices' ? 'forms.question' : 'forms.prompt');
  const hasText = blocks.some(({ kind }) => kind !== 'picture' && kind !== 'directive');
  return (
    <>
      {!hasText && <TextField editing={editing} range={{ from: body.from, to: body.from }} label={label} name="prompt" />}
      <PlainBlocks editing={editing} blocks={blocks} prefix={hasText ? 'prompt' : 'before'} label={label} />
    </>
  );
}

function SectionBody({ editing, kind }: { readonly editing: Editing; readonly kind: SectionKind }) {
  const { body, blocks } = partsOf(editing.text, editing.directive);
  const { before, sections } = sectionsOf(blocks);
  const picture = before.find((block) => block.kind === 'picture');
  const above = before.at(-1) ?? editing.directive.head;
  // Stakeholders without places have nothing right or wrong.
  const listAt = kind === 'grid' && sections.length === 0 ? before.findIndex((block) => block.kind === 'list') : -1;
  const list = before[listAt];
  return (
    <>
      <Prompt editing={editing} blocks={list ? before.slice(0, listAt) : before} body={body} />
      {kind === 'spots' && picture?.kind === 'picture' && (
        <SpotPicture editing={editing} picture={picture} spots={spotsOfSections(editing, sections)} />
      )}
      {list?.kind === 'list' && <ListForm editing={editing} list={list} shape={listShapeOf('grid', '')} prefix="list" />}
      {list && <PlainBlocks editing={editing} blocks={before.slice(listAt + 1)} prefix="below" label={t('forms.raw')} />}
      <SectionsForm editing={editing} sections={sections} kind={kind} above={above} />
    </>
  );
}

/** A list or a table below the question; what follows it stays a text. */
function ShapeBody({ editing, form }: { readonly editing: Editing; readonly form: string }) {
  const { text, directive } = editing;
  const { body, blocks } = partsOf(text, directive);
  const first = blocks.findIndex((block) => isShapeOf(form, block));
  const end = first < 0 ? blocks.length : first;
  const [before, shape] = [blocks.slice(0, end), blocks.slice(end)];
  const lists = listShapeOf(form, directive.name);
  const picture = before.find((block) => block.kind === 'picture');
  const table = shape[0]?.kind === 'table' ? shape[0] : undefined;
  const at = before.at(-1)?.to ?? body.from;
  return (
    <>
      {form !== 'table' && <Prompt editing={editing} blocks={before} body={body} />}
      {form === 'labels' && picture?.kind === 'picture' && table && (
        <SpotPicture editing={editing} picture={picture} spots={spotsOfTable(editing, table)} />
      )}
      {shape.map((block, index) => {
        const key = `shape-${index}`;
        if (form === 'tree' && block.kind === 'list') return <TreeForm key={key} editing={editing} list={block} />;
        if (block.kind === 'table') return <TableForm key={key} editing={editing} table={block} shape={tableShapeOf(form)} />;
        if (block.kind !== 'list') return <PlainBlocks key={key} editing={editing} blocks={[block]} prefix={key} label={t('forms.raw')} />;
        return (
          <FieldGroup key={key} title={lists.title} hint={lists.hint}>
            <ListForm editing={editing} list={block} shape={lists} prefix={listName('list', index)} />
          </FieldGroup>
        );
      })}
      {first < 0 && !['labels', 'pairs', 'comparison', 'table'].includes(form) && (
        <FieldGroup title={lists.title} hint={lists.hint}>
          <NoList editing={editing} at={at} shape={lists} prefix="list" isOrdered={form === 'steps'} />
        </FieldGroup>
      )}
    </>
  );
}

function ProseBody({ editing }: { readonly editing: Editing }) {
  const { body, blocks } = partsOf(editing.text, editing.directive);
  const isGallery = editing.directive.name === 'gallery';
  const hasText = blocks.some(({ kind }) => kind !== 'directive');
  return (
    <>
      {!hasText && (
        <TextField editing={editing} range={{ from: body.from, to: body.from }} label={t('forms.text')} name="prompt" kind="free" />
      )}
      <PlainBlocks editing={editing} blocks={blocks} prefix={hasText ? 'prompt' : 'before'} label={t('forms.text')} isFree={!isGallery} />
    </>
  );
}

/** Fields for the body of a directive, by the form of its type. A form that is not known has one field with all of its text. */
export function BodyForm({ editing }: { readonly editing: Editing }) {
  const { directive, type } = editing;
  const form = type?.form ?? '';
  if (!directive.body || form === 'none') return null;
  if (SECTIONS.includes(form)) return <SectionBody editing={editing} kind={form as SectionKind} />;
  if (form === 'blanks' || form === 'passages') {
    const { blocks, body } = partsOf(editing.text, directive);
    return <BlanksForm editing={editing} blocks={blocks} at={body.from} isPassage={form === 'passages'} />;
  }
  if (form === 'composed') return <ComposedForm editing={editing} />;
  if (['choices', 'mistakes', 'steps', 'scale', 'tree', 'pairs', 'labels', 'comparison', 'table'].includes(form))
    return <ShapeBody editing={editing} form={form} />;
  return <ProseBody editing={editing} />;
}
