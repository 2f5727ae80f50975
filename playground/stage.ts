import type { Channel } from '#test/support/discord/entities.ts';
import type { LoopbackDiscord } from '#test/support/discord/loopback-discord.ts';
import type { Person } from '#test/support/discord/people/person.ts';
import { Permission } from '#test/support/discord/permissions.ts';

/** Somebody to be. */
export type Player = { readonly person: Person; readonly role: string; readonly direct: Channel };

/** Where everything happens, and who takes part. */
export type Stage = {
  readonly channels: readonly Channel[];
  readonly people: readonly Player[];
};

/** Sets a server with two channels and two people: an ordinary member and one who manages it. */
export function setStage(discord: LoopbackDiscord): Stage {
  const { world, guild, generalChannel } = discord;
  const announcements = discord.channel('announcements', 5);
  const managers = world.addRole(
    guild,
    'Managers',
    Permission.ManageGuild | Permission.ManageMessages | Permission.MentionEveryone,
  );
  world.addRole(guild, 'Retro Fans').mentionable = true;
  const robin = discord.person('Robin');
  const sam = discord.person('Sam');
  guild.members.get(sam.id)?.roles.push(managers.id);
  const cast = (person: Person, role: string): Player => ({
    person,
    role,
    direct: world.directChannel(person.user),
  });
  return {
    channels: [generalChannel, announcements],
    people: [cast(robin, 'Member'), cast(sam, 'Manager')],
  };
}
