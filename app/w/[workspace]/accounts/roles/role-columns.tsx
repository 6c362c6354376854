import { Checkbox } from "@/components/ui/choices";
import type { Column } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { CONTACT_ROLES } from "@/lib/accounts/contact-roles";
import type { ContactRole } from "@/lib/accounts/guess-role";
import { formatMoney } from "@/lib/format/money";
import { type StaffWords, staffWords } from "@/lib/i18n/staff-words";
import type { UnknownRoleDto, UnknownRolesDto } from "@/lib/loyalty/unknown-roles.types";

type Words = StaffWords<"account">;
const NAMES = {
  decision_maker: "decisionMaker",
  influencer: "influencer",
  user: "user",
} as const satisfies Record<ContactRole, string>;

function roleName(role: ContactRole, t: Words): string {
  return t(`people.roles.${NAMES[role]}`);
}

function Person({ row, canSet }: { row: UnknownRoleDto; canSet: boolean }) {
  const label = (
    <>
      <span className="font-semibold">{row.name}</span>
      {row.title ? <span className="block text-sm text-ink-2">{row.title}</span> : null}
    </>
  );
  if (!canSet) return <div>{label}</div>;
  return (
    <Checkbox
      name="ticked[]"
      value={row.contactId}
      label={label}
      defaultChecked={row.guess !== null}
      className="py-0"
    />
  );
}

function Role({ row, canSet, t }: { row: UnknownRoleDto; canSet: boolean; t: Words }) {
  if (!canSet) return row.guess === null ? null : <span>{roleName(row.guess, t)}</span>;
  const options = CONTACT_ROLES.map((value) => ({ value, label: roleName(value, t) }));
  return (
    <Field name={`role.${row.contactId}`} label={t("roles.roleOf", { name: row.name })} hideLabel>
      <Select
        options={[{ value: "", label: t("roles.choose") }, ...options]}
        defaultValue={row.guess ?? ""}
      />
    </Field>
  );
}

export function roleColumns(
  { currency, canSet }: UnknownRolesDto,
  as: { locale: string; workspace: string },
): Column<UnknownRoleDto>[] {
  const t = staffWords(as.locale, "account");
  const button: Column<UnknownRoleDto> = {
    key: "confirm",
    header: t("roles.confirm"),
    hideHeader: true,
    align: "right",
    cell: (row) => (
      <SubmitButton
        name="one"
        value={row.contactId}
        kind="secondary"
        size="small"
        aria-label={t("roles.confirmOne", { name: row.name })}
      >
        {t("roles.confirm")}
      </SubmitButton>
    ),
  };
  return [
    {
      key: "person",
      header: t("roles.person"),
      isName: true,
      cell: (row) => <Person row={row} canSet={canSet} />,
    },
    {
      key: "account",
      header: t("roles.account"),
      cell: (row) => (
        <div>
          <Link href={`/w/${as.workspace}/accounts/${row.account.id}`} className="hover:underline">
            {row.account.name}
          </Link>
          {row.hasDecider ? null : (
            <span className="block text-sm text-ink-3">{t("roles.noDecider")}</span>
          )}
        </div>
      ),
    },
    {
      key: "running",
      header: t("roles.running"),
      align: "right",
      className: "whitespace-nowrap",
      cell: (row) => formatMoney(row.runningMinor, { locale: as.locale, currency }),
    },
    {
      key: "role",
      header: canSet ? t("roles.role") : t("roles.suggested"),
      className: "md:w-48",
      cell: (row) => <Role row={row} canSet={canSet} t={t} />,
    },
    ...(canSet ? [button] : []),
  ];
}
