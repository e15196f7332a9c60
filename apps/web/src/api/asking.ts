import {
  type AskedOf,
  ask,
  type Contract,
  type Extra,
  type Me,
  type OutOf,
  type Problem,
  UNATTENDED,
} from '@kaigong/contract'
import { languageNow } from '../text/texts.ts'
import { isAttended } from './attended.ts'
import { meKey, queryClient } from './queryClient.ts'
import { ProblemError } from './refused.ts'
import { send } from './transport.ts'

export { ProblemError } from './refused.ts'
export { ConnectionError } from './transport.ts'

type Own = {
  readonly signal?: AbortSignal
  /** As nobody: whoever is signed in here is not said, as a link that needs no account asks for. */
  readonly anonymous?: boolean
}

/**
 * Asks the server for what a contract describes and returns its answer.
 * Throws a `ProblemError` when the server refuses, a `ConnectionError` when it cannot be reached.
 */
export async function asking<C extends Contract>(
  contract: C,
  asked: AskedOf<C>,
  { signal, anonymous = false, ...extra }: Extra & Own = {},
): Promise<OutOf<C>> {
  const csrf = anonymous ? undefined : queryClient.getQueryData<Me>(meKey)?.csrf
  const answer = await ask(
    (sent) =>
      send(
        {
          ...sent,
          headers: {
            ...sent.headers,
            'accept-language': languageNow() === 'zh' ? 'zh-CN' : 'en',
            ...(isAttended(performance.now()) ? {} : { [UNATTENDED]: 'true' }),
            ...(csrf && contract.method !== 'GET' ? { 'x-kaigong-csrf': csrf } : {}),
          },
        },
        { signal, anonymous },
      ),
    contract,
    asked,
    extra,
  )
  if (!answer.ok) throw new ProblemError(answer.problem as Problem)
  return answer.value
}
