import { contracts } from '@kaigong/contract'
import { queryOptions } from '@tanstack/react-query'
import { asking } from '../api/asking.ts'

const { certificates } = contracts

/** Certificates of a project. */
export const certificatesOf = (projectId: string) =>
  queryOptions({
    queryKey: ['certificate', projectId],
    queryFn: async () => (await asking(certificates.ofProject, { params: { projectId } })).items,
  })

/** One certificate; the stream tells of it by its project, so it is looked at again whenever it is opened. */
export const oneCertificate = (certificateId: string) =>
  queryOptions({
    queryKey: ['certificate', 'one', certificateId],
    queryFn: () => asking(certificates.read, { params: { certificateId } }),
  })
