import { vi } from 'vitest';

import type { Fault } from './fault.ts';
import type { Scene } from './scene.ts';

const HOUR_MS = 60 * 60_000;
const STRIKES = { strikesBot: true, isBlind: true } as const;

function clock(aheadMs: number): Fault {
  return {
    hasClock: true,
    begin: (scene) => setClock(scene, aheadMs),
    end: (scene) => setClock(scene, 0),
  };
}

async function setClock(scene: Scene, aheadMs: number): Promise<void> {
  scene.clock.set(aheadMs);
  if (!scene.hasEnded) await scene.clock.seen(aheadMs);
}

/** Its log has begun: whatever comes first is done. */
async function begun({ bot }: Scene): Promise<void> {
  await vi.waitUntil(() => bot.output.includes('"msg":"starting"'), { timeout: 10_000 });
}

/** What can become of the bot's process, and of the machine's clock. */
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
  'has its clock set back an hour': clock(-HOUR_MS),
  'has its clock set forward an hour': clock(HOUR_MS),
} as const satisfies Record<string, Fault>;
