import { LinkButton } from "@/components/ui/button";
import { PageFrame } from "./page-frame";

type ExpiredLinkProps = { kind: "reset" | "invitation" };

const NEXT = {
  reset: "Links to choose a new password work once and for one hour. Ask for a new one.",
  invitation:
    "Invitations work once and for 14 days, and only the newest one counts. Ask the person who invited you for a new one.",
};

/** Unknown, used, cancelled and expired links look the same: nothing is to be learned by trying. */
export function ExpiredLink({ kind }: ExpiredLinkProps) {
  return (
    <PageFrame title="This link is no longer valid" intro={NEXT[kind]}>
      {kind === "reset" ? (
        <LinkButton kind="primary" href="/forgot-password">
          Ask for a new link
        </LinkButton>
      ) : (
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      )}
    </PageFrame>
  );
}
