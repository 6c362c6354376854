import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { CONTACT_ROLES } from "@/lib/accounts/contact-roles";
import { guessRole } from "@/lib/accounts/guess-role";

const DECIDE = [
  ["CEO", "Managing Director", "Owner & founder", "CFO", "VP Operations", "Plant Manager"],
  ["Chief Operating Officer", "Vice President, Engineering", "Head of Procurement"],
  ["Purchasing Manager", "Technical Director", "Assistant Director", "President"],
  ["Adm. direktør", "Direktør", "Indkøbschef", "Økonomichef", "Ejer", "Driftschef"],
  ["VD", "Verkställande direktör", "Inköpschef", "Ekonomichef", "Teknisk direktör", "Platschef"],
  ["Daglig leder", "Innkjøpssjef", "Administrerende direktør", "Økonomisjef", "Eier"],
  ["Toimitusjohtaja", "Hankintapäällikkö", "Talousjohtaja", "Tehtaanjohtaja", "Omistaja"],
  ["Geschäftsführer", "Leiter Einkauf", "Inhaberin", "Betriebsleiter", "Technischer Direktor"],
].flat();

const INFLUENCE = [
  ["Project Manager", "Quality engineer", "Buyer", "Product Owner", "Sales Director", "Team Lead"],
  ["HR Business Partner", "Marketing Manager", "IT Architect", "Maintenance Supervisor", "Foreman"],
  ["Projektleder", "Indkøber", "Ingeniør", "Salgsdirektør", "Værkstedsleder", "Kvalitetschef"],
  ["Inköpare", "Projektledare", "Säljchef", "Kvalitetsansvarig", "Konsult", "Arbetsledare"],
  ["Innkjøper", "Prosjektleder", "Rådgiver", "Salgssjef", "Avdelingsleder", "Ingeniør"],
  ["Ostaja", "Projektipäällikkö", "Asiantuntija", "Myyntijohtaja", "Työnjohtaja", "Insinööri"],
  ["Einkäufer", "Projektleiter", "Vertriebsleiter", "Ingenieur", "Personalleiter", "Berater"],
].flat();

const USE = [
  ["Operator", "Service technician", "Assistant to the CEO", "Executive Assistant", "Accountant"],
  ["Warehouse worker", "PA to the Managing Director", "Trainee", "Receptionist", "Nurse"],
  ["Direktionssekretær", "Operatør", "Bogholder", "Lagermedarbejder", "Elektriker", "Elev"],
  ["VD-assistent", "Tekniker", "Redovisningsekonom", "Lagerarbetare", "Sjuksköterska"],
  ["Sekretær for direktøren", "Operatør", "Montør", "Sykepleier", "Regnskapsmedarbeider"],
  ["Johdon assistentti", "Asentaja", "Kirjanpitäjä", "Sihteeri", "Koneenkäyttäjä"],
  ["Sachbearbeiter", "Assistent der Geschäftsführung", "Techniker", "Buchhalterin"],
].flat();

describe("a title says", () => {
  test.each(DECIDE)("that who is called %s probably decides", (title) => {
    expect(guessRole(title)).toBe("decision_maker");
  });
  test.each(INFLUENCE)("that who is called %s probably influences", (title) => {
    expect(guessRole(title)).toBe("influencer");
  });
  test.each(USE)("that who is called %s probably uses", (title) => {
    expect(guessRole(title)).toBe("user");
  });
  test.each(["", "  ", null, "Mr.", "n/a", "—", "Jens", "Other"])(
    "nothing where it is %s",
    (title) => {
      expect(guessRole(title)).toBeNull();
    },
  );
});

it("does not depend on capitals, marks or blanks", () => {
  fc.assert(
    fc.property(fc.constantFrom(...DECIDE, ...INFLUENCE, ...USE), (title) => {
      expect(guessRole(`  ${title.toUpperCase().replaceAll(" ", " - ")} `)).toBe(guessRole(title));
    }),
  );
});

it("is one of the roles there are, or none, whatever the title", () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      expect([...CONTACT_ROLES, null]).toContain(guessRole(title));
    }),
  );
});
