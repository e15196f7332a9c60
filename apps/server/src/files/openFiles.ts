import { join, resolve } from 'node:path'
import type { Text } from '@kaigong/contract'
import type { Settings } from '../platform/settings/settings.ts'
import type { FileDeps } from './deps.ts'
import { clamScanner } from './scanner.ts'
import { fileStore, localShelf, type Shelf } from './store.ts'

/** The store of files and the scanner that the settings mean; a refusal where the S3 client is not installed. */
export async function openFiles(
  settings: Settings,
  state: string,
): Promise<Pick<FileDeps, 'files' | 'scanner'> | { readonly refused: Text }> {
  const folder = settings.filesFolder === '' ? join(state, 'files') : resolve(settings.filesFolder)
  const shelf = settings.s3Bucket === '' ? localShelf(join(folder, 'kept')) : await s3Shelf(settings)
  if ('refused' in shelf) return shelf
  const [host = '', port] = settings.scanner.split(':')
  return {
    files: fileStore(shelf, join(folder, 'coming')),
    scanner: host === '' ? null : clamScanner(host, Number(port)),
  }
}

const noClient: Text = {
  zh: '设了 KAIGONG_S3_BUCKET，但没有安装 S3 客户端；请先 npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner。',
  en: 'KAIGONG_S3_BUCKET is set, but there is no client for S3; npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner first.',
}

async function s3Shelf(settings: Settings): Promise<Shelf | { readonly refused: Text }> {
  const [flydrive, s3] = await Promise.all([
    import('flydrive'),
    // Its client is large and only installed by those who need it.
    import('flydrive/drivers/s3').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined
      throw error
    }),
  ])
  if (!s3) return { refused: noClient }
  const disk = new flydrive.Disk(
    new s3.S3Driver({
      bucket: settings.s3Bucket,
      region: settings.s3Region,
      ...(settings.s3Endpoint === '' ? {} : { endpoint: settings.s3Endpoint, forcePathStyle: true }),
      ...(settings.s3KeyId === ''
        ? {}
        : { credentials: { accessKeyId: settings.s3KeyId, secretAccessKey: settings.s3Secret } }),
      // Many compatible stores know neither the newer checksums nor access lists.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      supportsACL: false,
      visibility: 'private',
    }),
  )
  return {
    has: (key) => disk.exists(key),
    // An object of S3 appears when all of it has come.
    put: (key, path, size) => disk.copyFromFs(path, key, { contentLength: size }),
    read: (key) => disk.getStream(key),
  }
}
