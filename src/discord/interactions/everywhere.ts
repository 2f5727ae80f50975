import { ApplicationIntegrationType, InteractionContextType } from 'discord-api-types/v10';

/** A command that works in servers, in direct messages, and, installed by a user, in everybody's. */
export const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};
