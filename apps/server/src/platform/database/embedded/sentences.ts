import type { Text } from '@kaigong/contract'

export const madeNew = (folder: string): Text => ({
  zh: `已在 ${folder} 建立数据库`,
  en: `Made a database in ${folder}`,
})

export const tookOver = (pid: number): Text => ({
  zh: `上次的数据库进程（${pid}）还在运行，已接管`,
  en: `The database of the last run (process ${pid}) was still running and was taken over`,
})

export const cleanedUp: Text = {
  zh: '上次没有正常关闭，已清理并恢复数据库',
  en: 'The last run did not end properly; the database was cleaned up and recovered',
}

export const restarted: Text = {
  zh: '数据库进程意外结束，已重新启动',
  en: 'The database had ended unexpectedly and was started again',
}

export const inUse = (folder: string, pid: number | undefined): Text => ({
  zh: `数据（${folder}）正由另一个 Kaigong 进程${pid ? `（${pid}）` : ''}使用。请先停止它，或用 KAIGONG_STATE 指定另一个文件夹。`,
  en: `The data in ${folder} are in use by another Kaigong process${pid ? ` (${pid})` : ''}. Stop it first, or name another folder with KAIGONG_STATE.`,
})

export const unreachable = (folder: string): Text => ({
  zh: `以 root 运行时，数据库由用户 postgres 运行，它进不了文件夹 ${folder}。请用 KAIGONG_STATE 指定一个可进入的文件夹，如 /var/lib/kaigong。`,
  en: `As root, the database runs as the user postgres, who cannot enter ${folder}. Name a folder that can be entered with KAIGONG_STATE, such as /var/lib/kaigong.`,
})

export const passwordLost = (secret: string): Text => ({
  zh: `数据还在，但密码文件 ${secret} 不见了，无法进入数据库。请从备份中恢复该文件，或用 KAIGONG_STATE 指定一个新文件夹。`,
  en: `The data are there, but the password file ${secret} is gone, and nobody can enter the database. Put the file back from a backup, or name a new folder with KAIGONG_STATE.`,
})

export const cannotStart = (error: unknown, folder: string): Text => {
  const why = String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
  return {
    zh: `数据库（${folder}）启动失败：${why}`,
    en: `The database in ${folder} could not be started: ${why}`,
  }
}
