// Who may import whom: the one table from which biome.json's rules are made
// (node --import tsx scripts/make-biome-config.ts) and which the unit test tries row by row.

/** Parts of the project, as import paths behind `@/`. */
const DOMAINS = [
  "lib/workspaces",
  "lib/accounts",
  "lib/consent",
  "lib/segments",
  "lib/surveys",
  "lib/cases",
  "lib/loyalty",
  "lib/imports",
  "lib/exports",
  "lib/erasure",
] as const;

const BASE = ["lib/errors", "lib/env", "lib/log", "lib/format", "lib/i18n"] as const;
const LOWER = [
  ...BASE,
  "lib/metrics",
  "lib/db",
  "lib/queue",
  "lib/auth",
  "lib/mail",
  "lib/webhooks",
] as const;

export const PARTS = [
  ...LOWER,
  "lib/facts",
  ...DOMAINS,
  "lib/actions",
  "lib/api",
  "lib/jobs",
  "components",
  "components/ui",
  "app",
  "prisma",
  "scripts",
  "tests",
] as const;

export type Part = (typeof PARTS)[number];

/** Packages that exactly these folders may know; elsewhere they hide behind that folder. */
export const OWNED_PACKAGES: Record<string, readonly Part[]> = {
  "next-auth": ["lib/auth"],
  "rate-limiter-flexible": ["lib/auth"],
  "@node-rs/argon2": ["lib/auth"],
  "@prisma/client": ["lib/db"],
  "@prisma/adapter-pg": ["lib/db"],
  pg: ["lib/db", "lib/queue"],
  nodemailer: ["lib/mail"],
  recharts: ["components"],
};

export type Layer = {
  /** The folder, as a package's owner is named; null: owns none. */
  folder: Part | null;
  /** Files it is about, as Biome globs. */
  includes: string[];
  /** Itself first; what it may import. */
  may: readonly Part[];
  /** Parts of which it may name types only. */
  types?: readonly Part[];
  /** How far up a relative import may go: out of the folder it must be written with `@/`. */
  maxUp?: number;
  /** No package at all, and no clock. */
  isPure?: boolean;
  why: string;
};

function libLayer(part: Part, may: readonly Part[], why: string): Layer[] {
  return [
    { folder: part, includes: [`${part}/*`], may: [part, ...may], maxUp: 0, why },
    { folder: part, includes: [`${part}/*/**`], may: [part, ...may], maxUp: 1, why },
  ];
}

const DOMAIN_LAYERS = DOMAINS.flatMap((domain, index) =>
  libLayer(
    domain,
    [...LOWER, "lib/facts", ...DOMAINS.slice(0, index)],
    `A domain knows the layers below it and the domains before it: ${DOMAINS.map((d) => d.slice(4)).join(", ")}.`,
  ),
);

// Later rows win where two are about the same file.
export const LAYERS: readonly Layer[] = [
  {
    folder: null,
    includes: ["lib/*.ts"],
    may: ["lib/errors", "lib/env", "lib/log"],
    why: "What every layer uses can use no layer.",
  },
  ...libLayer("lib/format", ["lib/errors", "lib/env"], "Formatting knows values, not the domain."),
  ...libLayer("lib/i18n", ["lib/errors", "lib/env"], "Languages know texts, not the domain."),
  ...libLayer("lib/metrics", [], "Formulas are pure: no package, no clock, nothing outside.").map(
    (layer) => ({ ...layer, isPure: true }),
  ),
  ...libLayer("lib/db", [...BASE, "lib/metrics"], "The database layer knows no use-case."),
  ...libLayer("lib/queue", [...BASE, "lib/db"], "The queue carries ids and knows no use-case."),
  ...libLayer("lib/auth", [...BASE, "lib/db", "lib/queue"], "Who may do what knows no domain."),
  ...libLayer(
    "lib/mail",
    [...BASE, "lib/db", "lib/queue", "lib/auth"],
    "Mail carries what a domain wrote and knows no domain.",
  ),
  ...libLayer(
    "lib/webhooks",
    [...BASE, "lib/db", "lib/queue", "lib/auth"],
    "A webhook carries what a domain told and knows no domain.",
  ),
  ...libLayer("lib/facts", LOWER, "Facts are built from rows; domains read them, not the reverse."),
  ...DOMAIN_LAYERS,
  ...libLayer("lib/actions", [...LOWER, "lib/facts"], "The shape of an action knows no domain."),
  ...libLayer("lib/api", LOWER, "The shape of an API answer knows no domain."),
  ...libLayer("lib/jobs", [...LOWER, "lib/facts", ...DOMAINS], "Jobs call verbs."),
  {
    folder: "components",
    includes: ["components/**"],
    may: ["components", "lib/format", "lib/i18n"],
    types: ["lib/metrics", "lib/actions"],
    why: "Components get what they show as props; formulas are not run in them.",
  },
  {
    folder: "components/ui",
    includes: ["components/ui/**"],
    may: ["components/ui", "lib/format", "lib/i18n"],
    types: ["lib/actions"],
    maxUp: 1,
    why: "Primitives know nothing of the domain.",
  },
  {
    folder: "app",
    includes: ["app/**"],
    may: ["app", "components", "lib/actions", "lib/api", "lib/auth", ...BASE, ...DOMAINS],
    types: ["lib/metrics"],
    why: "A route calls one verb and renders; it never reaches the database itself.",
  },
  {
    folder: null,
    includes: ["*.ts"],
    may: ["lib/env", "lib/auth", "lib/log", "lib/loyalty"],
    why: "Entry points of the framework know the environment, the session and what is made ready at a start.",
  },
];

/** Files that may read the environment; everything else asks lib/env. */
export const ENV_READERS = [
  "lib/env.ts",
  // The compiler needs to see this one name in place.
  "instrumentation.ts",
  "*.config.ts",
  "scripts/**",
  "tests/**",
];

/** Files that the framework wants to export by default. */
export const DEFAULT_EXPORTERS = [
  "tests/mutation/vitest.config.ts",
  "app/**",
  "lib/i18n/**",
  "*.config.ts",
  "*.config.mjs",
  "scripts/*.mjs",
  "tests/support/*setup.ts",
];
