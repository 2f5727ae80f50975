/** What Discord accepts, in UTF-16 code units where it is about text. [discord-api-docs] */
export const CUSTOM_ID_LIMIT = 100;
export const EMBED_DESCRIPTION_LIMIT = 4096;
export const SELECT_OPTION_LIMIT = 25;
export const AUTOCOMPLETE_CHOICE_LIMIT = 25;
export const CHOICE_NAME_LIMIT = 100;

/** A first response later than 3 s is refused. What is not there after this long gets a deferral, with room to spare. */
export const DEFER_AFTER_MS = 1_000;
