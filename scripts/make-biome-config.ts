// Writes biome.json from scripts/support/layers.ts. Run it after changing either file.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT_ROOT } from "@/lib/db/embedded-binaries";
import { biomeConfig } from "./support/biome-config";

const file = path.join(PROJECT_ROOT, "biome.json");
writeFileSync(file, biomeConfig());
const biome = path.join(PROJECT_ROOT, "node_modules/@biomejs/biome/bin/biome");
spawnSync(process.execPath, [biome, "format", "--write", file], { cwd: PROJECT_ROOT });
