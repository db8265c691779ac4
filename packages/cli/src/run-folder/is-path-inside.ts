/** Whether a relative path as manifests write it stays in its folder: a manifest may come from somebody else. */
export function isPathInside(path: string): boolean {
  return !/^[/\\]|^[a-z]:|\0/i.test(path) && !path.split(/[/\\]/).includes('..');
}
