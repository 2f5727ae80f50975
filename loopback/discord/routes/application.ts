import { missingAccess, unknownGuild } from '../api-error.ts';
import { type Discord, idAt, ok, type Route } from '../api.ts';
import { listedCommand } from '../registered-command.ts';

const application = ({ world }: Discord) => ({
  id: world.identity.applicationId,
  name: world.identity.botUser.username,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: '0'.repeat(64),
  flags: 0,
  bot: world.identity.botUser,
  integration_types_config: { 0: {}, 1: {} },
  approximate_guild_count: world.guilds.size,
});

function ownApplication(discord: Discord, id: string): void {
  if (id !== discord.world.identity.applicationId) throw missingAccess();
}

function ownGuild(discord: Discord, id: string): string {
  if (!discord.world.guilds.has(id)) throw unknownGuild();
  return id;
}

export const applicationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: ({ gateway }) => ok(gateway.information()),
  },
  {
    method: 'GET',
    path: '/gateway',
    open: true,
    handle: ({ gateway }) => ok({ url: gateway.url }),
  },
  { method: 'GET', path: '/applications/@me', handle: (discord) => ok(application(discord)) },
  {
    method: 'GET',
    path: '/oauth2/applications/@me',
    handle: (discord) => ok(application(discord)),
  },
  { method: 'GET', path: '/users/@me', handle: ({ world }) => ok(world.identity.botUser) },
  {
    method: 'GET',
    path: '/applications/:id/commands',
    handle: (discord, request) => {
      ownApplication(discord, idAt(request, 0));
      return ok(listed(discord, request.query));
    },
  },
  {
    method: 'PUT',
    path: '/applications/:id/commands',
    handle: (discord, request) => {
      ownApplication(discord, idAt(request, 0));
      return ok(discord.commands.overwrite(discord.judge.commands(request)));
    },
  },
  {
    method: 'GET',
    path: '/applications/:id/guilds/:id/commands',
    handle: (discord, request) => {
      ownApplication(discord, idAt(request, 0));
      return ok(listed(discord, request.query, ownGuild(discord, idAt(request, 1))));
    },
  },
  {
    method: 'PUT',
    path: '/applications/:id/guilds/:id/commands',
    handle: (discord, request) => {
      ownApplication(discord, idAt(request, 0));
      const guildId = ownGuild(discord, idAt(request, 1));
      return ok(discord.commands.overwrite(discord.judge.commands(request), guildId));
    },
  },
];

function listed(discord: Discord, query: URLSearchParams, guildId?: string): unknown[] {
  const withLocalizations = query.get('with_localizations') === 'true';
  const commands = discord.commands.list(guildId);
  return commands.map((command) => listedCommand(command, withLocalizations));
}
