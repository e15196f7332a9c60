import { z } from 'zod'
import type { Contract } from './contract.ts'
import { Day, Instant, ProjectId, Version } from './ids.ts'
import { Text } from './text.ts'

/** Largest file, in bytes: 500 MiB. */
export const LARGEST_FILE = 500 * 1024 * 1024
/** Bytes of a part, but for the last one: small enough for a slow line, where a part that breaks off is sent again. */
export const PART_SIZE = 2 * 1024 * 1024

/**
 * What is taken, by the ending of its name: the content type it is handed out with, and what the content may be found to be
 * (`cfb` is the container of Office before 2007 and of WPS). Whatever runs as a program, or cannot be looked into, is not taken.
 */
export const fileKinds = {
  pdf: { type: 'application/pdf', found: ['pdf'] },
  ofd: { type: 'application/ofd', found: ['ofd'] },
  jpg: { type: 'image/jpeg', found: ['jpg'] },
  jpeg: { type: 'image/jpeg', found: ['jpg'] },
  png: { type: 'image/png', found: ['png'] },
  tif: { type: 'image/tiff', found: ['tif'] },
  tiff: { type: 'image/tiff', found: ['tif'] },
  heic: { type: 'image/heic', found: ['heic'] },
  doc: { type: 'application/msword', found: ['cfb'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', found: ['docx'] },
  xls: { type: 'application/vnd.ms-excel', found: ['cfb'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', found: ['xlsx'] },
  wps: { type: 'application/vnd.ms-works', found: ['cfb', 'docx'] },
  et: { type: 'application/vnd.ms-excel', found: ['cfb', 'xlsx'] },
  dwg: { type: 'image/vnd.dwg', found: ['dwg'] },
  zip: { type: 'application/zip', found: ['zip'] },
} as const satisfies Readonly<Record<string, { readonly type: string; readonly found: readonly string[] }>>

export const FileKind = z.enum(Object.keys(fileKinds) as [keyof typeof fileKinds, ...(keyof typeof fileKinds)[]])
export type FileKind = z.infer<typeof FileKind>

/** What a file is known by: the SHA-256 of its content, in small hexadecimal digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, {
  error: 'SHA-256 为 64 位小写十六进制数 · SHA-256 is 64 small hexadecimal digits',
})

/** Which materials of the catalogue a file stands for: given once, it serves every matter that wants one of them (一次提交、多次复用). */
const Uses = z.array(z.string().regex(/^[A-Za-z0-9-]{1,80}$/)).max(50)

export const MaterialVersion = z.strictObject({
  no: z.int().positive(),
  name: z.string(),
  kind: FileKind,
  size: z.int().positive(),
  sha256: Sha256,
  /** A virus scanner looked at it and found nothing; false where none is set. */
  scanned: z.boolean(),
  uploadedBy: z.string().nullable(),
  uploadedAt: Instant,
})
export type MaterialVersion = z.infer<typeof MaterialVersion>

/** A material of a project that is there. The latest version stands; those before it stay. */
export const MaterialView = z.strictObject({
  id: z.uuid(),
  version: Version,
  uses: z.array(z.string()),
  latest: MaterialVersion,
  earlier: z.array(MaterialVersion),
})
export type MaterialView = z.infer<typeof MaterialView>

/** An upload under way: the next part begins at `received`. */
export const UploadView = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  size: z.int().positive(),
  received: z.int().nonnegative(),
  partSize: z.int().positive(),
})
export type UploadView = z.infer<typeof UploadView>

export const ChecklistItem = z.strictObject({
  material: z.string(),
  name: Text,
  /** 主件 ★ or 可容缺 △. */
  necessity: z.enum(['essential', 'deferrable']),
  /** `there` was handed in, `shared` is fetched from another agency, `missing` is to be brought. */
  state: z.enum(['there', 'shared', 'missing']),
  issuedBy: z.string().nullable(),
  neededBy: Day,
  matters: z.array(z.strictObject({ occurrence: z.string(), matter: z.string(), name: Text })),
  files: z.array(z.uuid()),
})

const ofProject = z.strictObject({ projectId: ProjectId })
const oneMaterial = z.strictObject({ projectId: ProjectId, materialId: z.uuid() })
const oneUpload = z.strictObject({ projectId: ProjectId, uploadId: z.uuid() })

export const fileContracts = {
  list: {
    method: 'GET',
    path: '/projects/:projectId/materials',
    may: 'material.read',
    summary: { zh: '项目已有的材料', en: 'Materials of a project that are there' },
    params: ofProject,
    out: {
      200: z.strictObject({
        items: z.array(MaterialView),
        /** Whether whoever asks may upload here. */
        mayWrite: z.boolean(),
      }),
    },
  },
  checklist: {
    method: 'GET',
    path: '/projects/:projectId/materials/checklist',
    may: 'material.read',
    summary: { zh: '方案所需材料及到位情况', en: 'What the plan asks for, and what of it is there' },
    params: ofProject,
    query: z.strictObject({ plan: z.coerce.number().int().positive().optional() }),
    out: {
      200: z.strictObject({
        /** The version of the plan that asks; null where there is none. */
        plan: z.int().positive().nullable(),
        items: z.array(ChecklistItem),
      }),
    },
  },
  /** Begins, or goes on with what the same person began: the same content for the same material. */
  begin: {
    method: 'POST',
    path: '/projects/:projectId/uploads',
    may: 'material.write',
    summary: { zh: '开始（或继续）上传', en: 'Begin an upload, or go on with it' },
    params: ofProject,
    body: z.strictObject({
      name: z.string().min(1).max(1000),
      size: z.int().positive(),
      sha256: Sha256,
      uses: Uses,
      /** The material of which this is a new version; null for a new one. */
      materialId: z.uuid().nullable(),
    }),
    out: { 200: UploadView, 201: UploadView },
    refusals: ['file.badName', 'file.kindNotTaken', 'request.tooLarge', 'file.unknownUse', 'file.tooManyUploads'],
  },
  upload: {
    method: 'GET',
    path: '/projects/:projectId/uploads/:uploadId',
    may: 'material.write',
    summary: { zh: '上传到哪里了', en: 'How far an upload has come' },
    params: oneUpload,
    out: { 200: UploadView },
  },
  /** A part that came before is answered like the first time; one that leaves a gap is refused. */
  part: {
    method: 'PUT',
    path: '/projects/:projectId/uploads/:uploadId/parts/:offset',
    may: 'material.write',
    summary: { zh: '上传一段', en: 'Send a part' },
    bodyLimit: PART_SIZE,
    params: z.strictObject({ ...oneUpload.shape, offset: z.coerce.number().int().nonnegative() }),
    body: z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length > 0),
    out: { 200: UploadView },
    refusals: ['file.gap', 'request.tooLarge'],
  },
  /** Checks size, hash, kind and, where a scanner is set, viruses. A repeat gets the same material. */
  finish: {
    method: 'POST',
    path: '/projects/:projectId/uploads/:uploadId/finish',
    may: 'material.write',
    summary: { zh: '完成上传', en: 'Finish an upload' },
    params: oneUpload,
    out: { 201: MaterialView },
    refusals: [
      'file.incomplete',
      'file.wrongHash',
      'file.lies',
      'file.bomb',
      'file.locked',
      'file.infected',
      'file.notScanned',
    ],
  },
  abandon: {
    method: 'DELETE',
    path: '/projects/:projectId/uploads/:uploadId',
    may: 'material.write',
    summary: { zh: '放弃上传', en: 'Abandon an upload' },
    params: oneUpload,
    out: { 204: null },
  },
  use: {
    method: 'PUT',
    path: '/projects/:projectId/materials/:materialId/uses',
    may: 'material.write',
    ifMatch: true,
    summary: { zh: '一件材料用于哪些事项', en: 'What a material that is there is used for' },
    params: oneMaterial,
    body: z.strictObject({ uses: Uses }),
    out: { 200: MaterialView },
    refusals: ['file.unknownUse'],
  },
  download: {
    method: 'GET',
    path: '/projects/:projectId/materials/:materialId/versions/:no',
    may: 'material.read',
    summary: { zh: '下载一版材料（留痕）', en: 'Download a version of a material; that is recorded' },
    params: z.strictObject({ ...oneMaterial.shape, no: z.coerce.number().int().positive() }),
    out: { 200: null },
    bytes: [...new Set(Object.values(fileKinds).map(({ type }) => type))],
    refusals: ['file.lost'],
  },
  seen: {
    method: 'GET',
    path: '/projects/:projectId/materials/:materialId/seen',
    may: 'material.read',
    summary: { zh: '谁下载过', en: 'Who has downloaded it' },
    params: oneMaterial,
    out: {
      200: z.strictObject({
        items: z.array(z.strictObject({ no: z.int().positive(), by: z.string().nullable(), at: Instant })),
      }),
    },
  },
} as const satisfies Readonly<Record<string, Contract>>
