import { extensions, ExtensionType, type System, type WebGLRenderer } from 'pixi.js';

/** Textures that one drawing call may use. Pixi takes as many as the card has: 32 with SwiftShader. */
const MOST = 4;

/**
 * Keeps Pixi's shaders short: they ask of every pixel which of the textures it has, one after another, also on the floor,
 * which has none. A processor that computes pixels runs through all of it. There are more calls then, which cost little.
 */
class FewTextures implements System {
  static readonly extension = { type: [ExtensionType.WebGLSystem], name: 'fewTextures' } as const;

  constructor(private readonly renderer: WebGLRenderer) {}

  /** Comes after the limits of the context were found out and before shaders are made. */
  contextChange(): void {
    const { limits } = this.renderer;
    limits.maxBatchableTextures = Math.min(MOST, limits.maxBatchableTextures);
  }

  destroy(): void {
    // Holds nothing.
  }
}

/** For all renderers that are made from now on. */
export function useFewTextures(): void {
  extensions.add(FewTextures);
}
