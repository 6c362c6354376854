import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import type { TouchpointDto } from "@/lib/surveys/touchpoints/get-touchpoint";

type Props = { touchpoint: TouchpointDto; workspace: string };

export function SurveysCard({ touchpoint, workspace }: Props) {
  const t = useTranslations("touchpoints.page");
  const path = `/w/${workspace}/surveys`;
  const create =
    touchpoint.canWrite && !touchpoint.isArchived ? (
      <LinkButton href={`${path}/new?touchpoint=${touchpoint.id}`}>{t("newSurvey")}</LinkButton>
    ) : null;
  return (
    <Card id="surveys" title={t("surveys")} actions={create}>
      {touchpoint.surveys.length === 0 ? (
        <p className="text-ink-2">{t("noSurveys")}</p>
      ) : (
        <ul>
          {touchpoint.surveys.map((survey) => (
            <li key={survey.id} className="py-0.5">
              <Link href={`${path}/${survey.id}`} className="font-semibold hover:underline">
                {survey.name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
