/** What of Trusted Types is used; TypeScript's DOM does not know them yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): URL };
}

/** Under this name a page's policy admits the worker: `trusted-types stylemap-tryon`. */
export const policyName = 'stylemap-tryon';

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * A URL that `new Worker()` takes on pages that require Trusted Types; elsewhere, and where the page does not admit the policy, the URL itself. The
 * policy is this module's alone, so nothing else can pass a URL through it.
 * @see https://www.w3.org/TR/trusted-types/
 */
export function trustedWorkerUrl(url: URL): URL {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    policy ??= trustedTypes?.createPolicy(policyName, { createScriptURL: (href) => href });
  } catch {
    return url;
  }
  return policy?.createScriptURL(url.href) ?? url;
}
