import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { useStage } from '#test/e2e/stage.ts';
import { describeOnBoth } from '#test/support/store.ts';

import { oddLibrary, oddProfile } from './odd-site.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';
import { Witness } from './witness.ts';

/** Whatever RetroAchievements says, people read a page or a sentence. */

const USES = [
  ['progress', (user: string) => ({ user })],
  ['progress', (user: string) => ({ user, sort: 'closest' })],
  ['progress', (user: string) => ({ user, sort: 'title', status: 'awarded' })],
  ['random', (user: string) => ({ user })],
  ['stats', (user: string) => ({ user })],
  ['compare', (other: string) => ({ user: 'Present', other })],
  ['link', (user: string) => ({ user })],
] as const;

/** The one odd text of the site's that looks like a template of ours. */
const SITE_SAYS = '{0}';

const isNotPresent = (query: URLSearchParams) => query.get('u') !== 'Present';

describeOnBoth('a bot', (store) => {
  // Nothing is fresh: every use asks the site again.
  const stage = useStage({ isDirect: true, store, env: { CACHE_TTL_SECONDS: '0' } });

  test('makes a page or a sentence of any answer', { timeout: FUZZ_TIMEOUT }, async () => {
    const { faults } = stage().site;
    stage().addPlayer('Present', 12);
    const witness = new Witness(stage());
    let players = 0;
    let pages = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...USES),
        fc.option(oddLibrary),
        fc.option(oddProfile),
        async ([command, optionsFor], library, profile) => {
          players += 1;
          const { name } = stage().addPlayer(`Odd${players}`, 12, 5);
          faults.clear();
          for (const [endpoint, rewrite] of [
            ['API_GetUserCompletionProgress', library],
            ['API_GetUserProfile', profile],
          ] as const) {
            if (rewrite === null) continue;
            const effect = { kind: 'rewritten', rewrite } as const;
            faults.add({ endpoint, when: isNotPresent, effect });
          }
          const person = stage().person(`reader${players}`);
          const shown = await person.command(command, optionsFor(name));
          await witness.judge(shown, SITE_SAYS);
          if (shown.message?.embeds.length) pages += 1;
        },
      ),
      { ...runs(40), examples: [[USES[0], null, null]] },
    );
    expect(pages).toBeGreaterThan(0);
    expect(witness.troubles).toEqual([]);
  });
});
