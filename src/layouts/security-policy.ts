/**
 * What a page may load: its own style, scripts, pictures and data, and nothing from anywhere else. No script and no
 * style stands in the page itself, so that text from a tracker could not run even if it got into the markup.
 */
const POLICY: Record<string, string> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "require-trusted-types-for": "'script'",
};

export const SECURITY_POLICY = Object.entries(POLICY)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join("; ");
