import type { ActiveFault, Effect, Fault } from '#loopback/retroachievements/faults.ts';
import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

/** A fault that meets only requests about one player, by name or by ULID: others go on undisturbed. */
export function failFor(
  site: LoopbackRetroAchievements,
  player: SitePlayer,
  effect: Effect,
  further: Pick<Fault, 'endpoint' | 'times'> & { readonly offset?: number } = {},
): ActiveFault {
  const { offset, ...fault } = further;
  const names = new Set([player.name, player.ulid].map((name) => name.toLowerCase()));
  return site.faults.add({
    ...fault,
    effect,
    when: (query) =>
      names.has((query.get('u') ?? '').toLowerCase()) &&
      (offset === undefined || query.get('o') === String(offset)),
  });
}
