import { isWebGLSupported } from 'pixi.js';

/** What Pixi draws with. */
export type Renderer = 'webgl' | 'canvas';

/** What drivers without a graphics card call themselves: SwiftShader, Mesa's llvmpipe, Microsoft's Basic Render Driver. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** `?renderer=webgl` or `?renderer=canvas`; read before the address follows what is shown. */
const asked = new URLSearchParams(location.search).get('renderer');
let fitting: Renderer | null = null;

/**
 * What to draw with: what the address asks for, else WebGL with a graphics card. The processor alone draws on a canvas
 * several times as fast as it computes what WebGL would draw.
 */
export function renderer(): Renderer {
  if (asked === 'webgl' || asked === 'canvas') return asked;
  // Finding out takes a while.
  fitting ??= isWebGLSupported() && hasGraphicsCard() ? 'webgl' : 'canvas';
  return fitting;
}

function hasGraphicsCard(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return true;
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(named?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name !== 'string' || !SOFTWARE.test(name);
}
