import { contracts } from '@kaigong/contract'
import { asking, ConnectionError } from '../api/asking.ts'
import { allTexts } from '../text/texts.ts'

/** The code of a page could not be fetched, for nothing answers. */
export class PageNotFetched extends ConnectionError {}

/**
 * Fetches the code of a page, and the texts that it speaks with. Where the server answers, the page must belong to another version of Kaigong, and the router opens the
 * address anew; where it does not, opening it anew would leave nothing but the browser's own page of errors.
 */
export const pageCode =
  <T>(load: () => Promise<T>, texts: () => Promise<void> = allTexts): (() => Promise<T>) =>
  async () => {
    try {
      const [page] = await Promise.all([load(), texts()])
      return page
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
