import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** Where figures reach a screen. Drawings, imports and mail count in their own ways and show none. */
const FOLDERS = ["app", "components/metrics", "lib/facts", "lib/loyalty", "lib/segments"];

/** A division that makes no figure; everything else is a formula of lib/metrics. */
const NO_FIGURE: Record<string, string> = {
  "app/w/[workspace]/_loyalty/words/measure-words.ts": "half of an interval's width, for decimals",
  "app/w/[workspace]/answers/held/_words.ts": "seconds as minutes, hours and days",
  "app/w/[workspace]/asks/page.tsx": "the width of a bar",
  "app/w/[workspace]/imports/[batch]/import-progress.tsx": "progress of an upload",
  "app/w/[workspace]/imports/new/send-file.ts": "progress of an upload",
  "app/w/[workspace]/imports/new/upload-form.tsx": "size of a file",
  "app/w/[workspace]/settings/sending/queue-order.ts": "seconds as minutes, hours and days",
  "app/w/[workspace]/settings/sending/actions.ts": "a typed percentage as a share",
  "app/w/[workspace]/segments/_editor/figure-bounds.ts":
    "a typed percentage as a share, money as minor units",
  "app/w/[workspace]/retention/cohort-words.ts": "quarters of a year",
  "app/w/[workspace]/retention/cohorts-card.tsx": "how strongly a cell is tinted",
  "app/w/[workspace]/retention/survival-words.ts": "days as months, months as years",
  "lib/facts/build-contracts.ts": "months of a term",
  "lib/facts/build-unit.ts": "exchange rates",
  "lib/facts/build-wallets.ts": "the middle of a range that was typed",
  "lib/facts/currency.ts": "exchange rates",
  "lib/facts/kernel/packed-base.ts": "pages of memory",
  "lib/facts/kernel/segment-series.ts": "the measures' own ratios, held against them by a test",
  "lib/facts/load-shown-currencies.ts": "exchange rates",
  "lib/facts/pool-orders.ts": "exchange rates",
  "lib/facts/workspace-facts.ts": "how many days fit into the memory",
  "lib/loyalty/build-map.ts": "the cell of a map in which an account is counted",
  "lib/loyalty/coverage/page-of-list.ts": "pages of a list",
  "lib/loyalty/list-unknown-roles.ts": "pages of a list",
  "lib/loyalty/loss-shares.ts": "monthly spans as years",
  "lib/loyalty/load-timeline.ts": "pages of a list",
  "lib/loyalty/measures/nps-measure.ts": "points as votes",
  "lib/loyalty/measures/retained-revenue.ts": "exchange rates",
  "lib/loyalty/scene.ts": "quarters of a year",
  "lib/loyalty/search-accounts.ts": "pages of a list",
  "lib/segments/get-segment-page.ts": "pages of a list",
};

/** Code without its comments, its texts and the paths in them. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:])\/\/.*$/gm, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
}

const STATISTIC =
  /[\w)\]] \/ [\w(]|Math\.(sqrt|log|exp|pow|hypot)|\b1\.96\b|\b(avg|stddev|percentile_cont)\(/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const calculating = files.filter((name) =>
  STATISTIC.test(codeOf(readFileSync(join(project, name), "utf8"))),
);

describe("every figure on a screen comes from lib/metrics", () => {
  it("nothing outside divides, but for what makes no figure", () => {
    expect(calculating.filter((name) => !(name in NO_FIGURE))).toEqual([]);
  });

  it("every exception is still one", () => {
    expect(Object.keys(NO_FIGURE).filter((name) => !calculating.includes(name))).toEqual([]);
  });

  it("would see a mean, a share, a root and an average of the database", () => {
    for (const line of [
      "const mean = sum / rows.length;",
      "share: part / whole,",
      "Math.sqrt(variance)",
      "SELECT avg(score) FROM answer",
      "half: 1.96 * error",
    ])
      expect(STATISTIC.test(codeOf(line))).toBe(true);
    expect(STATISTIC.test(codeOf('import { x } from "a / b"; // a / b'))).toBe(false);
  });
});
