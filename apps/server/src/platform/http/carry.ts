import { createHash } from 'node:crypto'
import { type Contract, type Reach, reachOf } from '@kaigong/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../database/database.ts'
import { isOvertaken } from '../database/overtaken.ts'
import { type Asking, inTransaction, type Tx } from '../database/transaction.ts'
import type { Actor } from './actor.ts'
import { type Answered, isRefused, type Refused, refuse } from './answer.ts'
import { type Keyed, keepAnswer, takeKey } from './idempotency.ts'
import { isKeepableText } from './json.ts'
import { languageOf } from './language.ts'
import type { Route } from './route.ts'
import { validated } from './validate.ts'

/** Finds out who asks: a session, a token, nobody (null), or a refusal. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | Refused | null>

/** Checks a request against its contract, finds who asks and whether they may, and lets the handler answer. */
export async function carry(
  { contract, handler }: Route,
  { db, authenticate }: { readonly db: Database; readonly authenticate: Authenticate },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answered | Refused> {
  const who = await authenticate(request)
  if (isRefused(who)) return who
  request.district = who?.district ?? null
  const reach = mayAsk(contract, who)
  if (isRefused(reach)) return reach
  if (who && forged(contract, who, request)) return refuse('signIn.forged')

  const input = checkedInput(contract, request)
  if (isRefused(input)) return input
  const ifMatch = versionNamed(request)
  if (contract.ifMatch && ifMatch === null) return refuse('request.needsVersion')
  const key = keyNamed(request)
  if (isRefused(key)) return key

  const asking: Asking | null = who && {
    district: who.district,
    person: who.person,
    agency: who.agency,
    company: who.company,
    reach,
  }
  const keyed = who && key !== null ? { key, requestHash: hashOfRequest(contract, input, ifMatch) } : null
  const asked = {
    ...input,
    actor: who,
    asking,
    ifMatch,
    lang: languageOf(request.headers['accept-language']),
    request,
    reply,
    read: <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, known(asking), work),
    transact: (work: (tx: Tx) => Promise<Answered | Refused>) => transact(db, known(asking), who, keyed, work),
  }
  try {
    return (await handler(asked as never)) as Answered | Refused
  } catch (error) {
    if (isOvertaken(error)) {
      request.log.warn({ key: (error as { readonly constraint?: string }).constraint }, 'somebody else was quicker')
      return refuse('request.stale')
    }
    throw error
  }
}

const known = (asking: Asking | null): Asking => {
  if (!asking) throw new Error('nobody is signed in: such a route opens its own transaction')
  return asking
}

/** How far the person's right reaches, or why there is none. */
function mayAsk({ may }: Contract, who: Actor | null): Reach | Refused {
  if (may === 'anyone') return 'involved'
  if (!who) return refuse('signIn.needed')
  if (may === 'signedIn') return reachOf(who.roles, 'project.read') ?? 'involved'
  const reach = who.scopes && !who.scopes.includes(may) ? undefined : reachOf(who.roles, may)
  return reach ?? refuse('right.missing')
}

/** A browser sends its cookie whoever wrote the page; only our own page knows the session's second secret. */
const forged = ({ method }: Contract, { csrf }: Actor, request: FastifyRequest): boolean =>
  method !== 'GET' && csrf !== null && request.headers['x-kaigong-csrf'] !== csrf

type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

function checkedInput({ params, query, body }: Contract, request: FastifyRequest): Input | Refused {
  const checked: { params?: unknown; query?: unknown; body?: unknown } = {}
  for (const text of [...Object.values(request.params as object), ...Object.values(request.query as object)]) {
    if (typeof text === 'string' && !isKeepableText(text)) return refuse('request.malformed')
  }
  if (params) {
    const read = validated(params, request.params, 'path')
    // An address with an id that cannot be one leads nowhere.
    if (isRefused(read)) return refuse('request.notFound')
    checked.params = read.value
  }
  if (query) {
    const read = validated(query, request.query, 'query')
    if (isRefused(read)) return read
    checked.query = read.value
  }
  if (body) {
    const read = validated(body, request.body, 'body')
    if (isRefused(read)) return read
    checked.body = read.value
  }
  return { params: checked.params, query: checked.query, body: checked.body }
}

const versionNamed = (request: FastifyRequest): number | null => {
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(request.headers['if-match'] ?? '') ?? []
  return version === undefined ? null : Number(version)
}

function keyNamed(request: FastifyRequest): string | null | Refused {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key
  return refuse('request.invalid', {
    detail: {
      zh: 'Idempotency-Key 为 8–200 个可见的英文字符，不含空格',
      en: 'Idempotency-Key is 8–200 visible ASCII characters without spaces',
    },
  })
}

const hashOfRequest = ({ method, path }: Contract, { params, query, body }: Input, ifMatch: number | null): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        method,
        path,
        params,
        query,
        body instanceof Uint8Array ? createHash('sha256').update(body).digest('hex') : body,
        ifMatch,
      ]),
    )
    .digest('hex')

/** Carries a refusal out of a transaction, so that nothing of it stays. */
class Undo extends Error {
  readonly answer: Answered | Refused
  constructor(answer: Answered | Refused) {
    super('undone')
    this.answer = answer
  }
}

async function transact(
  db: Database,
  asking: Asking,
  who: Actor | null,
  keyed: Keyed | null,
  work: (tx: Tx) => Promise<Answered | Refused>,
): Promise<Answered | Refused> {
  try {
    return await inTransaction(db, asking, async (tx) => {
      if (keyed && who) {
        const first = await takeKey(tx, who, keyed)
        if (first === 'other') throw new Undo(refuse('request.keyReused'))
        if (first !== 'taken') throw new Undo(first)
      }
      const answer = await work(tx)
      if (isRefused(answer)) throw new Undo(answer)
      if (keyed && who) await keepAnswer(tx, who, keyed, answer)
      return answer
    })
  } catch (error) {
    if (error instanceof Undo) return error.answer
    throw error
  }
}
