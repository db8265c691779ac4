import { isWebGLSupported } from 'pixi.js';

/** How the browser can draw with WebGL: by a graphics card, by the processor alone, or not at all. */
export type Webgl = 'card' | 'processor' | 'none';

/** What drivers without a graphics card call themselves: SwiftShader, Mesa's llvmpipe, Microsoft's Basic Render Driver. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
let known: Webgl | null = null;

/** Finds out once, which takes a while: an episode is opened faster if somebody has asked before. */
export function webgl(): Webgl {
  known ??= isWebGLSupported() ? findKind() : 'none';
  return known;
}

function findKind(): Webgl {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return 'card';
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(named?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' && SOFTWARE.test(name) ? 'processor' : 'card';
}
