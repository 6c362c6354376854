import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { Ctx } from "@/lib/auth/ctx";
import { PATH_HEADER } from "@/lib/auth/request-headers";
import { ctxForWorkspace } from "@/lib/auth/session";
import { isAppError } from "@/lib/errors";

/** For pages and `generateMetadata`: signed out leads to sign-in and back, strangers see "not found". */
export async function pageCtx(workspace: string): Promise<Ctx> {
  try {
    return await ctxForWorkspace(workspace);
  } catch (error) {
    if (!isAppError(error)) throw error;
    if (error.code === "NOT_FOUND") notFound();
    if (error.code !== "UNAUTHENTICATED") throw error;
  }
  const path = (await headers()).get(PATH_HEADER) ?? `/w/${workspace}`;
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
