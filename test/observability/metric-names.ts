import { createMetrics } from '#src/observability/metrics.ts';

/** The names of all metrics that a bot may serve, those with labels and those of prom-client included. */
export async function metricNames(): Promise<readonly string[]> {
  const metrics = createMetrics();
  metrics.addGauges({
    libraries: () => 0,
    isConnected: () => Promise.resolve(true),
    gatewayLatencyMs: () => null,
    announcements: () => null,
    report: () => Promise.resolve(null),
    connections: () => null,
    lastAnswerAt: () => null,
    pollMs: 60_000,
  });
  const { body } = await metrics.page();
  return [...body.matchAll(/^# TYPE (\w+) /gm)].map(([, name = '']) => name);
}
