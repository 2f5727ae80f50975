import type {
  InteractionAddress,
  InteractionApi,
} from '#src/discord/interactions/interaction-api.ts';
import type { Message } from '#src/discord/message.ts';

/** One call to Discord, as a test reads it. */
export type RecordedCall = {
  readonly call:
    | 'callback'
    | 'callbackWithMessage'
    | 'editOriginal'
    | 'deleteOriginal'
    | 'followUp';
  readonly body: unknown;
  readonly files?: readonly string[];
  readonly fileTexts?: readonly string[];
};

/** Discord's answers to interactions, played by the test. Message ids are the number of the call. */
export type RecordingApi = InteractionApi & {
  readonly calls: RecordedCall[];
  /** What Discord says to each call so far unanswered; without it, at once and well. */
  respond: ((call: RecordedCall) => Promise<void> | undefined) | undefined;
};

export const ADDRESS: InteractionAddress = { id: '42', applicationId: '7', token: 'tok' };

export function createRecordingApi(): RecordingApi {
  const calls: RecordedCall[] = [];
  async function record(
    call: RecordedCall['call'],
    json: Message['json'] | Buffer,
    files: Message['files'],
  ): Promise<string> {
    const body: unknown = JSON.parse(String(json));
    const recorded: RecordedCall = {
      call,
      body,
      ...(files && {
        files: files.map(({ name }) => name),
        fileTexts: files.map(({ data }) => String(data)),
      }),
    };
    calls.push(recorded);
    const id = `message-${calls.length}`;
    await api.respond?.(recorded);
    return id;
  }
  const api: RecordingApi = {
    calls,
    respond: undefined,
    async callback(_to, json, files) {
      await record('callback', json, files);
      return null;
    },
    callbackWithMessage: (_to, json) => record('callbackWithMessage', json, undefined),
    editOriginal: (_to, message) => record('editOriginal', message.json, message.files),
    async deleteOriginal() {
      await record('deleteOriginal', 'null', undefined);
    },
    async followUp(_to, message) {
      await record('followUp', message.json, message.files);
    },
    async [Symbol.asyncDispose]() {},
  };
  return api;
}
