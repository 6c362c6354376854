type Page = {
  nonce: string;
  /** Respondent pages need no inline style attributes; charts and overlays of the app do. */
  isRespondent: boolean;
  isDevelopment: boolean;
  /** Origin a form may lead to besides our own: the identity provider. */
  formTarget: string | null;
};

/** The content security policy of one page. */
export function contentSecurityPolicy(page: Page): string {
  const { nonce, isRespondent, isDevelopment, formTarget } = page;
  const script = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"];
  // The development server evaluates code and writes inline styles; a nonce would switch those off.
  const style = isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`];
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": isDevelopment ? [...script, "'unsafe-eval'"] : script,
    "style-src": style,
    ...(isRespondent ? {} : { "style-src-attr": ["'unsafe-inline'"] }),
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": isDevelopment ? ["'self'", "ws:"] : ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": formTarget === null ? ["'self'"] : ["'self'", formTarget],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(" ")}`)
    .join("; ");
}

const UNUSED_FEATURES = [
  "camera",
  "geolocation",
  "microphone",
  "payment",
  "usb",
  "browsing-topics",
];

/** What every page carries besides its policy. */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": UNUSED_FEATURES.map((name) => `${name}=()`).join(", "),
  };
  if (isHttps) headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains";
  return headers;
}
