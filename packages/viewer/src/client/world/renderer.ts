import { isWebGLSupported } from 'pixi.js';

/** What Pixi draws with. */
export type Renderer = 'webgl' | 'canvas';

/** What drivers without a graphics card call themselves: SwiftShader, Mesa's llvmpipe, Microsoft's Basic Render Driver. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** `?renderer=webgl` or `?renderer=canvas`; read before the address follows what is shown. */
const asked = new URLSearchParams(location.search).get('renderer');
let found: boolean | null = null;

/**
 * What to draw with: what the address asks for, else WebGL with a graphics card. The processor alone draws on a canvas
 * faster than it computes what WebGL would draw.
 */
export function renderer(): Renderer {
  if (asked === 'webgl' || asked === 'canvas') return asked;
  return hasGraphicsCard() ? 'webgl' : 'canvas';
}

/** Whether WebGL is drawn by a graphics card. Finding out takes a while, once. */
export function hasGraphicsCard(): boolean {
  found ??= isWebGLSupported() && isDrawnByCard();
  return found;
}

function isDrawnByCard(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  if (context === null) return true;
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = context.getParameter(named?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name !== 'string' || !SOFTWARE.test(name);
}
