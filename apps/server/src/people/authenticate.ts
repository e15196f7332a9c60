import { contracts, UNATTENDED } from '@kaigong/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { API } from '../platform/http/app.ts'
import type { Authenticate } from '../platform/http/carry.ts'
import { actorOfSession, actorOfToken } from './credentials/sessions.ts'
import type { PeopleDeps } from './deps.ts'

const cookieName = (secure: boolean): string => (secure ? '__Host-kaigong' : 'kaigong')

/** Who asks: the session of the cookie, or the token of a machine. Neither is nobody; a token that is wrong is nobody too. */
export const authenticate =
  (deps: PeopleDeps): Authenticate =>
  async (request) => {
    const [, bearer] = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '') ?? []
    if (bearer !== undefined) return await actorOfToken(deps.credentials, deps, bearer)
    const token = tokenOf(request, deps.secure)
    return token === undefined
      ? null
      : await actorOfSession(deps.credentials, deps, token, { isAttended: isAttended(request) })
  }

/** Whether a person asks. The stream stays open as long as the page does, and a browser opens it anew without being told to. */
const isAttended = ({ headers, routeOptions }: FastifyRequest): boolean =>
  headers[UNATTENDED] === undefined && routeOptions.url !== `${API}${contracts.operations.stream.path}`

export const tokenOf = (request: FastifyRequest, secure: boolean): string | undefined =>
  request.cookies[cookieName(secure)]

/** The session's token goes into a cookie that no script can read and no other site can send along with a change. */
export const giveCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  reply.setCookie(cookieName(secure), token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: 7 * 24 * 3600,
  })
}

export const takeCookie = (reply: FastifyReply, secure: boolean): void => {
  reply.clearCookie(cookieName(secure), { path: '/', secure })
}
