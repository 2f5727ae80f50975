import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

import type {
  AnnouncementHealth,
  AnnouncementsReport,
  Connections,
} from './announcements-report.ts';

const MS_PER_SECOND = 1000;

/** What is looked up at each scrape. */
export type HealthReadings = {
  announcements(): AnnouncementHealth | null;
  /** Asks once for everyone who asks at the same time. */
  report(): Promise<AnnouncementsReport | null>;
  connections(): Connections | null;
  /** ms since 1970; null before the first answer. */
  lastAnswerAt(): number | null;
  /** From one poll to the next, ms. */
  readonly pollMs: number;
};

/**
 * When things last went well, as times, so that an alert can say how long ago is too long. What is not known, or has
 * never happened, is left out.
 */
export function addHealthGauges(registry: Registry, readings: HealthReadings): void {
  const registers = [registry];
  const { report } = readings;

  function gauge(
    name: string,
    help: string,
    read: () => number | null | undefined | Promise<number | null | undefined>,
  ): void {
    void new Gauge({
      name: `completionist_${name}`,
      help,
      registers,
      async collect() {
        const value = await read();
        // A gauge without labels starts at 0, which would be a time long ago.
        if (value === null || value === undefined) this.remove();
        else this.set(value);
      },
    });
  }

  function shares(
    name: string,
    { help, label }: { readonly help: string; readonly label: string },
    read: () => Promise<Readonly<Record<string, number>> | undefined>,
  ): void {
    void new Gauge({
      name: `completionist_${name}`,
      help,
      labelNames: [label],
      registers,
      async collect() {
        this.reset();
        for (const [key, value] of Object.entries((await read()) ?? {})) {
          this.set({ [label]: key }, value);
        }
      },
    });
  }

  gauge('announcing', '1 in the process that reads the award feed', () =>
    readings.announcements()?.isAnnouncing ? 1 : 0,
  );
  gauge(
    'poll_interval_seconds',
    'Time from one poll of the award feed to the next',
    () => readings.pollMs / MS_PER_SECOND,
  );
  gauge(
    'last_poll_timestamp_seconds',
    'When the award feed was last read and saved, by any process',
    async () => seconds((await report())?.lastPollAt),
  );
  gauge('last_post_timestamp_seconds', 'When Discord last took an announcement', async () =>
    seconds((await report())?.lastPostAt),
  );
  gauge(
    'last_answer_timestamp_seconds',
    'When Discord last accepted an answer to an interaction',
    () => seconds(readings.lastAnswerAt()),
  );
  gauge(
    'tracked_players',
    'Players that at least one channel tracks',
    async () => (await report())?.trackedPlayers,
  );
  shares(
    'awards_waiting',
    {
      help: 'Awards to be announced: in posts due now, in the next digest, or in a pause',
      label: 'for',
    },
    async () => (await report())?.awardsWaiting,
  );
  gauge(
    'oldest_waiting_post_timestamp_seconds',
    'When the oldest post that is due now was made',
    async () => seconds((await report())?.oldestPostAt),
  );
  gauge('database_up', '1 while the database can be read and written', () => {
    const health = readings.announcements();
    return health && (health.readsFailSince ?? health.writesFailSince) === null ? 1 : 0;
  });
  shares(
    'database_connections',
    { help: 'Connections to the database server, and how many wait for one', label: 'state' },
    async () => {
      const known = readings.connections();
      return known ? { in_use: known.inUse, idle: known.idle, waiting: known.waiting } : undefined;
    },
  );
  gauge(
    'database_connections_limit',
    'Connections that this process may make',
    () => readings.connections()?.limit,
  );
}

function seconds(at: number | null | undefined): number | null {
  return at === null || at === undefined ? null : at / MS_PER_SECOND;
}
