import { expect, it } from 'vitest';

import { seededRandom } from '#loopback/retroachievements/random.ts';
import { describeOnPostgres } from '#test/support/store.ts';

import { pollsAnswered, posted, sent } from './moments.ts';
import { openSharedStage } from './shared-stage.ts';

const SEED = 11;
const TAKE_OVER_MS = 60_000;
const ANNOUNCES = 'this process announces';

describeOnPostgres('the announcing process, frozen', () => {
  it.each([
    ['with posts that Discord has and the process doesn’t know of', posted],
    ['with posts on their way', sent],
  ])(
    '%s, is replaced within a minute, and repeats nothing once it runs again',
    async (_, arrange) => {
      await using shared = await openSharedStage({
        seed: SEED,
        shards: 2,
        patienceMs: TAKE_OVER_MS,
      });
      const { stage, ledger, winners } = shared;
      const first = stage.launchBot({ SHARD_IDS: '0' });
      await first.ready([0]);
      winners.win(10);
      await ledger.settled();
      expect(first.output).toContain(ANNOUNCES);

      const moment = arrange(stage, seededRandom(SEED), 4);
      winners.win(30);
      await moment.reached;
      first.freeze();
      const second = stage.launchBot({ SHARD_IDS: '1' });
      await second.ready([1]);
      winners.win(20);
      await ledger.settled();
      expect(second.output).toContain(ANNOUNCES);

      first.thaw();
      moment.release();
      winners.win(20);
      await ledger.settled();
      await pollsAnswered(stage, 5);
      await Promise.all([first.stop(), second.stop()]);
      expect(ledger.mistakes()).toEqual([]);
    },
    150_000,
  );
});
