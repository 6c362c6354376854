import { Readable } from "node:stream";
import { ctxForWorkspace } from "@/lib/auth/session";
import { type ExportFile, exportRecords } from "@/lib/exports/export-records";
import { exportWorkspace } from "@/lib/exports/export-workspace";
import { fileAnswer, fileRefusal } from "../../file-answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ workspace: string; file: string }> };

/** "purchases.csv", "accounts.xlsx", "workspace.zip", streamed. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { workspace, file } = await params;
  try {
    const ctx = await ctxForWorkspace(workspace);
    const [kind, format] = file.split(".");
    const made: ExportFile =
      file === "workspace.zip"
        ? await exportWorkspace({ ctx })
        : await exportRecords({ ctx, input: { kind, format } });
    return fileAnswer(made.fileName, made.contentType, Readable.from(made.body));
  } catch (error) {
    return fileRefusal(error);
  }
}
