import { html, nothing, type TemplateResult } from 'lit';

import { go } from './address.ts';
import { startCommand } from './composer.ts';
import { type Block, blocks, type Inline } from './markdown.ts';
import { state } from './state.ts';

type Link = Extract<Inline, { type: 'link' }>;
type Where = { readonly embed?: boolean };

/** Renders Markdown. */
export function markdown(text: string, where: Where = {}): TemplateResult {
  return html`<div class="markdown">${blocks(text).map((block) => blockView(block, where))}</div>`;
}

/** Renders inline Markdown only. */
export function inlineMarkdown(nodes: readonly Inline[], where: Where = {}): TemplateResult[] {
  return nodes.map((node) => inlineView(node, where));
}

function blockView(block: Block, where: Where): TemplateResult {
  switch (block.type) {
    case 'text':
      return html`<div class="line">${inlineMarkdown(block.inner, where)}</div>`;
    case 'subtext':
      return html`<div class="line subtext">${inlineMarkdown(block.inner, where)}</div>`;
    case 'heading':
      return html`<div class="line heading-${block.level}">
        ${inlineMarkdown(block.inner, where)}
      </div>`;
    case 'item':
      return html`<div class="line item item-${Math.min(block.depth, 3)}">
        <span>${block.marker}</span><span>${inlineMarkdown(block.inner, where)}</span>
      </div>`;
    case 'quote':
      return html`<discord-quote
        ><div>${block.blocks.map((inner) => blockView(inner, where))}</div></discord-quote
      >`;
    case 'pre':
      return html`<discord-code multiline ?embed=${where.embed}>${block.text}</discord-code>`;
  }
}

function inlineView(node: Inline, where: Where): TemplateResult {
  switch (node.type) {
    case 'text':
      return html`${node.text}`;
    case 'bold':
      return html`<strong>${inlineMarkdown(node.inner, where)}</strong>`;
    case 'italic':
      return html`<em>${inlineMarkdown(node.inner, where)}</em>`;
    case 'underline':
      return html`<u>${inlineMarkdown(node.inner, where)}</u>`;
    case 'strike':
      return html`<s>${inlineMarkdown(node.inner, where)}</s>`;
    case 'spoiler':
      return html`<discord-spoiler>${inlineMarkdown(node.inner, where)}</discord-spoiler>`;
    case 'code':
      return html`<discord-code ?embed=${where.embed}>${node.text}</discord-code>`;
    case 'link':
      return (
        channelLink(node, where) ??
        html`<a class="link" href=${node.url} target="_blank" rel="noopener noreferrer"
          >${inlineMarkdown(node.inner, where)}</a
        >`
      );
    case 'time':
      return html`<discord-time
        ><live-time at=${node.at} look=${node.style}></live-time
      ></discord-time>`;
    case 'emoji':
      return html`<discord-custom-emoji
        name=${node.name}
        url="/media/emoji/${node.name}"
        ?embed-emoji=${where.embed}
      ></discord-custom-emoji>`;
    case 'command':
      return html`<button class="mention" @click=${() => startCommand(node.name)}>
        /${node.name}
      </button>`;
    case 'everyone':
      return html`<discord-mention type="role" color="#c9cdfb"
        >${node.text.slice(1)}</discord-mention
      >`;
    case 'user':
    case 'role':
    case 'channel':
      return mention(node.type, node.id);
  }
}

/** Opens links to Discord channels within the page. */
function channelLink({ url, inner }: Link, where: Where): TemplateResult | null {
  const { server } = state;
  const [, id] = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)$/.exec(url) ?? [];
  const channel = server?.channels.find((known) => known.id === id);
  if (!server || !channel) return null;
  return html`<button class="link" @click=${() => go(server, channel.id)}>
    ${inlineMarkdown(inner, where)}
  </button>`;
}

function mention(type: 'user' | 'role' | 'channel', id: string): TemplateResult {
  const { server } = state;
  if (server === null) return html`${nothing}`;
  const named = { user: server.people, role: server.roles, channel: server.channels }[type];
  const name = named.find((thing) => thing.id === id)?.name ?? `unknown-${type}`;
  if (type !== 'channel') return html`<discord-mention type=${type}>${name}</discord-mention>`;
  return html`<button class="mention" @click=${() => go(server, id)}>#${name}</button>`;
}
