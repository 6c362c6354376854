import { DEFAULT_EXPORTERS, ENV_READERS, LAYERS, type Layer, OWNED_PACKAGES } from "./layers";

type Pattern = { group: string[]; message: string; importNamePattern?: string };

function isOrIsBelow(part: string): string[] {
  return [`@/${part}`, `@/${part}/**`];
}

/** Everything of ours is forbidden but what the row names; a new folder is forbidden to all. */
function partPatterns(layer: Layer): Pattern[] {
  const named = [...layer.may, ...(layer.types ?? [])].flatMap(isOrIsBelow);
  // The long way round, where "../" is allowed.
  const roundabout = ["lib", "prisma", "scripts", "tests"].map((root) => `../**/${root}/**`);
  const allowed = named.map((path) => `!${path}`);
  const group = ["@/**", ...roundabout, "**/db/generated/**", ...allowed];
  const typesOnly = (layer.types ?? []).map((part) => ({
    group: isOrIsBelow(part),
    importNamePattern: "[a-z].*",
    message: `Only types come from here. ${layer.why}`,
  }));
  return [{ group, message: layer.why }, ...typesOnly];
}

function packagePatterns(layer: Layer): Pattern[] {
  if (layer.isPure) return [{ group: ["**", "!./**", "!../**", "!@/**"], message: layer.why }];
  const foreign = Object.entries(OWNED_PACKAGES).filter(
    ([, owners]) => layer.folder === null || !owners.includes(layer.folder),
  );
  const message =
    "This package belongs to one folder (see the table): use what that folder offers.";
  return [{ group: foreign.flatMap(([name]) => [name, `${name}/**`]), message }];
}

function relativePatterns(layer: Layer): Pattern[] {
  if (layer.maxUp === undefined) return [];
  const message = "Write an import that leaves the folder with @/, so that the layers can be seen.";
  return [{ group: [`${"../".repeat(layer.maxUp + 1)}**`], message }];
}

function restrictedImports(layer: Layer) {
  const patterns = [...partPatterns(layer), ...packagePatterns(layer), ...relativePatterns(layer)];
  return { level: "error", options: { patterns } };
}

function layerOverride(layer: Layer) {
  const clock = "Formulas have no clock: take the day as an argument.";
  return {
    includes: layer.includes,
    linter: {
      rules: {
        style: {
          noRestrictedImports: restrictedImports(layer),
          ...(layer.isPure
            ? {
                noRestrictedGlobals: {
                  level: "error",
                  options: { deniedGlobals: { Date: clock, performance: clock } },
                },
              }
            : {}),
        },
      },
    },
  };
}

const RULES = {
  correctness: { noUnusedImports: "error", noUnusedVariables: "error" },
  performance: {
    noNamespaceImport: "off",
    noBarrelFile: "error",
  },
  style: {
    noDefaultExport: "error",
    noNonNullAssertion: "error",
    noProcessEnv: "error",
    useConsistentTypeDefinitions: { level: "error", options: { style: "type" } },
    useFilenamingConvention: {
      level: "error",
      options: { filenameCases: ["kebab-case"], requireAscii: true },
    },
    useImportType: "error",
    useNodejsImportProtocol: "error",
  },
  suspicious: {
    noExplicitAny: "error",
    noImportCycles: { level: "error", options: { ignoreTypes: false } },
  },
};

function switchOff(includes: string[], group: string, rule: string) {
  return { includes, linter: { rules: { [group]: { [rule]: "off" } } } };
}

/** The text of biome.json. */
export function biomeConfig(): string {
  const config = {
    $schema: "./node_modules/@biomejs/biome/configuration_schema.json",
    vcs: { enabled: true, clientKind: "git", useIgnoreFile: true },
    files: {
      includes: [
        ...["**", "!lib/db/generated", "!prisma/migrations", "!package-lock.json", "!**/*.md"],
        // The framework writes it.
        "!tsconfig.json",
      ],
    },
    formatter: { indentStyle: "space", indentWidth: 2, lineWidth: 100 },
    css: { parser: { tailwindDirectives: true } },
    linter: { rules: RULES },
    overrides: [
      ...LAYERS.map(layerOverride),
      switchOff(ENV_READERS, "style", "noProcessEnv"),
      switchOff(DEFAULT_EXPORTERS, "style", "noDefaultExport"),
      switchOff(["lib/metrics/index.ts", "app/api/**"], "performance", "noBarrelFile"),
    ],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
