import { PageHeader } from "@/components/ui/page-header";

export default function NotFoundInWorkspace() {
  return (
    <PageHeader
      title="There is nothing at this address in this workspace."
      parts="It may have been merged or archived, or the link was mistyped. The menu leads to what there is."
    />
  );
}
