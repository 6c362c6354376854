import { z } from "zod";
import { writeAudit } from "@/lib/auth/audit";
import type { Ctx } from "@/lib/auth/ctx";
import { requirePermission } from "@/lib/auth/permissions";
import { withWorkspace } from "@/lib/db/with-workspace";
import { alreadyStarted, loadBatch, loadHead } from "./batch";
import { DELIMITERS } from "./file/detect-delimiter";
import { ENCODINGS } from "./file/sniff-file";
import { type MappingInput, mappingSchema } from "./mapping/mapping";

const chooseMappingSchema = z.object({
  batchId: z.uuid({ error: "There is no such import." }),
  encoding: z.enum(ENCODINGS, { error: "Choose an encoding from the list." }).optional(),
  delimiter: z.enum(DELIMITERS, { error: "Choose a delimiter from the list." }).optional(),
});

/** Keeps a mapping that is still being worked on, so that the page can try it on the first rows. */
export async function chooseMapping({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: z.input<typeof chooseMappingSchema> & { mapping: MappingInput };
}): Promise<{ batchId: string }> {
  requirePermission(ctx, "import:write");
  const { batchId, ...form } = chooseMappingSchema.parse(input);
  const mapping = mappingSchema.parse(input.mapping);
  const workspaceId = ctx.workspace.id;
  const batch = await withWorkspace(ctx, (tx) => loadBatch(tx, workspaceId, batchId));
  const encoding = form.encoding ?? batch.encoding;
  const delimiter = form.delimiter ?? batch.delimiter;
  const { headers } = await loadHead(ctx, batch, 1, { encoding, delimiter });
  const known = Object.entries(mapping.columns).filter(([, column]) => headers.includes(column));
  const attributes = mapping.attributes.filter((name) => headers.includes(name));
  await withWorkspace(ctx, async (tx) => {
    const kept = await tx.importBatch.updateMany({
      where: { workspaceId, id: batchId, state: { in: ["ready", "checked"] } },
      data: {
        state: "ready",
        trial: {},
        mapping: { ...mapping, columns: Object.fromEntries(known), attributes },
        encoding,
        delimiter,
        headers,
      },
    });
    if (kept.count === 0) {
      throw alreadyStarted();
    }
    await writeAudit(tx, ctx, {
      verb: "chooseMapping",
      subjectType: "import",
      subjectId: batchId,
      fields: known.map(([field]) => field),
    });
  });
  return { batchId };
}
