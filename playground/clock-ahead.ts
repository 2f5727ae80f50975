/**
 * Preloaded into the bot (`--import`) when the playground's clock was put forward, as if somebody had changed
 * the machine's clock.
 */
const aheadMs = Number(process.env['PLAYGROUND_AHEAD_MS'] ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
