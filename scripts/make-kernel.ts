// Writes lib/facts/kernel/add-stretches.ts from add-stretches.wat. Run it after changing that file.
import { writeFileSync } from "node:fs";
import { KERNEL_MODULE, kernelModule } from "./support/kernel-module";

writeFileSync(KERNEL_MODULE, await kernelModule());
