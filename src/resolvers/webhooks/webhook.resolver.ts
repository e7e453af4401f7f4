import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { errors } from '../../errors';
import type { Outcome } from '../../services/problems';
import type { WebhookCommand } from '../../services/webhooks/own-webhook';
import type { WebhookWithSecret } from '../../services/webhooks/secrets';
import { For } from '../audience';
import type { Context } from '../context';
import { EmployerView, toEmployerView } from '../employers/employer.view';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { ChangeWebhookInput, CreateWebhookInput, ReplayWebhookInput } from './webhook.input';
import {
  toAttemptView,
  toWebhookView,
  WebhookAttemptView,
  WebhookPayload,
  WebhookSecretPayload,
  WebhookView,
} from './webhook.view';

@Resolver(() => WebhookView)
export class WebhookResolver {
  @For('employer')
  @Query(() => [WebhookView], {
    description: 'The webhooks that the viewer made for employers they still act for.',
  })
  async webhooks(@Ctx() context: Context): Promise<WebhookView[]> {
    const listed = await context.services.webhooks.list(viewerOf(context));
    const { encode } = context.cursors.forStream('match events');
    return listed.map((webhook) => toWebhookView(webhook, encode));
  }

  @For('employer')
  @FieldResolver(() => EmployerView, { description: 'The employer whose events it is sent.' })
  async employer(@Root() webhook: WebhookView, @Ctx() { loaders }: Context): Promise<EmployerView> {
    const employer = await loaders.employers.load(webhook.employerKey);
    if (employer === null) throw errors.object.notFound('employer');
    return toEmployerView(employer);
  }

  @For('employer')
  @FieldResolver(() => [WebhookAttemptView], {
    description: 'The last 20 attempts to deliver, the newest first.',
  })
  async deliveries(
    @Root() webhook: WebhookView,
    @Ctx() { loaders }: Context,
  ): Promise<WebhookAttemptView[]> {
    return (await loaders.webhookAttempts.load(webhook.key)).map(toAttemptView);
  }

  @For('employer')
  @Mutation(() => WebhookSecretPayload, {
    description: 'Sends what happens from now on to an address, for a verified employer.',
  })
  async createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'The new webhook.' })
    { employerId, vacancyIds, ...input }: CreateWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookSecretPayload> {
    const outcome = await context.services.webhooks.create(viewerOf(context), {
      ...input,
      employerId: employerId ? decodeUuid('Employer', employerId, 'input.employerId') : null,
      vacancyIds:
        vacancyIds?.map((id, index) => decodeUuid('Vacancy', id, `input.vacancyIds.${index}`)) ??
        null,
    });
    return toSecretPayload(outcome, context);
  }

  @For('employer')
  @Mutation(() => WebhookSecretPayload, {
    description:
      'Gives a webhook a new secret. The former one signs beside it for 24 hours; one before that signs no more.',
  })
  async rotateWebhookSecret(
    @Arg('input', () => ChangeWebhookInput, { description: 'The webhook.' })
    input: ChangeWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookSecretPayload> {
    const { rotateSecret } = context.services.webhooks;
    return toSecretPayload(await rotateSecret(viewerOf(context), toCommand(input)), context);
  }

  @For('employer')
  @Mutation(() => WebhookPayload, {
    description: 'Sends a webhook nothing more until it is resumed; nothing is lost.',
  })
  async pauseWebhook(
    @Arg('input', () => ChangeWebhookInput, { description: 'The webhook.' })
    input: ChangeWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const { pause } = context.services.webhooks;
    return toPayload(await pause(viewerOf(context), toCommand(input)), context);
  }

  @For('employer')
  @Mutation(() => WebhookPayload, {
    description:
      'Goes on at once where a webhook stands that was paused, was stopped, or waits for its next attempt.',
  })
  async resumeWebhook(
    @Arg('input', () => ChangeWebhookInput, { description: 'The webhook.' })
    input: ChangeWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const { resume } = context.services.webhooks;
    return toPayload(await resume(viewerOf(context), toCommand(input)), context);
  }

  @For('employer')
  @Mutation(() => WebhookPayload, {
    description:
      'Sends a webhook everything behind a cursor, under the same message ids as before.',
  })
  async replayWebhook(
    @Arg('input', () => ReplayWebhookInput, { description: 'The webhook and the cursor.' })
    input: ReplayWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const after = context.cursors.forStream('match events').decode(input.after);
    if (after === null) throw errors.cursor.bad();
    const { replay } = context.services.webhooks;
    return toPayload(await replay(viewerOf(context), { ...toCommand(input), after }), context);
  }

  @For('employer')
  @Mutation(() => WebhookPayload, {
    description: 'Removes a webhook with its secrets and attempts.',
  })
  async deleteWebhook(
    @Arg('input', () => ChangeWebhookInput, { description: 'The webhook.' })
    input: ChangeWebhookInput,
    @Ctx() context: Context,
  ): Promise<WebhookPayload> {
    const { remove } = context.services.webhooks;
    return toPayload(await remove(viewerOf(context), toCommand(input)), context);
  }
}

const toCommand = ({ clientMutationId, id }: ChangeWebhookInput): WebhookCommand => ({
  clientMutationId,
  webhookId: decodeUuid('Webhook', id, 'input.id'),
});

async function toPayload(
  { value, problems }: Outcome<string>,
  context: Context,
): Promise<WebhookPayload> {
  const webhook = value === null ? null : await findWebhook(value, context);
  return { webhook, userErrors: toUserErrors(problems) };
}

async function toSecretPayload(
  { value, problems }: Outcome<WebhookWithSecret>,
  context: Context,
): Promise<WebhookSecretPayload> {
  const webhook = value && (await findWebhook(value.webhookId, context));
  return { webhook, secret: value?.secret ?? null, userErrors: toUserErrors(problems) };
}

async function findWebhook(id: string, context: Context): Promise<WebhookView | null> {
  const [found] = await context.services.webhooks.list(viewerOf(context), id);
  return found ? toWebhookView(found, context.cursors.forStream('match events').encode) : null;
}
