import type { Component, Embed } from './wire.ts';

export type User = {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: string | null;
  bot?: boolean;
  public_flags: number;
};

export type Overwrite = { id: string; type: 0 | 1; allow: string; deny: string };

export type ThreadMetadata = {
  archived: boolean;
  locked: boolean;
  auto_archive_duration: number;
  archive_timestamp: string;
  create_timestamp: string;
};

/** type 0 text, 1 direct message, 3 group message, 5 announcements, 10–12 threads, 15 forum, 16 media. */
export type Channel = {
  id: string;
  type: number;
  name?: string;
  guild_id?: string;
  position?: number;
  permission_overwrites?: Overwrite[];
  recipients?: User[];
  parent_id?: string | null;
  last_message_id: string | null;
  topic?: string | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  flags: number;
  /** Only on threads. */
  thread_metadata?: ThreadMetadata;
  owner_id?: string;
  message_count?: number;
  member_count?: number;
  total_message_sent?: number;
};

export type Role = {
  id: string;
  name: string;
  permissions: string;
  position: number;
  color: number;
  hoist: boolean;
  managed: boolean;
  mentionable: boolean;
  flags: number;
};

type Member = {
  user: User;
  roles: string[];
  nick: string | null;
  joined_at: string;
  /** Set while the member is timed out. */
  communication_disabled_until?: string;
};

export type Guild = {
  id: string;
  name: string;
  owner_id: string;
  preferred_locale: string;
  features: string[];
  roles: Role[];
  members: Map<string, Member>;
};

export type Attachment = {
  id: string;
  filename: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type?: string;
  description?: string;
  ephemeral?: boolean;
  /** The uploaded bytes. Never sent. */
  bytes: Buffer;
};

export type InteractionMetadata = {
  id: string;
  type: number;
  user: User;
  authorizing_integration_owners: Record<string, string>;
  name?: string;
  command_type?: number;
  interacted_message_id?: string;
  triggering_interaction_metadata?: InteractionMetadata;
  original_response_message_id?: string;
};

/** A message. Edits change this object. */
export type DiscordMessage = {
  id: string;
  channel_id: string;
  type: number;
  author: User;
  content: string;
  embeds: Embed[];
  components: Component[];
  attachments: Attachment[];
  flags: number;
  timestamp: string;
  edited_timestamp: string | null;
  mentions: User[];
  mention_roles: string[];
  mention_everyone: boolean;
  pinned: boolean;
  tts: boolean;
  nonce?: string | number;
  application_id?: string;
  webhook_id?: string;
  interaction_metadata?: InteractionMetadata;
};

export type UploadedFile = {
  field: string;
  filename: string;
  contentType: string;
  bytes: Buffer;
};

export const MessageFlag = {
  Crossposted: 1,
  SuppressEmbeds: 4,
  Ephemeral: 64,
  Loading: 128,
  ComponentsV2: 32768,
} as const;
