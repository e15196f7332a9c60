import { contracts } from '@kaigong/contract'
import { asking, ConnectionError } from '../api/asking.ts'

/** The code of a page could not be fetched, for nothing answers. */
export class PageNotFetched extends ConnectionError {}

/**
 * Fetches the code of a page. Where the server answers, the page must belong to another version of Kaigong, and the router opens the
 * address anew; where it does not, opening it anew would leave nothing but the browser's own page of errors.
 */
export const pageCode =
  <T>(load: () => Promise<T>): (() => Promise<T>) =>
  async () => {
    try {
      return await load()
    } catch (error) {
      if (await serverAnswers()) throw error
      throw new PageNotFetched('the code of the page was not fetched', { cause: error })
    }
  }

/** Whether the server can be reached just now. */
export const serverAnswers = (): Promise<boolean> =>
  asking(contracts.people.ways, {}).then(
    () => true,
    (error: unknown) => !(error instanceof ConnectionError),
  )
