import { QuorumError } from '../core/errors.js';

const READ_FIXES: Readonly<Record<string, string>> = {
  ENOENT: 'Check the path.',
  EISDIR: 'Name a file, not a folder.',
  EACCES: 'Make the file readable for you.',
  EPERM: 'Make the file readable for you.',
};

const WRITE_FIXES: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some disk space, then give the same command again.',
  EDQUOT: 'Free some of your disk quota, then give the same command again.',
  ENOENT: 'Create the folder first.',
  ENOTDIR: 'A part of the path is a file, not a folder; choose another folder.',
  EISDIR: 'A folder of that name is in the way; remove it or choose another folder.',
  EACCES: 'Make the folder writable for you, or choose another folder.',
  EPERM: 'Make the folder writable for you, or choose another folder.',
  EROFS: 'The file system is read-only; choose another folder.',
  ENAMETOOLONG: 'Choose a folder with a shorter path.',
  EMFILE: 'Too many files are open; use fewer workers or raise `ulimit -n`.',
};

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the path is too long',
  EMFILE: 'too many open files',
};

/** A refusal of the file system while reading `path`, as `FILE_UNREADABLE`. Other errors pass through. */
export function readError(path: string, cause: unknown, fix?: string): unknown {
  const code = systemCode(cause);
  if (code === null) return cause;
  return new QuorumError('FILE_UNREADABLE', `Cannot read ${path}: ${reason(code, cause)}.`, {
    fix: fix ?? READ_FIXES[code] ?? 'Check the file and its disk.',
    cause,
  });
}

/** A refusal of the file system while writing `path`, as `FILE_UNWRITABLE`. Other errors pass through. */
export function writeError(path: string, cause: unknown): unknown {
  const code = systemCode(cause);
  if (code === null) return cause;
  // A missing file is created, so what is missing is its folder.
  const what = code === 'ENOENT' ? 'its folder does not exist' : reason(code, cause);
  return new QuorumError('FILE_UNWRITABLE', `Cannot write ${path}: ${what}.`, {
    fix: WRITE_FIXES[code] ?? 'Check the disk, or choose another folder.',
    cause,
  });
}

function reason(code: string, cause: unknown): string {
  return REASONS[code] ?? (cause as Error).message;
}

function systemCode(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause) || !('syscall' in cause)) return null;
  return typeof cause.code === 'string' ? cause.code : null;
}
