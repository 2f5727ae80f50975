import type { Channel, Role } from '#loopback/discord/entities.ts';
import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import { Permission } from '#loopback/discord/permissions.ts';

/** Somebody to be. */
export type Player = { readonly person: Person; readonly role: string; readonly direct: Channel };

/** Where everything happens, and who takes part. */
export type Stage = {
  readonly channels: readonly Channel[];
  readonly people: readonly Player[];
  /** Where games are announced. */
  readonly announcements: Channel;
  /** Who runs the server. */
  readonly manager: Person;
  /** Those who want to hear of games. */
  readonly fans: Role;
};

const TOPICS = {
  announcements:
    'What MaxMilyin, NewLeaf, SofterTimes and NoGamesYet beat and master. Let them, in the panel!',
  digest:
    'To get a digest here, be Sam: `/announcements setup channel:#digest schedule:hourly`, then `/announcements track channel:#digest user:MaxMilyin`. It comes at the full hour, to which the panel puts the clock.',
};

/** Sets a server with three channels and two people: an ordinary member and one who manages it. */
export function setStage(discord: LoopbackDiscord): Stage {
  const { world, guild, generalChannel } = discord;
  const announcements = discord.channel('announcements', 5);
  announcements.topic = TOPICS.announcements;
  const digest = discord.channel('digest');
  digest.topic = TOPICS.digest;
  const managers = world.addRole(
    guild,
    'Managers',
    Permission.ManageGuild | Permission.ManageMessages | Permission.MentionEveryone,
  );
  const fans = world.addRole(guild, 'Completionists');
  fans.mentionable = true;
  const robin = discord.person('Robin');
  const sam = discord.person('Sam');
  guild.members.get(robin.id)?.roles.push(fans.id);
  guild.members.get(sam.id)?.roles.push(managers.id);
  const cast = (person: Person, role: string): Player => ({
    person,
    role,
    direct: world.directChannel(person.user),
  });
  return {
    channels: [generalChannel, announcements, digest],
    people: [cast(robin, 'Member'), cast(sam, 'Manager')],
    announcements,
    manager: sam,
    fans,
  };
}
