import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("public.notFound");
  return { title: t("title") };
}

export default function NotFound() {
  const t = useTranslations("public.notFound");
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-4 px-4 py-16">
      <h1 className="text-title font-bold">{t("heading")}</h1>
      <p className="text-ink-2">{t("intro")}</p>
      <div>
        <LinkButton href="/">{t("start")}</LinkButton>
      </div>
    </main>
  );
}
