import type { Tx } from "@/lib/db/with-workspace";
import { AppError } from "@/lib/errors";

const MESSAGE = "Another segment has this name. Choose a different one.";

/** Two segments of one name could not be told apart in a filter. @throws AppError CONFLICT */
export async function refuseTakenName(
  tx: Tx,
  workspaceId: string,
  name: string,
  ownId: string | null,
): Promise<void> {
  const taken = await tx.segment.findFirst({
    where: {
      workspaceId,
      name: { equals: name, mode: "insensitive" },
      archivedAt: null,
      ...(ownId === null ? {} : { id: { not: ownId } }),
    },
    select: { id: true },
  });
  if (taken) throw new AppError("CONFLICT", MESSAGE, { fieldErrors: { name: MESSAGE } });
}
