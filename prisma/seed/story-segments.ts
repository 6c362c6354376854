import type { Ctx } from "@/lib/auth/ctx";
import { withWorkspace } from "@/lib/db/with-workspace";
import { refreshFacts } from "@/lib/facts/refresh-facts";
import { createSegment } from "@/lib/segments/create-segment";
import { FISH_FARMING } from "./name-lists";

const SEGMENTS = [
  {
    name: "Norwegian fish farms",
    rules: {
      kind: "all",
      rules: [
        { kind: "text", field: "country", is: ["NO"] },
        { kind: "text", field: "industry", is: [FISH_FARMING] },
      ],
    },
  },
  {
    name: "Large customers",
    rules: { kind: "text", field: "sizeBand", is: ["250+"] },
  },
  {
    name: "Danish heat and water",
    rules: {
      kind: "all",
      rules: [
        { kind: "text", field: "country", is: ["DK"] },
        { kind: "text", field: "industry", is: ["District heating", "Water utility"] },
      ],
    },
  },
] as const;

/** Saved filters to start with. */
export async function createStorySegments(ctx: Ctx): Promise<void> {
  const workspaceId = ctx.workspace.id;
  const known = await withWorkspace(ctx, (tx) =>
    tx.segment.findMany({ where: { workspaceId }, select: { name: true } }),
  );
  const names = new Set(known.map(({ name }) => name));
  const missing = SEGMENTS.filter(({ name }) => !names.has(name));
  // A segment begins with its members, and three years of rows take longer than a page would wait.
  if (missing.length > 0) await refreshFacts({ ctx });
  for (const input of missing) await createSegment({ ctx, input });
}
