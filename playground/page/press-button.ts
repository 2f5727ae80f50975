import { DiscordButton } from '@skyra/discord-components-core';
import { css, type CSSResultOrNative } from 'lit';

const LOOK = css`
  :host > *:first-child {
    margin: 4px 8px 0 0;
    border-radius: 8px;
    box-sizing: border-box;
    padding: 2px 14px;
    min-width: 52px;
    color: #fff;
  }
  .secondary {
    background-color: #4e5058;
  }
  .secondary.hoverable:hover {
    background-color: #6d6f78;
  }
  .success {
    background-color: #248046;
  }
  .destructive {
    background-color: #da373c;
  }
  a.secondary {
    gap: 2px;
  }
  :host([busy]) > *:first-child {
    opacity: 0.6;
    cursor: progress;
  }
  :host > *:first-child:focus-visible {
    outline: 2px solid #00a8fc;
    outline-offset: 2px;
  }
  @media (max-width: 600px) {
    :host > *:first-child {
      padding: 2px 12px;
      min-width: 46px;
      margin-right: 6px;
    }
  }
`;

/** The components' button, but keyboards and screen readers notice when it's disabled. */
export class PressButton extends DiscordButton {
  protected static override finalizeStyles(): CSSResultOrNative[] {
    return [...super.finalizeStyles(DiscordButton.styles), LOOK];
  }

  override updated(): void {
    const button = this.renderRoot.querySelector('button');
    if (button) button.disabled = this.disabled;
  }
}
