import type { LoopbackDiscord } from '#test/support/discord/loopback-discord.ts';
import { Permission } from '#test/support/discord/permissions.ts';
import type { Effect } from '#test/support/retroachievements/faults.ts';
import type { LoopbackRetroAchievements } from '#test/support/retroachievements/loopback-retroachievements.ts';

import type { FaultView } from './page/wire.ts';
import type { Stage } from './stage.ts';

type Switch = Omit<FaultView, 'on'> & {
  /** Switches it on; what comes back switches it off. */
  readonly arm: () => () => void;
};

const RETRY_AFTER_SECONDS = 20;
const SLOW_MS = 2500;
const EDIT_RETRY_SECONDS = 2;
/** Long enough for the bot to repeat the edit that was refused. */
const EDIT_PAUSE_MS = 4000;

/** What can be made to go wrong, each with a switch. */
export class FaultSwitches {
  readonly #switches: readonly Switch[];
  readonly #armed = new Map<string, () => void>();
  onChange: () => void = () => undefined;

  constructor(switches: readonly Switch[]) {
    this.#switches = switches;
  }

  get views(): FaultView[] {
    return this.#switches.map(({ arm: _arm, ...view }) => ({
      ...view,
      on: this.#armed.has(view.id),
    }));
  }

  /** A request to the site meets one fault only: switching one on switches its siblings off. */
  set(id: string, on: boolean): void {
    const wanted = this.#switches.find((known) => known.id === id);
    if (wanted === undefined) return;
    const rivals = this.#switches.filter(
      ({ service }) => service === 'site' && wanted.service === 'site',
    );
    for (const { id: other } of on ? [wanted, ...rivals] : [wanted]) {
      this.#armed.get(other)?.();
      this.#armed.delete(other);
    }
    if (on) this.#armed.set(id, wanted.arm());
    this.onChange();
  }
}

export function siteFaults(site: LoopbackRetroAchievements): Switch[] {
  const fault = (id: string, label: string, hint: string, effect: Effect): Switch => ({
    id,
    service: 'site',
    label,
    hint,
    arm: () => {
      const active = site.faults.add({ effect });
      return () => active.release();
    },
  });
  const retryAfter = { seconds: RETRY_AFTER_SECONDS };
  return [
    fault('site-down', 'Site down', '503 for every request', {
      kind: 'status',
      status: 503,
      body: 'html',
    }),
    fault('site-slow', 'Slow', `each answer takes ${SLOW_MS / 1000} s`, {
      kind: 'delay',
      ms: SLOW_MS,
    }),
    fault('site-limited', 'Rate limited', `429, again in ${RETRY_AFTER_SECONDS} s`, {
      kind: 'status',
      status: 429,
      retryAfter,
    }),
    fault('site-html', 'HTML answer', 'a page instead of JSON', { kind: 'html' }),
    fault('site-key', 'Key refused', '401, as for a wrong key', { kind: 'status', status: 401 }),
    fault('site-hangs', 'Hangs', 'connected, but no answer', { kind: 'hang' }),
  ];
}

export function discordFaults(discord: LoopbackDiscord, { channels }: Stage): Switch[] {
  return [
    {
      id: 'discord-callbacks',
      service: 'discord',
      label: '5xx on callbacks',
      hint: 'answers to interactions fail',
      arm: () => {
        const fault = { path: /^\/interactions\/.*\/callback$/, times: Infinity };
        const ordered = discord.faults.add({ ...fault, effect: { status: 502 } });
        return () => ordered.remove();
      },
    },
    {
      id: 'discord-edits',
      service: 'discord',
      label: '429 on edits',
      hint: `each edit is told to wait ${EDIT_RETRY_SECONDS} s`,
      arm: () => limitEdits(discord),
    },
    {
      id: 'discord-channel',
      service: 'discord',
      label: '#announcements forbidden',
      hint: 'the bot may not see it',
      arm: () =>
        forbid(
          discord,
          channels.find(({ type }) => type === 5),
        ),
    },
    {
      id: 'discord-gateway',
      service: 'discord',
      label: 'Gateway gone',
      hint: 'the connection is cut, new ones are refused',
      arm: () => {
        discord.gateway.refuseConnections(true);
        discord.gateway.drop();
        return () => discord.gateway.refuseConnections(false);
      },
    },
  ];
}

/** Every edit is refused once; its repetition, after the wait that was asked for, goes through. */
function limitEdits(discord: LoopbackDiscord): () => void {
  const order = () =>
    discord.faults.add({
      method: 'PATCH',
      path: /\/messages\//,
      effect: { rateLimit: { retryAfter: EDIT_RETRY_SECONDS } },
    });
  let ordered = order();
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    if (ordered.hits === 0 || timer !== undefined) return;
    timer = setTimeout(() => {
      ordered = order();
      timer = undefined;
    }, EDIT_PAUSE_MS).unref();
  };
  discord.events.on('request', again);
  return () => {
    discord.events.off('request', again);
    clearTimeout(timer);
    ordered.remove();
  };
}

function forbid(
  discord: LoopbackDiscord,
  channel: { permission_overwrites?: object[] } | undefined,
) {
  const overwrite = {
    id: discord.botUser.id,
    type: 1,
    allow: '0',
    deny: String(Permission.ViewChannel),
  } as const;
  const overwrites = channel?.permission_overwrites ?? [];
  overwrites.push(overwrite);
  return () => void overwrites.splice(overwrites.indexOf(overwrite), 1);
}
