import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { workspacePath } from "./paths";

const PAGES = {
  import: "imports",
  ask: "waves/new",
  survey: "surveys",
  segment: "segments/new",
} as const;

type NextStepProps = { workspace: string; to: keyof typeof PAGES };

/** Leads to where what a page lacks comes from. */
export function NextStep({ workspace, to }: NextStepProps) {
  const t = useTranslations("loyalty.next");
  return (
    <LinkButton kind="primary" href={workspacePath(workspace, PAGES[to])}>
      {t(to)}
    </LinkButton>
  );
}
