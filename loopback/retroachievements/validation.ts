/** Parameters that the site refuses, with its own sentences, by parameter. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Reads a request's parameters as the site does, and collects what is wrong with them. */
export class Parameters {
  readonly #query: URLSearchParams;
  readonly #errors: Record<string, string[]> = {};

  constructor(query: URLSearchParams) {
    this.#query = query;
  }

  /** The last value of a parameter (as PHP takes it); null when absent or empty. */
  text(name: string): string | null {
    return this.#query.getAll(name).at(-1)?.trim() || null;
  }

  /** A whole number within bounds; `fallback` when absent. */
  integer(name: string, fallback: number, min: number, max = Number.MAX_SAFE_INTEGER): number {
    const text = this.text(name);
    if (text === null) return fallback;
    if (!/^[+-]?\d+$/.test(text)) this.refuse(name, `The ${name} field must be an integer.`);
    else if (Number(text) < min) this.refuse(name, `The ${name} field must be at least ${min}.`);
    else if (Number(text) > max)
      this.refuse(name, `The ${name} field must not be greater than ${max}.`);
    return Number(text);
  }

  /** A username of 2–20 letters and digits, or a ULID. */
  player(name: string): string {
    const text = this.text(name);
    if (text === null) this.refuse(name, `The ${name} field is required.`);
    else if (!/^(?:[a-z\d]{2,20}|[0-7][\da-hjkmnp-tv-z]{25})$/i.test(text))
      this.refuse(name, `The ${name} field must be a valid username or ULID.`);
    return text ?? '';
  }

  /** A day, `YYYY-MM-DD`, that is not to come; the moment when it ends in UTC, or null when absent. */
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

  /** Null when everything was in order. */
  errors(): FieldErrors | null {
    return Object.keys(this.#errors).length > 0 ? this.#errors : null;
  }
}
