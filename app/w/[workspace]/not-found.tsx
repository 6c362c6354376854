import { EmptyState } from "@/components/ui/empty-state";

export default function NotFoundInWorkspace() {
  return (
    <EmptyState title="There is nothing at this address in this workspace.">
      It may have been merged or archived, or the link was mistyped. The menu leads to what there
      is.
    </EmptyState>
  );
}
