import type { ChannelView, PersonView } from './page/wire.ts';
import type { Stage } from './stage.ts';

const ANNOUNCEMENTS = 5;

export function peopleViews({ people }: Stage): PersonView[] {
  return people.map(({ person, role, direct }) => ({
    id: person.id,
    name: person.user.global_name ?? person.user.username,
    role,
    directChannelId: direct.id,
  }));
}

/** The server's channels and everybody's direct messages with the bot. */
export function channelViews({ channels, people }: Stage, botName: string): ChannelView[] {
  return [
    ...channels.map(({ id, name = '', type, topic }) => ({
      id,
      name,
      kind: type === ANNOUNCEMENTS ? ('news' as const) : ('text' as const),
      topic: topic ?? '',
      personId: null,
    })),
    ...people.map(({ person, direct }) => ({
      id: direct.id,
      name: botName,
      kind: 'direct' as const,
      topic: '',
      personId: person.id,
    })),
  ];
}
