import type { Problem } from '../api-error.ts';
import { type DiscordMessage, MessageFlag, type UploadedFile } from '../entities.ts';
import type { MessageBody } from '../wire.ts';
import { componentsProblems } from './component-rules.ts';
import { embedsProblems } from './embed-rules.ts';
import { lengthProblems, problem } from './lengths.ts';

const UPLOAD_LIMIT = 10 * 1024 * 1024;
const ATTACHMENTS = 10;

/** Our own rule, not Discord's: every message says whom it may ping. */
function mentionProblems({ content, embeds, allowed_mentions }: MessageBody): Problem[] {
  if (!content && !embeds?.length) return [];
  if (Array.isArray(allowed_mentions?.parse)) return [];
  const message =
    'A message with content or embeds says whom it pings: allowed_mentions with a parse list.';
  return [problem('allowed_mentions', 'allowed_mentions', message)];
}

function exclusiveMentions({ allowed_mentions }: MessageBody): Problem[] {
  const both = (['users', 'roles'] as const).filter(
    (kind) => allowed_mentions?.parse?.includes(kind) && allowed_mentions[kind]?.length,
  );
  return both.map((kind) =>
    problem(
      'mentions',
      'allowed_mentions',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    ),
  );
}

function layoutProblems(body: MessageBody, layout: boolean): Problem[] {
  if (!layout || (!body.content && !body.embeds?.length)) return [];
  const message = 'The flag IS_COMPONENTS_V2 leaves no room for content and embeds.';
  return [problem('layout', 'flags', message)];
}

function fileProblems(body: MessageBody, files: readonly UploadedFile[]): Problem[] {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const indexes = new Set(files.map(({ field }) => /^files\[(\d+)\]$/.exec(field)?.[1]));
  return [
    ...(indexes.has(undefined)
      ? [problem('files', 'files', 'Every upload is a form field named files[n].')]
      : []),
    ...(indexes.size < files.length
      ? [problem('files', 'files', 'Two uploads share a field.')]
      : []),
    ...(size > UPLOAD_LIMIT ? [problem('files', 'files', 'Request entity too large.')] : []),
    ...(files.length > ATTACHMENTS || (body.attachments?.length ?? 0) > ATTACHMENTS
      ? [problem('files', 'attachments', 'Must be 10 or fewer attachments.')]
      : []),
  ];
}

/** Names for `attachment://`: new files, and those the edited message keeps. */
function fileNames(
  body: MessageBody,
  files: readonly UploadedFile[],
  edited: DiscordMessage | undefined,
): Set<string> {
  const kept = (edited?.attachments ?? []).filter(
    ({ id }) => body.attachments === undefined || body.attachments?.some((told) => told.id === id),
  );
  const told = (body.attachments ?? []).flatMap(({ filename }) => filename ?? []);
  return new Set([
    ...kept.map(({ filename }) => filename),
    ...files.map(({ filename }) => filename),
    ...told,
  ]);
}

/** Problems in a new message, or in the changes to an `edited` one. */
export function messageProblems(
  body: MessageBody,
  files: readonly UploadedFile[],
  edited: DiscordMessage | undefined,
): Problem[] {
  const flags = (body.flags ?? 0) | (edited?.flags ?? 0);
  const layout = (flags & MessageFlag.ComponentsV2) !== 0;
  const nonce = typeof body.nonce === 'string' ? body.nonce : undefined;
  return [
    ...lengthProblems('content', body.content, [0, 2000]),
    ...lengthProblems('nonce', nonce, [0, 25]),
    ...embedsProblems(body.embeds ?? [], fileNames(body, files, edited)),
    ...componentsProblems(body.components ?? [], layout),
    ...layoutProblems(body, layout),
    ...fileProblems(body, files),
    ...mentionProblems(body),
    ...exclusiveMentions(body),
  ];
}
