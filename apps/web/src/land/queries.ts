import { contracts, type LandBoard } from '@kaigong/contract'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

/** Everything about the land day of a project lies under this key. */
const landKey = (projectId: string): readonly string[] => ['land', projectId]

export const landBoard = (projectId: string) =>
  queryOptions({
    queryKey: [...landKey(projectId), 'board'],
    queryFn: () => asking(contracts.land.board, { params: { projectId } }),
  })

/** Keeps a board as an answer brought it. */
export const keepBoard = (client: QueryClient, board: LandBoard) =>
  client.setQueryData(landBoard(board.projectId).queryKey, board)

/** What is shown is asked for anew: its own change reaches the page before the stream tells of it. */
export const refreshLand = (client: QueryClient, projectId: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: landKey(projectId) }),
    client.invalidateQueries({ queryKey: ['certificate', projectId] }),
  ])
