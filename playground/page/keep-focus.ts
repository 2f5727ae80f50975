import { focusBoxInput } from './composer-view.ts';

/** Where the keyboard was last, and the message that it belongs to; a modal belongs to its message. */
let last: HTMLElement | null = null;
let opener: HTMLElement | null = null;
let messageId: string | null = null;
let byKeyboard = false;

/** Follows where the focus goes. */
export function watchFocus(): void {
  document.addEventListener('focusin', (event) => {
    const [inner] = event.composedPath();
    if (!(inner instanceof HTMLElement) || !(event.target instanceof Element)) return;
    last = event.target.closest('.messages, dialog') ? inner : null;
    byKeyboard = inner.matches(':focus-visible');
    if (event.target.closest('dialog')) return;
    opener = last;
    messageId = event.target.closest('discord-message')?.getAttribute('data-id') ?? null;
  });
  // Whoever points somewhere else takes the focus away on purpose.
  document.addEventListener('pointerdown', () => (last = null));
}

/** Where what had the keyboard is gone or disabled, its message takes over, or else the message box. */
export function keepFocus(): void {
  // The components draw themselves a little later.
  requestAnimationFrame(() => {
    if (last === null || !byKeyboard || isUsable(last) || isElsewhere(last)) return;
    const next = [opener, ...buttonsOf(messageId)].find((one) => one && isUsable(one));
    last = null;
    if (next) next.focus();
    else focusBoxInput();
  });
}

const isUsable = (element: HTMLElement): boolean =>
  element.isConnected && !element.matches(':disabled');

function isElsewhere(element: HTMLElement): boolean {
  const root = element.getRootNode();
  const own = root instanceof ShadowRoot ? root.host : element;
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement !== own;
}

function buttonsOf(id: string | null): HTMLElement[] {
  if (id === null) return [];
  const all = document.querySelectorAll(
    `discord-message[data-id="${id}"] :is(press-button, .link)`,
  );
  return Array.from(all).flatMap((one) => {
    const button = one instanceof HTMLButtonElement ? one : one.shadowRoot?.querySelector('button');
    return button ? [button] : [];
  });
}
