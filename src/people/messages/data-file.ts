import { toMessage } from '#src/discord/message.ts';
import type { Message } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { PersonalData, StoredData } from '#src/people/personal-data.ts';
import { isoTime } from '#src/platform/shown-time.ts';

type Games = Awaited<ReturnType<PersonalData['gamesOf']>>;

/** Everything that's stored about a Discord user, as a JSON file with times in ISO 8601. */
export function dataFileMessage(data: StoredData, games: Games, t: Translate): Message {
  const json = Buffer.from(`${JSON.stringify(contents(data, games), dated, 2)}\n`);
  return toMessage({ content: t('privacy.file') }, [{ name: 'my-data.json', data: json }]);
}

function contents(stored: StoredData, games: Games) {
  const { gameCount: _, ...data } = stored;
  return {
    ...data,
    leaderboards: data.leaderboards.map(({ guildId, joinedAt }) => ({
      serverId: guildId,
      joinedAt,
    })),
    games: games.map((row) => ({
      gameId: row.game_id,
      title: row.title,
      system: row.system_name,
      award: row.award,
      awardedAt: row.awarded_at,
      awarded: row.awarded,
      awardedHardcore: row.awarded_hardcore,
      possible: row.possible,
      lastUnlockAt: row.last_unlock_at,
    })),
    announcedIn: places(data.announcedIn),
    manages: places(data.manages),
  };
}

function places(channels: StoredData['manages']) {
  return channels.map(({ channelId, guildId }) => ({ channelId, serverId: guildId }));
}

function dated(key: string, value: unknown): unknown {
  return key.endsWith('At') && typeof value === 'number' ? isoTime(value) : value;
}
