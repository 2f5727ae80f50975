import type { Channel, Overwrite } from '#loopback/discord/entities.ts';
import { Permission } from '#loopback/discord/permissions.ts';

import type { SoakFeed } from './town.ts';
import { POSTS } from './troubles.ts';
import type { Scene } from './troubles.ts';

/** Something that is wrong for hours. It begins and ends between two steps of the clock. @returns its end */
export type Spell = (scene: Scene, feeds: readonly SoakFeed[]) => () => void;

export const SPELLS: Readonly<Record<string, Spell>> = {
  'the site is down for hours': ({ stage, draws, weather }) => {
    const effect = draws.one([
      { kind: 'status', status: 503 },
      { kind: 'html' },
      { kind: 'cut', where: 'before' },
    ] as const);
    const fault = stage.site.faults.add({ effect });
    weather.siteFails();
    return () => {
      fault.release();
      weather.siteWorks();
    };
  },
  'Discord accepts no posts for hours': ({ stage, draws, weather }) => {
    const effect = draws.one([{ status: 503 }, { cut: 'before' }] as const);
    const fault = stage.discord.faults.add({
      method: 'POST',
      path: POSTS,
      times: Infinity,
      effect,
    });
    weather.isDiscordDown = true;
    return () => {
      fault.remove();
      weather.isDiscordDown = false;
    };
  },
  'a channel forbids posts for hours': ({ stage, draws, weather }, feeds) => {
    const feed = draws.one(feeds.filter(({ schedule }) => schedule.cadence === 'live'));
    const deny = String(Permission.SendMessages);
    setOverwrites(feed.channel, [{ id: stage.discord.botUser.id, type: 1, allow: '0', deny }]);
    weather.forbid(feed);
    return () => {
      setOverwrites(feed.channel, []);
      weather.allow(feed);
    };
  },
};

function setOverwrites(channel: Channel, overwrites: readonly Overwrite[]): void {
  channel.permission_overwrites = [...overwrites];
}
