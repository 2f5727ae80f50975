import {
  alreadyCrossposted,
  emptyMessage,
  missingPermissions,
  unknownMessage,
} from './api-error.ts';
import { mergedAttachments, resolveAttachmentUrls } from './attachments.ts';
import {
  type Attachment,
  type DiscordMessage,
  type InteractionMetadata,
  MessageFlag,
} from './entities.ts';
import type { UploadedFile, User } from './entities.ts';
import { keptTexts } from './kept-texts.ts';
import { mentionsOf } from './mentions.ts';
import type { Component, MessageBody } from './wire.ts';
import type { World } from './world.ts';

/** Messages kept. Benchmarks send more. */
const MESSAGE_LIMIT = 20_000;

export type NewMessage = {
  channelId: string;
  author: User;
  body: MessageBody;
  files: readonly UploadedFile[];
  visibleTo?: string | undefined;
  metadata?: InteractionMetadata;
  /** Still "thinking", so it may be empty. */
  loading?: boolean;
};

/** Numbers a message's components as Discord does, parents before children. */
export function numbered(components: readonly Component[]): Component[] {
  let last = 0;
  const number = (component: Component): Component => {
    last += 1;
    const { components: inner, accessory, component: single } = component;
    return {
      ...component,
      id: component.id || last,
      ...(inner ? { components: inner.map(number) } : {}),
      ...(accessory ? { accessory: number(accessory) } : {}),
      ...(single ? { component: number(single) } : {}),
    };
  };
  return components.map(number);
}

/** All messages, oldest first. */
export class Messages {
  readonly #world: World;
  readonly #byId = new Map<string, DiscordMessage>();
  readonly #visibleTo = new Map<string, string>();
  readonly #states = new Map<string, DiscordMessage[]>();

  constructor(world: World) {
    this.#world = world;
  }

  get(id: string): DiscordMessage | undefined {
    return this.#byId.get(id);
  }

  /** Every state of a message, even a deleted one. */
  statesOf(id: string): readonly DiscordMessage[] {
    return this.#states.get(id) ?? [];
  }

  /** Who sees an ephemeral message. */
  visibleTo(message: DiscordMessage): string | undefined {
    return this.#visibleTo.get(message.id);
  }

  attachment(channelId: string, id: string): Attachment | undefined {
    for (const message of this.#byId.values()) {
      const found = message.attachments.find((attachment) => attachment.id === id);
      if (found !== undefined && message.channel_id === channelId) return found;
    }
    return undefined;
  }

  /** A channel's public messages, oldest first. */
  in(channelId: string): DiscordMessage[] {
    return [...this.#byId.values()].filter(
      (message) => message.channel_id === channelId && !this.#visibleTo.has(message.id),
    );
  }

