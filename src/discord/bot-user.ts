import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import type { BotRequests } from './bot-requests.ts';

/** The bot's own user id; null while Discord does not tell. */
export type BotUserId = () => Promise<string | null>;

const user = z.object({ id: z.string() });

/**
 * Asked once, for the sake of bots from before autumn 2016, whose user has another id than their application; and so
 * that nothing has to wait for the gateway.
 */
export function createBotUserId(requests: BotRequests): BotUserId {
  let known: string | null = null;
  return async () => {
    if (known !== null) return known;
    const outcome = await requests.send({ method: 'get', route: Routes.user() });
    if (outcome.kind !== 'answered') return null;
    known = user.safeParse(outcome.body).data?.id ?? null;
    return known;
  };
}
