import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import { snowflake } from '../ids.ts';
import type { BotRequests } from './bot-requests.ts';

/** The bot's own user id; null while Discord can't be asked. */
export type BotUserId = () => Promise<string | null>;

const user = z.object({ id: snowflake });

/**
 * Asks Discord once. The application's id isn't enough: bots from before autumn 2016 have a different one. If Discord
 * doesn't say, the token does: it begins with the user's id.
 */
export function createBotUserId(requests: BotRequests, token: string): BotUserId {
  let known: string | null = null;
  return async () => {
    if (known !== null) return known;
    const outcome = await requests.send({ method: 'get', route: Routes.user() });
    if (outcome.kind === 'refused') known = idIn(token);
    if (outcome.kind === 'answered') known = user.safeParse(outcome.body).data?.id ?? idIn(token);
    return known;
  };
}

function idIn(token: string): string | null {
  const [first = ''] = token.split('.', 1);
  const id = Buffer.from(first, 'base64url').toString();
  return /^\d{15,20}$/.test(id) ? id : null;
}
