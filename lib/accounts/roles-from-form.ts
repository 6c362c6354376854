import { AppError } from "@/lib/errors";

type FormInput = Readonly<Record<string, string | string[]>>;

/**
 * The page's form as the verb takes it: the one person whose button was pressed, or everybody ticked.
 * @throws AppError INVALID_INPUT naming the choices that are missing
 */
export function rolesFromForm(input: FormInput): { roles: { contactId: string; role: string }[] } {
  const { one, ticked = [] } = input;
  const ids = typeof one === "string" && one !== "" ? [one] : [ticked].flat();
  if (ids.length === 0) throw new AppError("INVALID_INPUT", "Tick at least one person.");
  const roles = ids.map((contactId) => ({ contactId, role: String(input[`role.${contactId}`]) }));
  const message = "Choose a role for everybody who is ticked.";
  const open = roles.filter(({ role }) => role === "" || role === "undefined");
  if (open.length > 0) {
    const fieldErrors = open.map(({ contactId }) => [`role.${contactId}`, message]);
    throw new AppError("INVALID_INPUT", message, { fieldErrors: Object.fromEntries(fieldErrors) });
  }
  return { roles };
}
