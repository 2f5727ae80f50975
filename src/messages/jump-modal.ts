import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';

import type { Translate } from './languages/translate.ts';

/** The custom_id of the modal's one input. */
export const PAGE_FIELD = 'page';

/** Asks for the number of a page. @param pages null where it is not at hand. */
export function jumpModal(
  at: { readonly customId: string; readonly page: number; readonly pages: number | null },
  t: Translate,
): APIModalInteractionResponseCallbackData {
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
            label:
              at.pages === null
                ? t('library.jumpLabelAny')
                : t('library.jumpLabel', { pages: at.pages }),
            placeholder: String(at.page),
            required: true,
            min_length: 1,
            max_length: 9,
          },
        ],
      },
    ],
  };
}
