import assert from 'node:assert/strict';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { InteractionType } from '#loopback/discord/interactions.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import { useStage } from '#test/e2e/stage.ts';
import { describeOnBoth } from '#test/support/store.ts';

import { furnish } from './furnish.ts';
import { harvest } from './harvest.ts';
import { oddInteractions } from './odd-interactions.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';
import { Witness } from './witness.ts';

/** Whatever arrives as an interaction, the bot answers once, as Discord wants it, in words for people. */

/** Until then, someone may have removed or deleted what the others are about. */
const USES_UNTIL_FURNISHED = 200;

describeOnBoth('a bot', (store) => {
  const stage = useStage({ isDirect: true, store, env: { POLL_SECONDS: '1' } });

  test(
    'any interaction is answered once, in words for people',
    { timeout: FUZZ_TIMEOUT },
    async () => {
      const { discord } = stage();
      const harvested = await harvest(stage());
      const witness = new Witness(stage());
      const people = [
        harvested.owner,
        discord.person('member', { permissions: 0n }),
        discord.person('manager', { permissions: Permission.ManageGuild }),
      ];

      let uses = 0;
      await fc.assert(
        fc.asyncProperty(
          oddInteractions(discord.commands, harvested),
          fc.constantFrom(...people),
          async (odd, person) => {
            uses += 1;
            if (uses % USES_UNTIL_FURNISHED === 0) await furnish(stage(), harvested);
            // Someone may have deleted it.
            const source = odd.source && discord.message(odd.source.id);
            const shown = await person.rawInteraction({ ...odd, source });
            const isChoices = shown.acknowledgement.type === 8;
            assert.equal(isChoices, odd.type === InteractionType.Autocomplete);
            await witness.judge(shown, JSON.stringify([odd.data, odd.fields]));
          },
        ),
        runs(300),
      );
      expect(witness.troubles).toEqual([]);
    },
  );
});
