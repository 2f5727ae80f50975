import { DiscordAPIError } from '@discordjs/rest';

import { ConfigError } from './config.ts';
import { ShardsRefused, TokenRefused, VersionRefused } from './discord/connection/outage.ts';
import { PortUnavailable } from './observability/port-unavailable.ts';
import { CacheRefused } from './platform/cache-refused.ts';
import { RetroAchievementsError } from './retroachievements/retroachievements-error.ts';
import { StoreError } from './store/store-error.ts';

const PORT_ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'choose a port from 1024 up',
  EADDRNOTAVAIL: 'use an address that this machine has',
};

/** One line for the operator about what only they can fix; null for anything else. */
export function fatalSentence(error: unknown): string | null {
  const saysIt = [CacheRefused, ConfigError, StoreError].some((known) => error instanceof known);
  if (saysIt && error instanceof Error) return error.message;
  if (error instanceof TokenRefused) {
    return "DISCORD_TOKEN was refused by Discord: copy the bot's token again from https://discord.com/developers/applications (your application, Bot, Reset Token)";
  }
  if (error instanceof ShardsRefused) {
    return 'SHARD_IDS or SHARD_COUNT was refused by Discord: leave both out to use what Discord recommends, or give each machine the same SHARD_COUNT and only shards below it';
  }
  if (error instanceof VersionRefused) {
    return `Discord doesn't accept the ${error.refused} of this version of Completionist (close code ${error.code}): install the newest version, and check that DISCORD_API_URL leads to Discord or is left out`;
  }
  if (error instanceof DiscordAPIError && error.status === 404) {
    return "DISCORD_API_URL doesn't lead to Discord's API: leave it out, or use the address without /v10";
  }
  if (error instanceof RetroAchievementsError && error.failure.kind === 'key-refused') {
    return 'RA_API_KEY was refused by RetroAchievements: copy your web API key again from https://retroachievements.org/settings (section Keys)';
  }
  if (error instanceof PortUnavailable) {
    const advice = PORT_ADVICE[error.code] ?? 'choose a free port';
    return `PORT ${error.place} can't be listened on (${error.code}): ${advice}, or leave PORT out to run without /healthz and /metrics`;
  }
  return null;
}
