import { toFailure } from "@/lib/actions/to-failure";
import type { Ctx } from "@/lib/auth/ctx";
import { ctxForWorkspace } from "@/lib/auth/session";
import { AppError, type ErrorCode } from "@/lib/errors";
import { boundaryOf } from "@/lib/imports/file/multipart";
import type { UploadResult } from "@/lib/imports/receive-upload";
import { isSameOrigin } from "./same-origin";
import { takeUpload } from "./take-upload";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ workspace: string }> };

const STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

function pageOf(workspace: string, result: UploadResult): string {
  const page = `/w/${encodeURIComponent(workspace)}/imports/${result.batchId}`;
  return result.state === "ready" ? `${page}/columns` : page;
}

async function ctxOf(request: Request, workspace: string): Promise<Ctx> {
  if (!isSameOrigin(request.headers)) {
    throw new AppError("FORBIDDEN", "Files are uploaded from Holdfast's own pages only.");
  }
  return ctxForWorkspace(workspace);
}

function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}

/** An upload: raw bytes from the page's script answer JSON, a plain form is led on to a page. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { workspace } = await params;
  const isForm = boundaryOf(request.headers.get("content-type") ?? "") !== null;
  const newPage = `/w/${encodeURIComponent(workspace)}/imports/new`;
  try {
    const result = await takeUpload({ ctx: await ctxOf(request, workspace), request });
    const page = pageOf(workspace, result);
    return isForm ? seeOther(page) : Response.json({ ...result, page });
  } catch (error) {
    const failure = await toFailure(error, {});
    if (!isForm) {
      const { code, message, fieldErrors } = failure;
      return Response.json({ code, message, fieldErrors }, { status: STATUS[code] ?? 400 });
    }
    if (failure.code === "UNAUTHENTICATED") {
      return seeOther(`/sign-in?next=${encodeURIComponent(newPage)}`);
    }
    const field = Object.keys(failure.fieldErrors)[0] ?? "";
    return seeOther(`${newPage}?problem=${encodeURIComponent(field || failure.code)}`);
  }
}
