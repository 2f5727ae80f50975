import { locale, now } from './state.ts';
import { absoluteTime, relativeTime } from './time-text.ts';

const SECOND = 1000;

/** `<live-time at="ms" look="R">`: a time that stays current. */
export class LiveTime extends HTMLElement {
  static readonly observedAttributes = ['at', 'look'];
  #timer: ReturnType<typeof setInterval> | undefined;

  connectedCallback(): void {
    this.#timer = setInterval(() => this.#show(), SECOND);
    this.#show();
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
  }

  attributeChangedCallback(): void {
    this.#show();
  }

  #show(): void {
    const at = Number(this.getAttribute('at'));
    const look = this.getAttribute('look') ?? 'f';
    const text =
      look === 'R' ? relativeTime(at, now(), locale()) : absoluteTime(at, look, locale());
    if (this.textContent !== text) this.textContent = text;
    this.title = absoluteTime(at, 'F', locale());
  }
}
