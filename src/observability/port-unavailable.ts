/** PORT can't be listened on, usually because another program does. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
  readonly port: number;
  /** For example `EADDRINUSE`. */
  readonly code: string;

  constructor(port: number, code: string) {
    super(`Port ${port} can't be listened on (${code})`);
    this.port = port;
    this.code = code;
  }
}
