import { DiscordAPIError } from '@discordjs/rest';

import { ConfigError } from './config.ts';
import { ShardsRefused, TokenRefused } from './discord/connection/outage.ts';
import { PortUnavailable } from './observability/port-unavailable.ts';
import { RetroAchievementsError } from './retroachievements/retroachievements-error.ts';
import { StoreError } from './store/store-error.ts';

/** One line for the operator about what only they can fix; null for anything else. */
export function fatalSentence(error: unknown): string | null {
  if (error instanceof ConfigError || error instanceof StoreError) return error.message;
  if (error instanceof TokenRefused) {
    return "DISCORD_TOKEN was refused by Discord: copy the bot's token again from https://discord.com/developers/applications (your application, Bot, Reset Token)";
  }
  if (error instanceof ShardsRefused) {
    return 'SHARD_IDS or SHARD_COUNT was refused by Discord: leave both out for all that Discord recommends, or give each machine the same SHARD_COUNT and shards below it';
  }
  if (error instanceof DiscordAPIError && error.status === 404) {
    return "DISCORD_API_URL does not lead to Discord's API: leave it out, or give the address that /v10 is appended to";
  }
  if (error instanceof RetroAchievementsError && error.failure.kind === 'key-refused') {
    return 'RA_API_KEY was refused by RetroAchievements: copy your web API key again from https://retroachievements.org/settings (section Keys)';
  }
  if (error instanceof PortUnavailable) {
    return `PORT ${error.port} can't be listened on (${error.code}): choose a free one, or leave PORT out to go without /healthz and /metrics`;
  }
  return null;
}
