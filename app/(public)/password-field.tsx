import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

type PasswordFieldProps = { name: string; label: string; kind: "current" | "new" };

export function PasswordField({ name, label, kind }: PasswordFieldProps) {
  const hint = kind === "new" ? "At least 12 characters; a sentence is fine." : undefined;
  return (
    <Field name={name} label={label} hint={hint} required>
      <TextInput type="password" autoComplete={`${kind}-password`} />
    </Field>
  );
}
