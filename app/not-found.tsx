import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-4 py-16">
      <h1 className="text-title font-bold">There is nothing at this address.</h1>
      <p className="text-ink-2">
        The link may be old or mistyped, or it leads into a workspace you are not a member of.
      </p>
      <div>
        <LinkButton href="/">Go to the start page</LinkButton>
      </div>
    </main>
  );
}
