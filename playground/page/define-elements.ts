import {
  DiscordAttachments,
  DiscordAuthorInfo,
  DiscordCode,
  DiscordEmbed,
  DiscordEmbedFooter,
  DiscordFileAttachment,
  DiscordMention,
  DiscordMessage,
} from '@skyra/discord-components-core';
import { css, type CSSResult } from 'lit';

import { LiveTime } from './live-time.ts';
import { PressButton } from './press-button.ts';
import { SelectMenu } from './select-menu.ts';

/** Discord's look has changed since the components were made, and phones differ. */
const CHANGES: readonly (readonly [{ elementStyles: unknown[] }, CSSResult])[] = [
  [
    DiscordMessage,
    css`
      :host {
        color: #dbdee1;
        padding-right: 16px;
        line-height: 1.375rem;
      }
      .discord-message-content {
        min-width: 0;
        line-height: 1.375rem;
      }
      .discord-message-timestamp,
      .discord-message-edited,
      .discord-message-ephemeral {
        color: #949ba4;
      }
      .discord-message-ephemeral {
        display: none;
      }
      .discord-message-edited {
        font-size: 10px;
      }
      @media (max-width: 600px) {
        :host {
          padding-left: 12px;
          padding-right: 12px;
        }
        .discord-author-avatar {
          margin-right: 12px;
        }
      }
    `,
  ],
  [
    DiscordEmbed,
    css`
      :host {
        color: #dbdee1;
        font-size: 14px;
        margin: 4px 0;
      }
      .discord-embed-root {
        max-width: 520px;
        width: 100%;
      }
      :host .discord-embed-wrapper {
        background-color: #2b2d31;
        border: none;
        width: 100%;
      }
      :host .discord-embed-wrapper .discord-embed-grid {
        padding: 4px 16px 14px 12px;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
      }
      :host .discord-embed-image {
        max-width: 100%;
      }
    `,
  ],
  [
    DiscordEmbedFooter,
    css`
      :host {
        color: #dbdee1;
      }
    `,
  ],
  [
    DiscordCode,
    css`
      :host {
        background: none;
      }
      code {
        background: #1e1f22;
        padding: 0 0.25em;
        margin: 0;
        /* The last one has the Japanese letters. */
        font-family:
          Consolas, 'DejaVu Sans Mono', 'Liberation Mono', Monaco, monospace, 'Noto Sans';
      }
      :host([embed]) code {
        background: #1e1f22;
      }
    `,
  ],
  [
    DiscordFileAttachment,
    css`
      .discord-file-attachment-mosaic-style {
        background-color: #2b2d31;
        border-color: #232428;
        max-width: min(432px, 100%);
      }
    `,
  ],
  [
    DiscordAttachments,
    css`
      :host {
        grid-row-gap: 0;
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ],
  [
    DiscordMention,
    css`
      :host {
        overflow-wrap: anywhere;
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`
      :host .discord-author-username {
        color: #f2f3f5;
      }
    `,
  ],
];

/** Defines the page's own elements and restyles the components. */
export function defineElements(): void {
  for (const [component, style] of CHANGES) component.elementStyles.push(style);
  customElements.define('live-time', LiveTime);
  customElements.define('press-button', PressButton);
  customElements.define('select-menu', SelectMenu);
}
