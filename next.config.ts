import { readdirSync } from "node:fs";
import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { buildFolder } from "./lib/env";

function migrationNames(): string {
  const folder = path.join(import.meta.dirname, "prisma", "migrations");
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort().join(",");
}

// Pages get their policy with a nonce from proxy.ts; what it leaves out (handlers, files) gets this.
const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];
const HANDLERS = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
];

const config: NextConfig = {
  distDir: buildFolder(),
  poweredByHeader: false,
  reactStrictMode: true,
  cacheComponents: false,
  // The static stage of the tests checks types everywhere; a build is not stopped by a test's types.
  typescript: { ignoreBuildErrors: true },
  // In development Next would print what people type into forms.
  logging: { serverFunctions: false },
  serverExternalPackages: [
    "pg",
    "pino",
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
    "rate-limiter-flexible",
    "nodemailer",
  ],
  // Readiness compares the database with the migrations this build was made with.
  env: { BUILD_MIGRATIONS: migrationNames() },
  // Browsers ask for this name where they have not read the page's own link to the icon.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE },
    { source: "/api/:path*", headers: HANDLERS },
  ],
};

export default createNextIntlPlugin("./app/i18n-request.ts")(config);
