import { Readable } from "node:stream";
import { REPORTS } from "@/app/w/[workspace]/_report/reports";
import { ctxForWorkspace } from "@/lib/auth/session";
import { notFound } from "@/lib/errors";
import { TABLE_FORMATS, tableFile } from "@/lib/exports/table-file";
import { fileAnswer, fileRefusal } from "../../../file-answer";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ workspace: string; report: string; file: string }> };

/** "retention/bridge.csv?segment=...": one table of a page, of the same rows as on it. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace, report, file } = await params;
  try {
    const ctx = await ctxForWorkspace(workspace);
    const [key, extension] = file.split(".");
    const tablesOf = Object.hasOwn(REPORTS, report) ? REPORTS[report] : undefined;
    const format = TABLE_FORMATS.find((known) => known === extension);
    if (!tablesOf || !format) throw notFound("file");
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const table = (await tablesOf(ctx, query)).find((made) => made.key === key);
    if (!table) throw notFound("file");
    const { contentType, bytes } = await tableFile(table, format);
    const name = `${workspace}-${report}-${table.key}-${query.asOf ?? ctx.asOf}.${format}`;
    return fileAnswer(name, contentType, Readable.from([bytes]));
  } catch (error) {
    return fileRefusal(error);
  }
}
