import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { Socket } from 'node:net';

/**
 * Loaded into a process before its own code (`--import`): writes down every module that it loads and every
 * address that it connects to, a line each, in the file that PLAYGROUND_EAVESDROPPER names.
 */
const file = process.env['PLAYGROUND_EAVESDROPPER'];
const note = (kind: string, what: string) => file && appendFileSync(file, `${kind} ${what}\n`);

registerHooks({
  load(url, context, next) {
    note('module', url);
    return next(url, context);
  },
});

const { connect } = Socket.prototype;
Socket.prototype.connect = function eavesdropped(this: Socket, ...args: never[]): Socket {
  note('connect', JSON.stringify(args));
  return Reflect.apply(connect, this, args);
};
