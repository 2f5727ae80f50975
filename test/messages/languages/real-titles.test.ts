import { expect, test } from 'vitest';

import { digestPostMessage } from '#src/announcements/messages/digest-post.ts';
import { plainPostMessage } from '#src/announcements/messages/plain-post.ts';
import { LANGUAGES } from '#src/messages/languages/languages.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { digest, player, problemsOf, REAL_GAMES } from '#test/announcements/messages/posts.ts';

const CHUNK = 60;

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
  },
);
