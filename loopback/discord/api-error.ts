/** A problem in a body: where (`embeds.0.title`), which rule, and a sentence. */
export type Problem = { kind: string; path: string; message: string };

/** A refusal with Discord's own code and words. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  body(): Record<string, unknown> {
    const plain = { message: this.message, code: this.code };
    return this.problems.length === 0 ? plain : { ...plain, errors: errorTree(this.problems) };
  }
}

type ErrorTree = { [key: string]: ErrorTree | { code: string; message: string }[] };

/** Discord nests problems like the body, each under `_errors`. */
function errorTree(problems: readonly Problem[]): ErrorTree {
  const root: ErrorTree = {};
  for (const problem of problems) {
    let node = root;
    for (const step of problem.path.split('.').filter((part) => part !== '')) {
      const next = node[step];
      const inner: ErrorTree = next === undefined || Array.isArray(next) ? {} : next;
      node[step] = inner;
      node = inner;
    }
    const earlier = Array.isArray(node['_errors']) ? node['_errors'] : [];
    node['_errors'] = [...earlier, { code: problem.kind.toUpperCase(), message: problem.message }];
  }
  return root;
}

export const unauthorized = () => new ApiError(401, 0, '401: Unauthorized');
export const notFound = () => new ApiError(404, 0, '404: Not Found');
export const unknownChannel = () => new ApiError(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new ApiError(404, 10004, 'Unknown Guild');
export const unknownMember = () => new ApiError(404, 10007, 'Unknown Member');
export const unknownMessage = () => new ApiError(404, 10008, 'Unknown Message');
export const unknownUser = () => new ApiError(404, 10013, 'Unknown User');
export const unknownWebhook = () => new ApiError(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new ApiError(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = () =>
  new ApiError(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = () => new ApiError(403, 50001, 'Missing Access');
export const cannotSendToUser = () => new ApiError(403, 50007, 'Cannot send messages to this user');
export const nonTextChannel = () =>
  new ApiError(400, 50008, 'Cannot send messages in a non-text channel');
export const wrongChannelType = () =>
  new ApiError(400, 50024, 'Cannot execute action on this channel type');
export const archivedThread = () => new ApiError(400, 50083, 'Thread is archived');
export const lockedThread = () => new ApiError(403, 160005, 'Thread is locked');
export const alreadyCrossposted = () =>
  new ApiError(400, 40033, 'This message has already been crossposted.');
export const missingPermissions = () => new ApiError(403, 50013, 'Missing Permissions');
export const emptyMessage = () => new ApiError(400, 50006, 'Cannot send an empty message');
export const invalidWebhookToken = () => new ApiError(401, 50027, 'Invalid Webhook Token');
export const invalidFormBody = (problems: readonly Problem[]) =>
  new ApiError(400, 50035, 'Invalid Form Body', problems);
