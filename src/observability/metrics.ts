import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Signals } from '#src/platform/signals.ts';

import { addHealthGauges } from './health-gauges.ts';
import type { HealthReadings } from './health-gauges.ts';

const MS_PER_SECOND = 1000;

/** From a page in memory to Discord's deadline, 3 s. */
const ANSWER_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3];
/** Up to the deadline of background work, 60 s. */
const WAIT_BUCKETS = [0.001, 0.01, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60];
const CALL_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60];

/**
 * Everything that is counted, in a registry of its own: prom-client's global one belongs to the whole process.
 * Labels come from closed sets (commands, endpoints, outcomes). So no name or secret can get into one, and their
 * number doesn't grow with players or servers.
 */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const interactions = new Counter({
    name: 'completionist_interactions_total',
    help: 'Interactions by command, kind and outcome',
    labelNames: ['command', 'kind', 'outcome'],
    registers,
  });
  const answerSeconds = new Histogram({
    name: 'completionist_answer_seconds',
    help: 'Time from receiving an interaction until Discord accepted the first response',
    labelNames: ['command'],
    buckets: ANSWER_BUCKETS,
    registers,
  });
  const siteCalls = new Counter({
    name: 'completionist_retroachievements_calls_total',
    help: 'Calls to RetroAchievements’ API by endpoint and outcome, retries not counted',
    labelNames: ['endpoint', 'outcome'],
    registers,
  });
  const siteCallSeconds = new Histogram({
    name: 'completionist_retroachievements_call_seconds',
    help: 'How long a call took, including waiting and retries',
    labelNames: ['endpoint'],
    buckets: CALL_BUCKETS,
    registers,
  });
  const budgetWaitSeconds = new Histogram({
    name: 'completionist_retroachievements_budget_wait_seconds',
    help: 'How long an HTTP request (first attempt or retry) waited for the shared budget',
    labelNames: ['priority'],
    buckets: WAIT_BUCKETS,
    registers,
  });
  const unanswered = new Counter({
    name: 'completionist_unanswered_interactions_total',
    help: 'Interactions that are over without an answer that Discord accepted',
    labelNames: ['command'],
    registers,
  });
  const posts = new Counter({
    name: 'completionist_posts_total',
    help: 'Attempts to post an announcement by outcome',
    labelNames: ['outcome'],
    registers,
  });
  const cacheLookups = new Counter({
    name: 'completionist_cache_lookups_total',
    help: 'Lookups in the cache behind memory (CACHE_URL) by record and result',
    labelNames: ['record', 'result'],
    registers,
  });
  const libraryLookups = new Counter({
    name: 'completionist_library_lookups_total',
    help: 'Whether a library was fresh in memory when someone asked for a page of it',
    labelNames: ['result'],
    registers,
  });

  const signals: Signals = {
    siteCall(endpoint, outcome, ms) {
      siteCalls.inc({ endpoint, outcome });
      siteCallSeconds.observe({ endpoint }, ms / MS_PER_SECOND);
    },
    budgetWait: (priority, ms) => budgetWaitSeconds.observe({ priority }, ms / MS_PER_SECOND),
    cacheLookup: (record, result) => cacheLookups.inc({ record, result }),
    libraryLookup: (result) => libraryLookups.inc({ result }),
    interaction: (command, kind, outcome) => interactions.inc({ command, kind, outcome }),
    answered: (command, ms) => answerSeconds.observe({ command }, ms / MS_PER_SECOND),
    unanswered: (command) => unanswered.inc({ command }),
    post: (outcome) => posts.inc({ outcome }),
  };

  return {
    signals,
    addGauges: (readings: Readings) => addGauges(registry, readings),
    /** `/metrics` */
    page: async () => ({
      status: 200,
      type: registry.contentType,
      body: await registry.metrics(),
    }),
  };
}

/** What is looked up at each scrape. */
type Readings = HealthReadings & {
  libraries(): number;
  isConnected(): Promise<boolean>;
  /** Null before the first heartbeat. */
  gatewayLatencyMs(): number | null;
};

function addGauges(registry: Registry, readings: Readings): void {
  const registers = [registry];
  addHealthGauges(registry, readings);
  void new Gauge({
    name: 'completionist_libraries',
    help: 'Libraries in memory',
    registers,
    collect() {
      this.set(readings.libraries());
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
      // A gauge without labels starts at 0, which would look like a perfect connection.
      if (latencyMs === null) this.remove();
      else this.set(latencyMs / MS_PER_SECOND);
    },
  });
}
