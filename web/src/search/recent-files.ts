type RecentFile = { accountNo: string; name: string }

const limits = { recent_files_max: 5 }

/** The employer files opened in this tab, newest first. They are gone with the tab and on sign-out. */
export function recentFiles(): RecentFile[] {
  const files: unknown = JSON.parse(sessionStorage.getItem('recent-files') ?? '[]')
  return Array.isArray(files) ? files : []
}

export function rememberFile(file: RecentFile): void {
  const others = recentFiles().filter(({ accountNo }) => accountNo !== file.accountNo)
  const kept = [file, ...others].slice(0, limits.recent_files_max)
  sessionStorage.setItem('recent-files', JSON.stringify(kept))
}
