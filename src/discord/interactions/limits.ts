/** What Discord accepts. [discord-api-docs] */
export const CUSTOM_ID_LIMIT = 100;
export const AUTOCOMPLETE_CHOICE_LIMIT = 25;

/** A first response later than 3 s is refused. What is not there after this long gets a deferral, with room to spare. */
export const DEFER_AFTER_MS = 1_000;
