import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type PasswordFieldProps = { name: string; label: string; kind: "current" | "new" };

export function PasswordField({ name, label, kind }: PasswordFieldProps) {
  const t = useTranslations("public");
  const hint = kind === "new" ? t("passwordHint") : undefined;
  return (
    <Field name={name} label={label} hint={hint} required>
      <TextInput type="password" autoComplete={`${kind}-password`} />
    </Field>
  );
}
