import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** From a page in memory to the end of Discord's patience, 3 s. */
const ANSWER_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3];
/** Up to the deadline of work that nobody waits for, 60 s. */
const WAIT_BUCKETS = [0.001, 0.01, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60];

/**
 * Everything that is counted, in a registry of its own: prom-client's global one is shared by the whole process.
 * Labels come from closed sets (commands, endpoints, outcomes), so that neither a name nor a secret can get into
 * one, and their number does not grow with players or servers.
 */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    interactions: new Counter({
      name: 'completionist_interactions_total',
      help: 'Interactions by command, kind and outcome',
      labelNames: ['command', 'kind', 'outcome'],
      registers,
    }),
    answerSeconds: new Histogram({
      name: 'completionist_answer_seconds',
      help: 'From an interaction’s arrival until Discord took the first response',
      labelNames: ['command'],
      buckets: ANSWER_BUCKETS,
      registers,
    }),
    siteCalls: new Counter({
      name: 'completionist_retroachievements_calls_total',
      help: 'Calls of RetroAchievements’ API by endpoint and outcome, repeats counted as one',
      labelNames: ['endpoint', 'outcome'],
      registers,
    }),
    siteCallSeconds: new Histogram({
      name: 'completionist_retroachievements_call_seconds',
      help: 'How long such a call took, waiting and repeats included',
      labelNames: ['endpoint'],
      buckets: CALL_BUCKETS,
      registers,
    }),
    budgetWaitSeconds: new Histogram({
      name: 'completionist_retroachievements_budget_wait_seconds',
      help: 'How long an HTTP request (first try or repeat) waited for the shared budget',
      labelNames: ['priority'],
      buckets: WAIT_BUCKETS,
      registers,
    }),
    posts: new Counter({
      name: 'completionist_posts_total',
      help: 'Tries to post an announcement by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    cacheLookups: new Counter({
      name: 'completionist_cache_lookups_total',
      help: 'Lookups in the cache behind the memory (CACHE_URL) by what was looked for',
      labelNames: ['record', 'result'],
      registers,
    }),
    libraryLookups: new Counter({
      name: 'completionist_library_lookups_total',
      help: 'Whether a library was fresh in memory when a page of it was asked for',
      labelNames: ['result'],
      registers,
    }),
  };
}

/** What is not counted but looked up at each scrape. */
export function addGauges(
  registry: Registry,
  readings: {
    libraries(): number;
    isConnected(): Promise<boolean>;
    /** Null before the first heartbeat. */
    gatewayLatencyMs(): number | null;
    isAnnouncing(): boolean;
  },
): void {
  const registers = [registry];
  void new Gauge({
    name: 'completionist_libraries',
    help: 'Libraries in memory',
    registers,
    collect() {
      this.set(readings.libraries());
    },
  });
  void new Gauge({
    name: 'completionist_announcing',
    help: '1 in the process that reads the award feed',
    registers,
    collect() {
      this.set(readings.isAnnouncing() ? 1 : 0);
    },
  });
  void new Gauge({
    name: 'completionist_gateway_connected',
    help: '1 while every shard of this process is connected to Discord',
    registers,
    async collect() {
      this.set((await readings.isConnected()) ? 1 : 0);
    },
  });
  void new Gauge({
    name: 'completionist_gateway_latency_seconds',
    help: 'Round trip of the last heartbeat',
    registers,
    collect() {
      const latencyMs = readings.gatewayLatencyMs();
      // A gauge without labels starts at 0, which would be the best of all connections.
      if (latencyMs === null) this.remove();
      else this.set(latencyMs / 1000);
    },
  });
}
