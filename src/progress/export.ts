import { stringify } from 'csv-stringify/sync';

import type { Use } from '#src/discord/interactions/command.ts';
import { toMessage } from '#src/discord/message.ts';
import { failureSentence } from '#src/messages/failures.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, relativeTime } from '#src/messages/markdown.ts';
import type { Clock } from '#src/platform/clock.ts';
import { awardWord } from '#src/retroachievements/award-kind.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';
import { systemShortName } from '#src/retroachievements/system.ts';

import type { Libraries, LibraryUpdate } from './libraries.ts';
import type { LibraryEntry } from './library.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';

export type ExportFormat = 'csv' | 'json';

type ExportServices = {
  readonly libraries: Pick<Libraries, 'fresh' | 'open'>;
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
};

/** Sends all games of a query as a file. */
export async function exportLibrary(
  { answer, caller, services }: Use<ExportServices>,
  { player, query }: { readonly player: PlayerRef; readonly query: LibraryQuery },
  format: ExportFormat,
): Promise<void> {
  const update = await answer.whileWaiting(wholeLibrary(services, player));
  const { library } = update;
  const entries = selectEntries(library, query);
  const t = services.translate(caller.locale);
  const { name } = library.player;
  const lines = [
    t('library.export', {
      count: entries.length,
      player: escapeMarkdown(name),
      format: format.toUpperCase(),
    }),
  ];
  if ('failure' in update) {
    const reason = failureSentence(update.failure, services.clock.now(), t);
    lines.push(t('library.exportOutdated', { age: relativeTime(library.fetchedAt), reason }));
  }
  const file = { name: `${fileName(name)}-progress.${format}`, data: exportFile(entries, format) };
  await answer.show(toMessage({ content: lines.join('\n') }, [file]));
}

/** A name's letters and digits: all that file systems agree on. */
function fileName(playerName: string): string {
  return playerName.replaceAll(/[^\p{L}\p{N}]/gu, '') || 'player';
}

/** @throws UnknownPlayer, RetroAchievementsError: half a library is no export. */
async function wholeLibrary(
  { libraries }: ExportServices,
  player: PlayerRef,
): Promise<LibraryUpdate> {
  const fresh = libraries.fresh(player);
  if (fresh) return { phase: 'ready', library: fresh };
  let newest: LibraryUpdate | undefined;
  for await (const update of libraries.open(player)) newest = update;
  if (!newest) throw new Error('A library ended before it began');
  if (newest.phase === 'halted') throw new RetroAchievementsError(newest.failure);
  return newest;
}

/** Writes games for spreadsheets (CSV, with a byte order mark for Excel) or programs (JSON). Times are ISO 8601. */
export function exportFile(entries: readonly LibraryEntry[], format: ExportFormat): string {
  const records = entries.map(toRecord);
  if (format === 'json') return `${JSON.stringify(records, null, 2)}\n`;
  // A spreadsheet would run a title that starts with = or @ as a formula.
  return stringify(records, { header: true, bom: true, escape_formulas: true, columns: COLUMNS });
}

/** A file without games has a header, too. */
const COLUMNS = [
  'game_id',
  'title',
  'system',
  'award',
  'awarded_at',
  'achievements_won',
  'achievements_won_hardcore',
  'achievements_possible',
  'last_unlock_at',
  'url',
] as const;

function toRecord(
  entry: LibraryEntry,
): Readonly<Record<(typeof COLUMNS)[number], string | number | null>> {
  const { game } = entry;
  return {
    game_id: game.id,
    title: game.title,
    system: systemShortName(game.systemId, game.systemName),
    award: entry.award && awardWord(entry.award),
    awarded_at: isoTime(entry.awardedAt),
    achievements_won: entry.awarded,
    achievements_won_hardcore: entry.awardedHardcore,
    achievements_possible: entry.possible,
    last_unlock_at: isoTime(entry.lastUnlockAt),
    url: gameUrl(game.id),
  };
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
