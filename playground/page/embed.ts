import { DiscordEmbed } from '@skyra/discord-components-core';
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ref } from 'lit/directives/ref.js';

import type { Embed } from '#loopback/discord/wire.ts';

import { inlineMarkdown, markdown } from './markdown-view.ts';
import { inlines, plainText } from './markdown.ts';
import { locale, now } from './state.ts';
import { messageTime } from './time-text.ts';

/** On phones, Discord stacks inline fields. */
const isNarrow = matchMedia('(max-width: 600px)');

type Field = NonNullable<Embed['fields']>[number];

/** An embed, with pictures from the playground only. */
export function embedView(embed: Embed) {
  const { author, footer, description, fields, color } = embed;
  return html`
    <discord-embed
      slot="embeds"
      color=${ifDefined(
        color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`,
      )}
      author-name=${ifDefined(author?.name)}
      author-url=${ifDefined(author?.url)}
      author-image=${ifDefined(localPicture(author?.icon_url))}
      embed-title=${ifDefined(embed.title && plainText(inlines(embed.title)))}
      url=${ifDefined(embed.url)}
      thumbnail=${ifDefined(localPicture(embed.thumbnail?.url))}
      image=${ifDefined(localPicture(embed.image?.url))}
      ${ref((element) => void describeImage(element, embed.image?.['description']))}
    >
      ${description === undefined
        ? nothing
        : html`<discord-embed-description slot="description"
            >${markdown(description, { embed: true })}</discord-embed-description
          >`}
      ${fields?.length
        ? html`<discord-embed-fields slot="fields"
            >${fields.map((field, index) =>
              fieldView(field, inlineIndex(fields, index)),
            )}</discord-embed-fields
          >`
        : nothing}
      ${footer || embed.timestamp ? footerView(footer, embed.timestamp) : nothing}
    </discord-embed>
  `;
}

/** The component describes all pictures alike. */
async function describeImage(element: Element | undefined, description: unknown): Promise<void> {
  if (!(element instanceof DiscordEmbed) || typeof description !== 'string') return;
  await element.updateComplete;
  const image = element.renderRoot.querySelector('img.discord-embed-image');
  if (image && description !== '') image.setAttribute('alt', description);
}

function fieldView({ name, value, inline }: Field, index: number) {
  const column = inline && !isNarrow.matches ? index : undefined;
  return html`<discord-embed-field
    ?inline=${column !== undefined}
    inline-index=${ifDefined(column)}
  >
    <div class="field-name">${inlineMarkdown(inlines(name), { embed: true })}</div>
    ${markdown(value, { embed: true })}
  </discord-embed-field>`;
}

/** Puts inline fields three in a row. */
function inlineIndex(fields: readonly Field[], index: number): number {
  const before = fields.slice(0, index).toReversed();
  const rowStart = before.findIndex(({ inline }) => inline !== true);
  return ((rowStart === -1 ? before.length : rowStart) % 3) + 1;
}

function footerView(footer: Embed['footer'], timestamp: string | undefined) {
  const time = timestamp === undefined ? [] : [messageTime(Date.parse(timestamp), now(), locale())];
  const text = [footer?.text, ...time].filter((part) => part).join(' • ');
  return html`<discord-embed-footer
    slot="footer"
    footer-image=${ifDefined(localPicture(footer?.icon_url))}
    >${text}</discord-embed-footer
  >`;
}

/** Turns this server's addresses into paths and drops others. */
function localPicture(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  const { origin, pathname } = new URL(url, location.href);
  return origin === location.origin ? pathname : undefined;
}
