/** Whether the browser can draw with WebGL; without it Pixi's canvas renderer takes over. */
export function hasWebgl(): boolean {
  const canvas = document.createElement('canvas');
  try {
    return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
  } catch {
    return false;
  }
}
