import type { Effect } from '#loopback/discord/faults.ts';
import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import { Permission } from '#loopback/discord/permissions.ts';

import type { FaultSwitch } from './faults.ts';
import type { Stage } from './stage.ts';

const POSTS = /^\/channels\/\d+\/messages$/;
const EDIT_RETRY_SECONDS = 2;
/** Long enough for the bot to retry the refused edit. */
const EDIT_PAUSE_MS = 4000;

export function discordFaults(discord: LoopbackDiscord, { announcements }: Stage): FaultSwitch[] {
  const always = (method: string, path: RegExp, effect: Effect) => () => {
    const ordered = discord.faults.add({ method, path, times: Infinity, effect });
    return () => ordered.remove();
  };
  return [
    {
      id: 'discord-callbacks',
      service: 'discord',
      label: '5xx on callbacks',
      hint: 'responses to interactions fail',
      arm: always('POST', /^\/interactions\/.*\/callback$/, { status: 502 }),
    },
    {
      id: 'discord-posts',
      service: 'discord',
      label: '5xx on posts',
      hint: 'announcements fail',
      arm: always('POST', POSTS, { status: 502 }),
    },
    {
      id: 'discord-lost',
      service: 'discord',
      label: 'Lost responses',
      hint: 'posts arrive, but the connection is cut before the response',
      arm: always('POST', POSTS, { cut: 'after' }),
    },
    {
      id: 'discord-edits',
      service: 'discord',
      label: '429 on edits',
      hint: `each edit must wait ${EDIT_RETRY_SECONDS} s`,
      arm: () => limitEdits(discord),
    },
    {
      id: 'discord-channel',
      service: 'discord',
      label: '#announcements hidden',
      hint: 'the bot can’t see it',
      arm: () => forbid(discord, announcements),
    },
    {
      id: 'discord-gateway',
      service: 'discord',
      label: 'Gateway down',
      hint: 'the connection is cut, new ones are refused',
      arm: () => {
        discord.gateway.refuseConnections(true);
        discord.gateway.drop();
        return () => discord.gateway.refuseConnections(false);
      },
    },
  ];
}

/** Refuses every edit once. The retry after the wait goes through. */
function limitEdits(discord: LoopbackDiscord): () => void {
  const order = () =>
    discord.faults.add({
      method: 'PATCH',
      path: /\/messages\//,
      effect: { rateLimit: { retryAfter: EDIT_RETRY_SECONDS } },
    });
  let ordered = order();
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    if (ordered.hits === 0 || timer !== undefined) return;
    timer = setTimeout(() => {
      ordered = order();
      timer = undefined;
    }, EDIT_PAUSE_MS).unref();
  };
  discord.events.on('request', again);
  return () => {
    discord.events.off('request', again);
    clearTimeout(timer);
    ordered.remove();
  };
}

function forbid(discord: LoopbackDiscord, channel: { permission_overwrites?: object[] }) {
  const overwrite = {
    id: discord.botUser.id,
    type: 1,
    allow: '0',
    deny: String(Permission.ViewChannel),
  } as const;
  const overwrites = channel.permission_overwrites ?? [];
  overwrites.push(overwrite);
  return () => void overwrites.splice(overwrites.indexOf(overwrite), 1);
}
