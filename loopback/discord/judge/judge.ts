import type { z } from 'zod';

import { type ApiError, invalidFormBody, type Problem } from '../api-error.ts';
import type { ApiRequest } from '../api.ts';
import type { DiscordMessage } from '../entities.ts';
import { type Choice, choicesBody, type CommandBody, commandsBody } from '../wire.ts';
import { messageBody, type MessageBody, type Modal, modalBody } from '../wire.ts';
import type { World } from '../world.ts';
import { commandProblems } from './command-rules.ts';
import { messageProblems } from './message-rules.ts';
import { choiceProblems, modalProblems } from './reply-rules.ts';
import type { SpecSchemas } from './spec-schemas.ts';

type Request = Pick<ApiRequest, 'method' | 'path'>;

export type MessageUse = {
  mode: 'create' | 'edit' | 'defer';
  /** The message being edited. */
  message?: DiscordMessage;
  /** Posted in a channel, not as a reply to an interaction. */
  channel?: true;
};

const CALLBACK_SCHEMAS: Record<number, string> = {
  4: 'CreateMessageInteractionCallbackRequest',
  5: 'CreateMessageInteractionCallbackRequest',
  6: 'UpdateMessageInteractionCallbackRequest',
  7: 'UpdateMessageInteractionCallbackRequest',
  8: 'ApplicationCommandAutocompleteCallbackRequest',
  9: 'ModalInteractionCallbackRequest',
};

/** Error codes that only a bug in the bot can cause. */
const BLAMED = new Set([40060, 10062, 50006, 50109]);

/** Checks what the bot sends against Discord's rules. Refuses and records what breaks one. */
export class Judge {
  readonly #world: World;
  /** Undefined turns the judge off. */
  readonly #spec: SpecSchemas | undefined;

  constructor(world: World, spec: SpecSchemas | undefined) {
    this.#world = world;
    this.#spec = spec;
  }

  record({ method, path }: Request, { kind, message, path: where }: Problem): void {
    const place = path.replace(/^(\/(?:interactions|webhooks)\/\d+\/)[^/]+/, '$1:token');
    const sentence = where === '' ? message : `${where}: ${message}`;
    const violation = { kind, sentence, request: `${method} ${place}` };
    this.#world.violations.push(violation);
    this.#world.announce('violation', violation);
  }

  refusal(request: Request, problems: readonly Problem[]): ApiError {
    for (const problem of problems) this.record(request, problem);
    return invalidFormBody(problems);
  }

  /** Records a refusal that only a bug in the bot can cause. */
  noteRefusal(request: Request, { status, code, message, problems }: ApiError): void {
    const unknownRoute = status === 404 && code === 0;
    const unread = code === 50035 && problems.length === 0;
    if (!BLAMED.has(code) && !unknownRoute && !unread) return;
    this.record(request, { kind: `answer_${unknownRoute ? 404 : code}`, path: '', message });
  }

  parsed<T extends z.ZodType>(request: Request, schema: T, value: unknown): z.output<T> {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    const problems = result.error.issues.map(({ path, message }) => ({
      kind: 'shape',
      path: path.join('.'),
      message,
    }));
    throw this.refusal(request, problems);
  }

  message(request: ApiRequest, data: unknown, use: MessageUse): MessageBody {
    const body = this.parsed(request, messageBody, data);
    if (this.#spec === undefined) return body;
    const own = use.mode === 'defer' ? [] : messageProblems(body, request.files, use.message);
    this.#accept(request, own, messageSchema(request, use));
    return body;
  }

  modal(request: ApiRequest, data: unknown): Modal {
    const modal = this.parsed(request, modalBody, data);
    this.#accept(request, modalProblems(modal), CALLBACK_SCHEMAS[9]);
    return modal;
  }

  choices(request: ApiRequest, data: unknown): Choice[] {
    const choices = this.parsed(request, choicesBody, data ?? {}).choices ?? [];
    this.#accept(request, choiceProblems(choices), CALLBACK_SCHEMAS[8]);
    return choices;
  }

  commands(request: ApiRequest): CommandBody[] {
    const commands = this.parsed(request, commandsBody, request.body);
    this.#accept(request, commandProblems(commands), 'ApplicationCommandUpdateRequest');
    return commands;
  }

  /** Refuses a body that breaks one of our rules or, with a less helpful sentence, the specification. */
  #accept(request: ApiRequest, own: readonly Problem[], schema = ''): void {
    if (this.#spec === undefined) return;
    const spec = this.#spec.problems(schema, request.body);
    const unsaid = spec.filter(({ path }) => !own.some((problem) => path.endsWith(problem.path)));
    const problems = [...own, ...unsaid];
    if (problems.length > 0) throw this.refusal(request, problems);
  }
}

/** The specification's schema for a request body with a message. */
function messageSchema({ method, path }: Request, { channel, mode }: MessageUse): string {
  if (path.endsWith('/callback')) {
    return CALLBACK_SCHEMAS[mode === 'edit' ? 7 : 4] ?? '';
  }
  if (channel) return mode === 'edit' ? 'MessageEditRequestPartial' : 'MessageCreateRequest';
  return method === 'PATCH'
    ? 'IncomingWebhookUpdateRequestPartial'
    : 'IncomingWebhookRequestPartial';
}
