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
    return 'SHARD_IDS or SHARD_COUNT was refused by Discord: leave both out to use what Discord recommends, or give each machine the same SHARD_COUNT and only shards below it';
  }
  if (error instanceof DiscordAPIError && error.status === 404) {
    return "DISCORD_API_URL doesn't lead to Discord's API: leave it out, or use the address without /v10";
  }
  if (error instanceof RetroAchievementsError && error.failure.kind === 'key-refused') {
    return 'RA_API_KEY was refused by RetroAchievements: copy your web API key again from https://retroachievements.org/settings (section Keys)';
  }
  if (error instanceof PortUnavailable) {
    return `PORT ${error.port} can't be listened on (${error.code}): choose a free port, or leave PORT out to run without /healthz and /metrics`;
  }
  return null;
}
