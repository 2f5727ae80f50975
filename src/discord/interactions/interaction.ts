import type {
  APIInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from 'discord-api-types/v10';
import { ComponentType, InteractionType } from 'discord-api-types/v10';

import type { InteractionAddress } from './interaction-api.ts';

/** Who uses the bot and where. All of it comes with the interaction: the bot keeps no members or channels. */
export type Caller = {
  readonly id: string;
  /** Discord's locale of the person's client, for example `en-US`. */
  readonly locale: string;
  /** The server they are in; null in direct messages. */
  readonly guildId: string | null;
  /** The channel or thread they are in; null when Discord doesn't say. */
  readonly channel: { readonly id: string; readonly type: number } | null;
  /** What they may do there, as Discord's bits; nothing in direct messages. */
  readonly permissions: bigint;
  /** What the bot may do there. */
  readonly appPermissions: bigint;
};

/** In servers the person is `member.user`, in direct messages `user`. */
export function callerOf(interaction: APIInteraction): Caller | null {
  const { member, channel } = interaction;
  const user = member?.user ?? interaction.user;
  if (!user) return null;
  return {
    id: user.id,
    locale: ('locale' in interaction ? interaction.locale : null) ?? 'en-US',
    guildId: interaction.guild_id ?? null,
    channel: channel ? { id: channel.id, type: channel.type } : null,
    permissions: BigInt(member?.permissions ?? 0),
    appPermissions: BigInt(interaction.app_permissions ?? 0),
  };
}

export function addressOf(interaction: APIInteraction): InteractionAddress {
  return {
    id: interaction.id,
    applicationId: interaction.application_id,
    token: interaction.token,
  };
}

/** What somebody pressed, chose, or sent in a modal. */
export type ComponentInput = {
  readonly customId: string;
  /** The choices in a select menu. */
  readonly values: readonly string[];
  /** The text typed into a modal, by the input's custom_id. */
  readonly fields: ReadonlyMap<string, string>;
};

export function componentInput(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
): ComponentInput {
  const { data } = interaction;
  const customId = data.custom_id;
  if (interaction.type === InteractionType.MessageComponent) {
    const values = 'values' in data ? data.values : [];
    return { customId, values, fields: new Map() };
  }
  return { customId, values: [], fields: modalFields(interaction) };
}

function modalFields(interaction: APIModalSubmitInteraction): ReadonlyMap<string, string> {
  return new Map(
    interaction.data.components.flatMap((row) =>
      row.type === ComponentType.ActionRow
        ? row.components.map((input): [string, string] => [input.custom_id, input.value])
        : [],
    ),
  );
}
