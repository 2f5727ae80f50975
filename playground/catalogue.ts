import { SAMPLE_TITLES } from '#test/support/retroachievements/sample-titles.ts';

export const CATALOGUE = SAMPLE_TITLES;
