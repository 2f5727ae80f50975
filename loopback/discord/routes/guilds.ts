import { missingAccess, unknownMember } from '../api-error.ts';
import { type ApiRequest, type Discord, idAt, ok, type Route } from '../api.ts';
import type { Guild } from '../entities.ts';
import { isThread } from '../permissions.ts';

function guildOf({ world }: Discord, request: ApiRequest): Guild {
  const guild = world.guilds.get(idAt(request, 0));
  // Discord answers the same for an unknown server and one without the bot.
  if (!guild?.members.has(world.identity.botUser.id)) throw missingAccess();
  return guild;
}

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/:id',
    handle: (discord, request) => {
      const { members: _members, ...guild } = guildOf(discord, request);
      return ok({ ...guild, icon: null, emojis: [], stickers: [], premium_tier: 0 });
    },
  },
  {
    method: 'GET',
    path: '/guilds/:id/roles',
    handle: (discord, request) => ok(guildOf(discord, request).roles),
  },
  {
    method: 'GET',
    path: '/guilds/:id/channels',
    handle: (discord, request) => {
      const { id } = guildOf(discord, request);
      return ok(
        [...discord.world.channels.values()].filter(
          (channel) => channel.guild_id === id && !isThread(channel),
        ),
      );
    },
  },
  {
    method: 'GET',
    path: '/guilds/:id/members/:id',
    handle: (discord, request) => {
      const member = guildOf(discord, request).members.get(idAt(request, 1));
      if (member === undefined) throw unknownMember();
      return ok({ ...member, avatar: null, deaf: false, mute: false, flags: 0, pending: false });
    },
  },
];
