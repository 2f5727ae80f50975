import { html, LitElement, nothing } from 'lit';

import { emojiView } from './components.ts';
import type { SelectOption } from './wire.ts';

/** Letters typed within this time belong together, in ms. */
const TYPING_MS = 700;

/** `<select-menu>`: Discord's select menu, for mouse and keyboard. Fires `choose` with the values. */
export class SelectMenu extends LitElement {
  static override readonly properties = {
    options: { attribute: false },
    placeholder: { attribute: false },
    min: { attribute: false },
    max: { attribute: false },
    disabled: { type: Boolean },
    open: { state: true },
    active: { state: true },
    picked: { state: true },
  };
  declare options: readonly SelectOption[];
  declare placeholder: string;
  declare min: number;
  declare max: number;
  declare disabled: boolean;
  declare open: boolean;
  declare active: number;
  /** Values selected while a multi-select menu is open. */
  declare picked: readonly string[];
  #typed = '';
  #typedAt = 0;

  constructor() {
    super();
    this.options = [];
    this.placeholder = '';
    this.min = 1;
    this.max = 1;
    this.disabled = false;
    this.open = false;
    this.active = 0;
    this.picked = [];
  }

  /** Renders without a shadow root, so that the page's styles apply. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const chosen = this.options.filter((option) => option.default);
    return html`
      <button
        class="select-face"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded=${this.open}
        aria-label=${this.placeholder}
        ?disabled=${this.disabled}
        @click=${() => (this.open ? this.#close() : this.#show())}
        @keydown=${this.#key}
        @blur=${() => this.#close()}
      >
        <span class="select-value ${chosen.length === 0 ? 'is-empty' : ''}">
          ${chosen.length === 0
            ? this.placeholder
            : chosen.map(({ emoji, label }) => html`<span>${emojiView(emoji)} ${label}</span>`)}
        </span>
        <span class="select-arrow" aria-hidden="true"></span>
      </button>
      ${this.open ? this.#list() : nothing}
    `;
  }

  #list() {
    return html`<div class="select-list" role="listbox" aria-label=${this.placeholder}>
      ${this.options.map(
        (option, index) => html`<div
          role="option"
          class="select-option ${index === this.active ? 'is-active' : ''}"
          aria-selected=${this.#isOn(option)}
          @pointermove=${() => (this.active = index)}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => this.#choose(option)}
        >
          ${emojiView(option.emoji)}
          <span
            >${option.label}${option.description
              ? html`<small>${option.description}</small>`
              : nothing}</span
          >
          ${this.#isOn(option)
            ? html`<span class="select-tick" aria-hidden="true">✓</span>`
            : nothing}
        </div>`,
      )}
    </div>`;
  }

  #isOn({ value, default: chosen }: SelectOption): boolean {
    return this.max > 1 ? this.picked.includes(value) : chosen === true;
  }

  #show(): void {
    this.picked = this.options.filter((option) => option.default).map(({ value }) => value);
    this.active = Math.max(
      0,
      this.options.findIndex((option) => option.default),
    );
    this.open = true;
  }

  /** Sends a multi-select menu when it closes. */
  #close(): void {
    if (!this.open) return;
    this.open = false;
    if (this.max > 1 && this.picked.length >= this.min) this.#fire(this.picked);
  }

  #choose({ value }: SelectOption): void {
    if (this.max > 1) {
      const others = this.picked.filter((other) => other !== value);
      this.picked =
        others.length < this.picked.length ? others : [...others, value].slice(0, this.max);
      return;
    }
    this.open = false;
    this.#fire([value]);
  }

  #fire(values: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: values }));
  }

  #key(event: KeyboardEvent): void {
    const { key } = event;
    if (!this.open) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      event.preventDefault();
      return this.#show();
    }
    const last = this.options.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, this.active + 1),
      ArrowUp: Math.max(0, this.active - 1),
      Home: 0,
      End: last,
    };
    const option = this.options[this.active];
    if (key === 'Tab') return this.#close();
    if (key in moves) this.active = moves[key] ?? 0;
    else if ((key === 'Enter' || key === ' ') && option) this.#choose(option);
    else if (key === 'Escape') this.#close();
    else if (key.length === 1) this.#find(key);
    else return undefined;
    event.preventDefault();
    return undefined;
  }

  /** Moves to the option that starts with the typed letters. */
  #find(letter: string): void {
    const now = performance.now();
    this.#typed = now - this.#typedAt > TYPING_MS ? letter : this.#typed + letter;
    this.#typedAt = now;
    const wanted = this.#typed.toLowerCase();
    const found = this.options.findIndex(({ label }) => label.toLowerCase().startsWith(wanted));
    if (found !== -1) this.active = found;
  }

  protected override updated(): void {
    this.querySelector('.select-option.is-active')?.scrollIntoView({ block: 'nearest' });
  }
}
