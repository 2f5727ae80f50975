import { ComponentType, InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';

import { bits, snowflake } from '../ids.ts';

/** What Discord sends as an interaction. Optional fields are left out if they are malformed. */

const TOKEN_LIMIT = 2_000;
const UNFIT_FOR_TOKEN = /[\s/?#\\]/;
export const LOCALE_LIMIT = 20;

export const INTERACTION_TYPES = [
  InteractionType.ApplicationCommand,
  InteractionType.ApplicationCommandAutocomplete,
  InteractionType.MessageComponent,
  InteractionType.ModalSubmit,
] as const;

/** Whether a text can be an interaction's token. It goes into a URL, too. */
export function isToken(text: string): boolean {
  return text !== '' && text.length <= TOKEN_LIMIT && !UNFIT_FOR_TOKEN.test(text);
}

/** Half a character would come back in a sentence, which Discord refuses. */
const wellFormed = z.string().transform((text) => text.toWellFormed());

export const envelope = z.object({
  id: snowflake,
  application_id: snowflake,
  token: z.string().refine(isToken),
  type: z.literal(INTERACTION_TYPES),
  data: z.unknown().optional(),
  locale: z.string().max(LOCALE_LIMIT).nullish().catch(null),
  guild_locale: z.string().max(LOCALE_LIMIT).nullish().catch(null),
  guild_id: snowflake.nullish().catch(null),
  member: z
    .object({ user: z.object({ id: snowflake }), permissions: bits.nullish().catch(null) })
    .nullish()
    .catch(null),
  user: z.object({ id: snowflake }).nullish().catch(null),
  channel: z.object({ id: snowflake, type: z.number() }).nullish().catch(null),
  authorizing_integration_owners: z.record(z.string(), z.string()).nullish().catch(null),
  message: z
    .object({
      id: z.string(),
      flags: z.number().int().nullish().catch(null),
      embeds: z
        .tuple([z.object({ description: z.string() })], z.unknown())
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
export type Envelope = z.output<typeof envelope>;

const leaf = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([wellFormed, z.number(), z.boolean()]).optional(),
  focused: z.boolean().nullish().catch(null),
});
/** An option of a command, or of its subcommand. */
export type SentOption = z.output<typeof leaf>;

const channel = z.object({
  id: snowflake,
  type: z.number(),
  name: wellFormed.nullish().catch(null),
  parent_id: snowflake.nullish().catch(null),
});
export type SentChannel = z.output<typeof channel>;

const role = z.object({
  id: snowflake,
  name: wellFormed.catch(''),
  mentionable: z.boolean().catch(false),
});

export type SentRole = z.output<typeof role>;

export const command = z.object({
  name: z.string(),
  type: z.number(),
  target_id: snowflake.nullish().catch(null),
  options: z.array(leaf.extend({ options: z.array(leaf).nullish() })).nullish(),
  resolved: z
    .object({
      channels: z.record(snowflake, channel).nullish().catch(null),
      roles: z.record(snowflake, role).nullish().catch(null),
      users: z
        .record(snowflake, z.object({ bot: z.boolean().nullish().catch(null) }))
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});
export type SentCommand = z.output<typeof command>;

export const component = z.object({
  custom_id: wellFormed,
  values: z.array(wellFormed).nullish().catch(null),
  components: z.array(z.unknown()).nullish().catch(null),
});
export type SentComponent = z.output<typeof component>;

export const textInput = z.object({ custom_id: z.string(), value: wellFormed });
export const row = z.object({
  type: z.literal(ComponentType.ActionRow),
  components: z.array(z.unknown()),
});
export const label = z.object({
  type: z.literal(ComponentType.Label),
  component: z.unknown().optional(),
});
