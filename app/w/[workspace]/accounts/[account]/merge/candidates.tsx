import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { MergePreviewDto } from "@/lib/accounts/merge/preview-merge";

type CandidatesProps = {
  candidates: MergePreviewDto["candidates"];
  path: string;
  search: string;
};

/** A plain form that asks by address, and the accounts it found. */
export function Candidates({ candidates, path, search }: CandidatesProps) {
  const t = useTranslations("account.merge");
  return (
    <>
      <form action={path} className="mb-3 flex flex-wrap gap-2">
        <input
          type="search"
          name="q"
          defaultValue={search}
          aria-label={t("find")}
          placeholder={t("find")}
          className="min-h-9 w-72 rounded-control border border-control bg-card px-2.5 max-sm:w-full"
        />
        <Button type="submit">{t("findIt")}</Button>
      </form>
      {candidates.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul>
        {candidates.map(({ id, name, externalId, source }) => (
          <li
            key={id}
            className="flex flex-wrap justify-between gap-4 border-b border-line py-2 last:border-b-0"
          >
            <Link href={`${path}?from=${id}`} className="font-semibold hover:underline">
              {name}
            </Link>
            <span className="text-sm text-ink-2">
              {externalId ? t("numbered", { id: externalId, source }) : source}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
