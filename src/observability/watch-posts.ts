import type { ChannelPosts, PostOutcome } from '#src/discord/channels/posts.ts';

/** The same posts, with what came of each try. */
export function watchPosts(
  posts: ChannelPosts,
  tried: (outcome: PostOutcome['kind']) => void,
): ChannelPosts {
  return {
    ...posts,
    async post(...message) {
      const outcome = await posts.post(...message);
      tried(outcome.kind);
      return outcome;
    },
  };
}
