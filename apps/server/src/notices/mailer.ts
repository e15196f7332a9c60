import { createTransport } from 'nodemailer'

type Mail = {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** The same for the same contents: a mail that is sent twice can be known by it. */
  readonly id: string
}

export type Mailer = {
  /** Throws where the mail was not taken; what it throws names nobody. */
  readonly send: (mail: Mail) => Promise<void>
  readonly close: () => void
}

const PATIENCE_MS = 15_000

/** Sends by the server of a URL (`smtp://`, `smtps://`, with name and password where it asks for them). */
export function openMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text, id }) => {
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@kaigong>` }).catch((error: unknown) => {
        // What the server answers may repeat the address; it would stand in the list of jobs.
        throw new Error(`the mail was not taken (${reasonOf(error)})`)
      })
    },
    close: () => transport.close(),
  }
}

function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown }
  return [code, responseCode].filter((part) => /^\w+$/.test(String(part ?? ''))).join(' ')
}
