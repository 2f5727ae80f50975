import type { APIActionRowComponent, APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import type { Page } from './page.ts';

export type PagingAction = 'first' | 'previous' | 'jump' | 'next' | 'last';

/** The buttons that lead through the pages of a list. @param customId by action and target: it must be unique. */
export function pagingRow(
  page: Page,
  customId: (action: PagingAction, page: number) => string,
): APIActionRowComponent<APIButtonComponentWithCustomId> {
  const button = (
    action: PagingAction,
    target: number,
    face: Pick<APIButtonComponentWithCustomId, 'emoji' | 'label'>,
    disabled: boolean,
  ): APIButtonComponentWithCustomId => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId(action, target),
    disabled,
    ...face,
  });
  return {
    type: ComponentType.ActionRow,
    components: [
      button('first', 1, { emoji: { name: '⏮️' } }, page.isFirst),
      button('previous', page.previous, { emoji: { name: '◀️' } }, page.isFirst),
      button('jump', page.number, { label: `${page.number}/${page.count}` }, false),
      button('next', page.next, { emoji: { name: '▶️' } }, page.isLast),
      button('last', page.count, { emoji: { name: '⏭️' } }, page.isLast),
    ],
  };
}
