import { QuorumError } from '@quorum/events';
import { providers, type Access, type Provider } from './providers.js';

/** The environment variables that a run may look at. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How a provider is reached: base URL from the command line, then the environment, then its own; key from the
 * environment only, since command lines end up in histories and manifests.
 *
 * @throws QuorumError `MODEL_UNAVAILABLE` naming the variable of a missing key, `CONFIG_INVALID` for a URL that is none
 */
export function findAccess(provider: Provider, model: string, env: Environment, baseUrl?: string): Access {
  const url = baseUrl ?? nonEmpty(env[provider.baseUrlVariable]) ?? provider.baseUrl;
  if (!/^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '')) {
    const source = baseUrl === undefined ? provider.baseUrlVariable : '--base-url';
    // It is not repeated: it may hold a password.
    throw new QuorumError('CONFIG_INVALID', `${source} is no web address.`, {
      fix: `Write it like ${provider.baseUrl}.`,
    });
  }
  const key = provider.keyVariable === null ? null : (nonEmpty(env[provider.keyVariable]) ?? null);
  if (provider.keyVariable !== null && key === null && url === provider.baseUrl) {
    throw new QuorumError(
      'MODEL_UNAVAILABLE',
      `${model} needs a key, and ${provider.keyVariable} is not set.`,
      {
        fix: `Set the environment variable ${provider.keyVariable}; a server of your own (--base-url) may do without.`,
      },
    );
  }
  return { key, baseUrl: url.replace(/\/+$/, '') };
}

/** Whatever must never be shown of a base URL. */
export function secretsOf(baseUrl: string): string[] {
  const { password, searchParams } = new URL(baseUrl);
  return [decodeURIComponent(password), ...searchParams.values()];
}

/** Keys of all providers, and everything else in the environment that is called a secret. */
export function secretsIn(env: Environment): { readonly keys: string[]; readonly others: string[] } {
  const named = (wanted: (name: string) => boolean): string[] =>
    Object.entries(env).flatMap(([name, value]) => (wanted(name) ? (nonEmpty(value) ?? []) : []));
  const keyVariables = providers.map(({ keyVariable }) => keyVariable);
  return {
    keys: named((name) => keyVariables.includes(name)),
    others: named((name) => /(KEY|TOKEN|SECRET|PASSWORD)$/i.test(name)),
  };
}

/**
 * Whether anything answers at a base URL, be it an error.
 * @throws QuorumError `MODEL_UNAVAILABLE`
 */
export async function checkServer(
  model: string,
  baseUrl: string,
  hide: (text: string) => string,
  timeoutMs: number,
): Promise<void> {
  try {
    const response = await fetch(baseUrl, { signal: AbortSignal.timeout(timeoutMs), redirect: 'manual' });
    await response.body?.cancel();
  } catch (error) {
    const { code } = ((error as Error).cause ?? error) as { code?: unknown };
    const why = typeof code === 'string' ? ` (${code})` : '';
    throw new QuorumError('MODEL_UNAVAILABLE', hide(`No server answers for ${model} at ${baseUrl}${why}.`), {
      fix: 'Start the server, or correct --base-url or its environment variable.',
    });
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
