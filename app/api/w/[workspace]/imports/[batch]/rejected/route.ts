import { Readable } from "node:stream";
import { ctxForWorkspace } from "@/lib/auth/session";
import { exportRejectedRows } from "@/lib/imports/export-rejected-rows";
import { fileAnswer, fileRefusal } from "../../../file-answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ workspace: string; batch: string }> };

/** The refused rows of an import as a CSV, streamed. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { workspace, batch } = await params;
  try {
    const ctx = await ctxForWorkspace(workspace);
    const file = await exportRejectedRows({ ctx, input: { batchId: batch } });
    return fileAnswer(file.fileName, "text/csv; charset=utf-8", Readable.from(file.text));
  } catch (error) {
    return fileRefusal(error);
  }
}
