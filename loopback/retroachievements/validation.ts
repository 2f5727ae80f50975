/** The site's sentences for invalid parameters. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Reads a request's parameters as the site does, and collects errors. */
export class Parameters {
  readonly #query: URLSearchParams;
  readonly #errors: Record<string, string[]> = {};

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  /** A parameter's last value, as in PHP. Null if absent or empty. */
  text(name: string): string | null {
    return this.#query.getAll(name).at(-1)?.trim() || null;
  }

  /** A whole number within bounds, or `fallback` if absent. */
  integer(name: string, fallback: number, min: number, max = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(name);
    if (text === null) return fallback;
    if (!/^[+-]?\d+$/.test(text)) this.refuse(name, `The ${name} field must be an integer.`);
    else if (Number(text) < min) this.refuse(name, `The ${name} field must be at least ${min}.`);
    else if (Number(text) > max)
      this.refuse(name, `The ${name} field must not be greater than ${max}.`);
    return Number(text);
  }

  /** A username (2–20 letters and digits) or ULID. */
  player(name: string): string {
    const text = this.text(name);
    if (text === null) this.refuse(name, `The ${name} field is required.`);
    else if (!/^(?:[a-z\d]{2,20}|[0-7][\da-hjkmnp-tv-z]{25})$/i.test(text))
      this.refuse(name, `The ${name} field must be a valid username or ULID.`);
    return text ?? '';
  }

  /** The end (UTC) of a past day or today, given as `YYYY-MM-DD`. Null if absent. */
  endOfDay(name: string, now: number): number | null {
    const text = this.text(name);
    if (text === null) return null;
    const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    if (Number.isNaN(start)) this.refuse(name, `The ${name} field must be a valid date.`);
    else if (start > now)
      this.refuse(name, `The ${name} field must be a date before or equal to today.`);
    return start + 86_400_000;
  }

  refuse(name: string, sentence: string): void {
    (this.#errors[name] ??= []).push(sentence);
  }

  /** Null if there are none. */
  errors(): FieldErrors | null {
    return Object.keys(this.#errors).length > 0 ? this.#errors : null;
  }
}
