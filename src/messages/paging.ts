import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType, TextInputStyle } from 'discord-api-types/v10';

import type { ComponentUse, Use } from '#src/discord/interactions/command.ts';
import { typedInto } from '#src/discord/interactions/interaction.ts';
import type { ComponentInput } from '#src/discord/interactions/interaction.ts';
import { toMessage } from '#src/discord/message.ts';

import { FALLBACK } from './languages/languages.ts';
import type { Translate } from './languages/translate.ts';
import { LAST_PAGE, pageWords, parsePageNumber } from './page-number.ts';

/** One page of a list. Whatever number was asked for, this page exists. */
export class Page {
  /** 1 to `count`. */
  readonly number: number;
  /** At least 1: an empty list has one empty page. */
  readonly count: number;
  readonly itemCount: number;
  readonly size: number;

  private constructor(number: number, count: number, itemCount: number, size: number) {
    this.number = number;
    this.count = count;
    this.itemCount = itemCount;
    this.size = size;
  }

  /** @param wanted.number 1-based; out of range, fractional or not a number becomes the nearest page. */
  static of(wanted: {
    readonly number: number;
    readonly itemCount: number;
    readonly size: number;
  }): Page {
    const size = clampInteger(wanted.size, 1, Number.MAX_SAFE_INTEGER);
    const itemCount = clampInteger(wanted.itemCount, 0, Number.MAX_SAFE_INTEGER);
    const count = Math.max(1, Math.ceil(itemCount / size));
    return new Page(clampInteger(wanted.number, 1, count), count, itemCount, size);
  }

  /** 1-based number of its first item; 0 for an empty list. */
  get first(): number {
    return this.itemCount === 0 ? 0 : (this.number - 1) * this.size + 1;
  }

  /** 1-based number of its last item; 0 for an empty list. */
  get last(): number {
    return Math.min(this.itemCount, this.number * this.size);
  }

  slice<Item>(items: readonly Item[]): readonly Item[] {
    return items.slice((this.number - 1) * this.size, this.last);
  }
}

function clampInteger(value: number, low: number, high: number): number {
  if (Number.isNaN(value)) return low;
  return Math.min(high, Math.max(low, Math.floor(value)));
}

/** `Games 11–20 of 1,287 · Page 2 of 129`, or `Game 31 of 31 · Page 4 of 4` */
export function pageFooter(
  page: Page,
  t: Translate,
  text: 'library.footer' | 'list.footer' = 'library.footer',
): string {
  const { first, last, itemCount, number, count } = page;
  const shown = last - first + 1;
  return t(text, { shown, first, last, count: itemCount, page: number, pages: count });
}

export type PagingAction = 'first' | 'previous' | 'jump' | 'next' | 'last';

/** The buttons that turn pages. @param customId by action and target page: each must be unique. */
export function pagingRow(
  { number, count }: Page,
  customId: (action: PagingAction, page: number) => string,
): APIActionRowComponent<APIButtonComponentWithCustomId> {
  const button = (
    action: PagingAction,
    target: number,
    face: Pick<APIButtonComponentWithCustomId, 'emoji' | 'label'>,
    disabled = false,
  ): APIButtonComponentWithCustomId => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: customId(action, target),
    disabled,
    ...face,
  });
  const [isFirst, isLast] = [number === 1, number === count];
  return {
    type: ComponentType.ActionRow,
    components: [
      button('first', 1, { emoji: { name: '⏮️' } }, isFirst),
      button('previous', Math.max(1, number - 1), { emoji: { name: '◀️' } }, isFirst),
      button('jump', number, { label: `${number}/${count}` }),
      button('next', Math.min(count, number + 1), { emoji: { name: '▶️' } }, isLast),
      button('last', count, { emoji: { name: '⏭️' } }, isLast),
    ],
  };
}

type TranslateServices = { readonly translate: (locale: string) => Translate };

/**
 * What a press in the paging row does: shows its page. The middle button opens a modal first, which comes back with the
 * same custom_id and the number that was typed.
 * @param pages how many there are, for the modal's label; null if that would take a request: a modal can't wait.
 */
export function turnPage<S extends TranslateServices>(
  id: { readonly action: string; readonly page: number },
  input: ComponentInput,
  show: (use: Use<S>, page: number) => Promise<void>,
  pages: (services: S) => number | null = () => null,
): Pick<ComponentUse<S>, 'aside' | 'run'> {
  // Which page is last turns out when it's shown: the list may have grown since.
  const target = id.action === 'last' ? LAST_PAGE : id.page;
  if (id.action !== 'jump') return { aside: false, run: (use) => show(use, target) };
  const typed = typedInto(input, PAGE_FIELD);
  if (typed !== undefined) return { aside: false, run: (use) => jump(use, typed, show) };
  return {
    aside: true,
    run: ({ answer, caller, services }) => {
      const at = { customId: input.customId, page: id.page, pages: pages(services) };
      return answer.modal(JSON.stringify(jumpModal(at, services.translate(caller.locale))));
    },
  };
}

function jump<S extends TranslateServices>(
  use: Use<S>,
  typed: string,
  show: (use: Use<S>, page: number) => Promise<void>,
): Promise<void> {
  const { translate } = use.services;
  const t = translate(use.caller.locale);
  // Many people type English whatever their language.
  const page = parsePageNumber(typed, [pageWords(t), pageWords(translate(FALLBACK))]);
  if (page !== null) return show(use, page);
  return use.answer.notice(toMessage({ content: t('library.jumpInvalid') }));
}

/** The custom_id of the modal's one input. */
const PAGE_FIELD = 'page';

/** Asks for a page number. */
export function jumpModal(
  at: { readonly customId: string; readonly page: number; readonly pages: number | null },
  t: Translate,
): APIModalInteractionResponseCallbackData {
  const label =
    at.pages === null ? t('library.jumpLabelAny') : t('library.jumpLabel', { pages: at.pages });
  return {
    custom_id: at.customId,
    title: t('library.jumpTitle'),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: PAGE_FIELD,
            style: TextInputStyle.Short,
            label,
            placeholder: String(at.page),
            required: true,
            min_length: 1,
            max_length: 20,
          },
        ],
      },
    ],
  };
}
