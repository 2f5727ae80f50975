import { focusBoxInput } from './composer-view.ts';

/** The element that last had focus, and its message. A modal belongs to the message that opened it. */
let last: HTMLElement | null = null;
let opener: HTMLElement | null = null;
let messageId: string | null = null;
let byKeyboard = false;

/** Follows the focus. */
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
  // Clicking elsewhere takes the focus away on purpose.
  document.addEventListener('pointerdown', () => (last = null));
}

/** If the focused element is gone or disabled, moves the focus to its message, or else to the message box. */
export function keepFocus(): void {
  // The components render a little later.
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
