import type { DiscordMessage } from '#loopback/discord/entities.ts';
import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { awardOrder, beatenBeneath } from '#loopback/retroachievements/wire.ts';
import type { WireAwardKind } from '#loopback/retroachievements/wire.ts';
import { awardKindsOf } from '#src/announcements/feed.ts';

import type { TestFeed } from './feeds.ts';
import { toldIn } from './told.ts';
import type { Told } from './told.ts';

/** A game of a player in a channel. */
type Key = `${string} ${string} ${number}`;

/** Compares what is earned on the site and due in the feeds with what is in their channels. */
export class Ledger {
  readonly #discord: LoopbackDiscord;
  readonly #site: LoopbackRetroAchievements;
  readonly #feeds: readonly TestFeed[];
  /** What is due, by game, the highest first. */
  readonly #due = new Map<Key, readonly WireAwardKind[]>();
  /** What is due and not posted yet. */
  readonly #open = new Set<string>();
  /** Awards on the site, of those whom the feeds track. */
  count = 0;

  constructor(
    { discord, site }: { discord: LoopbackDiscord; site: LoopbackRetroAchievements },
    feeds: readonly TestFeed[],
  ) {
    this.#discord = discord;
    this.#site = site;
    this.#feeds = feeds;
    discord.events.on('message', ({ kind, message, visibleTo }) => {
      if (kind === 'created' && visibleTo === undefined) this.#tick(message);
    });
  }

  /** Grants an award on the site: with `mastered` that for beating the game, too, as there. */
  win(player: SitePlayer, gameId: number, kind: WireAwardKind, at?: number): void {
    const { Title } = this.#site.award(player.name, gameId, kind, at);
    const beneath = beatenBeneath(kind, Title);
    for (const won of beneath ? [beneath, kind] : [kind]) this.#note(player, gameId, won);
  }

  #note(player: SitePlayer, gameId: number, kind: WireAwardKind): void {
    let isNew = false;
    for (const { channel, players, kinds } of this.#feeds) {
      if (!players.includes(player) || !awardKindsOf(kinds).includes(kind)) continue;
      const key: Key = `${channel.id} ${player.name} ${gameId}`;
      const due = this.#due.get(key) ?? [];
      if (due.includes(kind)) continue;
      isNew = true;
      this.#due.set(
        key,
        [...due, kind].toSorted((a, b) => awardOrder(a) - awardOrder(b)),
      );
      this.#open.add(`${key} ${kind}`);
    }
    if (isNew) this.count += 1;
  }

  /** Of a list, what was won with its highest award counts as told, too: the last look is sharper. */
  #tick(message: DiscordMessage): void {
    for (const { player, gameId, kinds, isListed } of toldIn(message)) {
      const key: Key = `${message.channel_id} ${player} ${gameId}`;
      const told = isListed ? (this.#due.get(key) ?? []) : kinds;
      for (const kind of told) this.#open.delete(`${key} ${kind}`);
    }
  }

  /** How many awards wait for a post in a channel. */
  get openCount(): number {
    return this.#open.size;
  }

  /** Resolves when everything is posted. */
  async settled(): Promise<void> {
    await this.#discord
      .waitFor(() => this.#open.size === 0)
      .catch((error: unknown) => {
        throw new Error(`Not told: ${[...this.#open].slice(0, 9).join('; ')}`, { cause: error });
      });
  }

  /** Everything that is wrong in the channels, as sentences: what is missing, posted twice, or wasn't due. */
  mistakes(): readonly string[] {
    const told = Map.groupBy(this.#told(), ({ key }) => key);
    const strange = [...told.keys()].filter((key) => !this.#due.has(key));
    return [
      ...strange.map((key) => `${key} was not due`),
      ...[...this.#due].flatMap(([key, due]) => wrong(key, due, told.get(key) ?? [])),
    ];
  }

  #told(): readonly (Told & { readonly key: Key })[] {
    return [...this.#discord.world.channels.values()].flatMap((channel) =>
      this.#discord
        .messagesIn(channel)
        .flatMap(toldIn)
        .map((told) => ({
          ...told,
          key: `${channel.id} ${told.player} ${told.gameId}` as const,
        })),
    );
  }
}

/** @param due the highest first. */
function wrong(key: Key, due: readonly WireAwardKind[], told: readonly Told[]): readonly string[] {
  const lists = told.filter(({ isListed }) => isListed).flatMap(({ kinds }) => kinds);
  const strange = told.flatMap(({ kinds }) => kinds).filter((kind) => !due.includes(kind));
  const counts = due.map((kind, index) => {
    const count = told.filter(({ kinds }) => kinds.includes(kind)).length;
    // If a game gets two awards in one window, a list shows the highest one.
    const isCovered = count === 0 && lists.some((listed) => due.indexOf(listed) < index);
    return { kind, count: isCovered ? 1 : count };
  });
  return [
    ...strange.map((kind) => `${key} ${kind} was not due`),
    ...counts
      .filter(({ count }) => count !== 1)
      .map(({ kind, count }) => `${key} ${kind} was told ${count} times`),
  ];
}
