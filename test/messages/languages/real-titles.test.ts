import { expect, test } from 'vitest';

import { awardPostMessage } from '#src/announcements/messages/award-post.ts';
import { digestPostMessage } from '#src/announcements/messages/digest-post.ts';
import { plainPostMessage } from '#src/announcements/messages/plain-post.ts';
import { LANGUAGES } from '#src/messages/languages/languages.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { createLibraryPages } from '#src/progress/pages.ts';
import { digest, player, problemsOf, REAL_GAMES } from '#test/announcements/messages/posts.ts';
import { TITLES } from '#test/progress/awkward-rows.ts';
import { entry, library, query } from '#test/progress/entries.ts';

const CHUNK = 60;
const OWNER = '80351110224678912';
/** The year 2286. */
const FAR = 9_999_999_999_000;
const WON = { possible: 99_999, awarded: 99_998, awardedHardcore: 99_997 };

test.each(Object.keys(LANGUAGES))(
  'posts in %s fit, whatever the games are called',
  async (language) => {
    const translate = createTranslations();
    await translate.load();
    const t = translate(language);
    for (let from = 0; from < REAL_GAMES.length; from += CHUNK) {
      const post = digest([{ player: player(), games: REAL_GAMES.slice(from, from + CHUNK) }]);
      const { body } = digestPostMessage(post, { t, customId: () => 'x' });
      expect(problemsOf(body)).toEqual([]);
      expect(problemsOf(plainPostMessage({ kind: 'digest', post }, t))).toEqual([]);
    }
    for (const game of REAL_GAMES) {
      const post = { player: player(), game, details: null, roleId: null };
      const { body } = awardPostMessage(post, { t, mediaUrl: 'https://media.example' });
      expect(problemsOf(body)).toEqual([]);
    }
  },
);

test.each(Object.keys(LANGUAGES))(
  'library pages in %s fit, the ten longest titles together',
  async (locale) => {
    const translate = createTranslations();
    await translate.load();
    const pages = createLibraryPages({ mediaUrl: 'https://media.example', translate });
    const longestFirst = TITLES.toSorted((a, b) => b.title.length - a.title.length);
    const whole = library(
      longestFirst.map(({ title, systemId, systemName }, index) =>
        entry({ gameId: index + 1, title, systemId, systemName, ...WON, lastUnlockAt: FAR }),
      ),
    );
    for (let page = 1; page <= Math.ceil(longestFirst.length / 10); page += 1) {
      const of = { query: query(), page, systemMenuPage: 0, ownerId: OWNER, shortfall: null };
      const { json } = pages.message(whole, { ...of, locale });
      expect(problemsOf(JSON.parse(String(json)))).toEqual([]);
    }
  },
);
