import { vi } from 'vitest';

import type { Fault } from './fault.ts';
import type { Scene } from './scene.ts';

const STRIKES = { strikesBot: true, isBlind: true } as const;

/** Its log has begun: whatever comes first is done. */
async function begun({ bot }: Scene): Promise<void> {
  await vi.waitUntil(() => bot.output.includes('"msg":"starting"'), { timeout: 10_000 });
}

/** What can become of the bot's process. */
export const PROCESS_FAULTS = {
  'is killed': {
    ...STRIKES,
    begin: async (scene) => {
      await begun(scene);
      await scene.bot.kill();
    },
    end: () => undefined,
  },
  'is frozen': {
    ...STRIKES,
    begin: async (scene) => {
      await begun(scene);
      scene.bot.freeze();
    },
    end: ({ bot }) => bot.thaw(),
  },
} as const satisfies Record<string, Fault>;