  create(fields: NewMessage): DiscordMessage {
    const { files, visibleTo, metadata, author } = fields;
    const body = keptTexts(fields.body);
    const id = this.#world.ids.next();
    const attachments = mergedAttachments(this.#world, fields.channelId, [], body, files);
    const message: DiscordMessage = {
      id,
      channel_id: fields.channelId,
      type: metadata?.type === 2 ? 20 : metadata === undefined ? 0 : 19,
      author,
      content: body.content ?? '',
      embeds: resolveAttachmentUrls(body.embeds ?? [], attachments),
      components: numbered(body.components ?? []),
      attachments,
      flags: flagsOf(body.flags ?? 0, fields),
      timestamp: this.#world.timestamp(),
      edited_timestamp: null,
      ...mentionsOf(this.#world, body.content ?? '', body.allowed_mentions ?? undefined),
      pinned: false,
      tts: false,
      ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
      ...(metadata ? { interaction_metadata: metadata, ...this.#webhookIds() } : {}),
    };
    if (fields.loading !== true) refuseEmpty(message);
    this.#keep(message, visibleTo);
    return message;
  }

  #webhookIds() {
    const id = this.#world.identity.applicationId;
    return { application_id: id, webhook_id: id };
  }

  #keep(message: DiscordMessage, visibleTo: string | undefined): void {
    this.#byId.set(message.id, message);
    this.#states.set(message.id, [{ ...message }]);
    this.#forgetOldest();
    if (visibleTo !== undefined) this.#visibleTo.set(message.id, visibleTo);
    const channel = this.#world.channels.get(message.channel_id);
    if (channel && visibleTo === undefined) channel.last_message_id = message.id;
    this.#world.announce('message', { kind: 'created', message, visibleTo });
  }

  #forgetOldest(): void {
    if (this.#states.size <= MESSAGE_LIMIT) return;
    const [oldest] = this.#states.keys();
    if (oldest === undefined) return;
    this.#byId.delete(oldest);
    this.#visibleTo.delete(oldest);
    this.#states.delete(oldest);
  }

  /** Changes what the body names. The end of "thinking" doesn't count as an edit. */
  edit(
    message: DiscordMessage,
    asked: MessageBody,
    files: readonly UploadedFile[],
  ): DiscordMessage {
    const body = keptTexts(asked);
    const wasLoading = (message.flags & MessageFlag.Loading) !== 0;
    const attachments = mergedAttachments(
      this.#world,
      message.channel_id,
      message.attachments,
      body,
      files,
    );
    const content = body.content === undefined ? message.content : (body.content ?? '');
    const embeds = body.embeds === undefined ? message.embeds : (body.embeds ?? []);
    const changed: DiscordMessage = {
      ...message,
      content,
      embeds: resolveAttachmentUrls(embeds, attachments),
      components:
        body.components === undefined ? message.components : numbered(body.components ?? []),
      attachments,
      flags: editedFlags(message.flags, body.flags),
      edited_timestamp: wasLoading ? null : this.#world.timestamp(),
      ...(body.content === undefined
        ? {}
        : mentionsOf(this.#world, content, body.allowed_mentions ?? undefined)),
    };
    refuseEmpty(changed);
    Object.assign(message, changed);
    this.#states.get(message.id)?.push({ ...message });
    this.#world.announce('message', {
      kind: 'updated',
      message,
      visibleTo: this.visibleTo(message),
    });
    return message;
  }

  delete(id: string): void {
    const message = this.#byId.get(id);
    if (message === undefined) throw unknownMessage();
    const visibleTo = this.#visibleTo.get(id);
    this.#byId.delete(id);
    this.#visibleTo.delete(id);
    this.#world.announce('message', { kind: 'deleted', message, visibleTo });
  }

  crosspost(message: DiscordMessage): DiscordMessage {
    if (message.author.id !== this.#world.identity.botUser.id) throw missingPermissions();
    if (message.flags & MessageFlag.Crossposted) throw alreadyCrossposted();
    message.flags |= MessageFlag.Crossposted;
    this.#world.announce('message', { kind: 'updated', message, visibleTo: undefined });
    return message;
  }
}

function flagsOf(asked: number, { visibleTo, loading }: NewMessage): number {
  const settable = MessageFlag.SuppressEmbeds | MessageFlag.ComponentsV2 | 4096;
  const ephemeral = visibleTo === undefined ? 0 : MessageFlag.Ephemeral;
  return (asked & settable) | ephemeral | (loading === true ? MessageFlag.Loading : 0);
}

function editedFlags(before: number, asked: number | null | undefined): number {
  const kept = before & ~MessageFlag.Loading;
  if (asked === undefined || asked === null) return kept;
  const settable = MessageFlag.SuppressEmbeds | MessageFlag.ComponentsV2;
  return (kept & ~MessageFlag.SuppressEmbeds) | (asked & settable);
}

function refuseEmpty({ content, embeds, components, attachments }: DiscordMessage): void {
  const parts = embeds.length + components.length + attachments.length;
  if (content.trim() === '' && parts === 0) throw emptyMessage();
}

/** The message on the wire. Uploads that an embed shows aren't listed as attachments. */
export function onTheWire(message: DiscordMessage): unknown {
  const shown = new Set(
    message.embeds.flatMap(({ image, thumbnail, footer, author }) => [
      image?.url,
      thumbnail?.url,
      footer?.icon_url,
      author?.icon_url,
    ]),
  );
  const attachments = message.attachments
    .filter(({ url }) => !shown.has(url))
    .map(({ bytes: _bytes, ...rest }) => rest);
  return { ...message, attachments, embeds: message.embeds.map(richEmbed) };
}

/** Discord returns the nonce to the sender and doesn't store it. */
export function inHistory(message: DiscordMessage): unknown {
  const { nonce: _nonce, ...kept } = message;
  return onTheWire(kept);
}

const richEmbed = (embed: DiscordMessage['embeds'][number]) => ({ type: 'rich', ...embed });
