import type { Reporter, TestModule } from 'vitest/node';

/** Names what was skipped, and with the title of its group the reason: vitest itself only counts it. */
export class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const skipped = modules.flatMap((module) =>
      [...module.children.allTests('skipped')].map(
        (test) => `  ${module.relativeModuleId} > ${test.fullName}`,
      ),
    );
    if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.join('\n')}`);
  }
}
