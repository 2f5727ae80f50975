/** The bot can't listen on PORT, usually because another program already does. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable';
  /** As PORT has it: `8000` or `127.0.0.1:8000`. */
  readonly place: string;
  /** For example `EADDRINUSE`. */
  readonly code: string;

  constructor(
    { host, port }: { readonly host: string | null; readonly port: number },
    code: string,
  ) {
    const place = [host?.includes(':') ? `[${host}]` : (host ?? []), port].flat().join(':');
    super(`${place} can't be listened on (${code})`);
    this.place = place;
    this.code = code;
  }
}
