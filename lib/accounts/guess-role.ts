import type { CONTACT_ROLES } from "./contact-roles";

export type ContactRole = (typeof CONTACT_ROLES)[number];

// Pieces of titles in English, Danish, Swedish, Norwegian, Finnish and German, looked for in a title that
// begins and ends with a blank: a piece with a blank is the beginning or the end of a word. The Nordic
// languages and German write titles as one word ("indkøbschef").

function pieces(text: string): readonly string[] {
  return text.split(",").map((piece) => piece.replaceAll("_", " "));
}

/** Work for somebody else: "assistant to the CEO" is no CEO. */
const AIDES = pieces(
  "assistant,assistent,avustaja,secretary,sekretær,sekreter,sihteeri,sekretär,_pa_,_intern_,trainee,student,praktikant,harjoittelija,_elev_,apprentice,lærling,lärling,oppisopimus,receptionist,resepsjonist,vastaanotto,empfang",
);

const LED_BY_NAME = pieces("product_owner,process_owner,system_owner,business_partner");

/** Sign whatever it is. */
const HEADS = pieces(
  "_ceo_,_md_,_vd_,_tj_,managing_director,general_manager,chief_executive,_owner_,founder,_chair,_president_,_partner_,administrerende_direkt,_adm_dir,verkställande,daglig_leder,toimitusjohtaja,puheenjohtaja,hallituksen,geschäftsführ,inhaber,_ejer_,virksomhedsejer,indehaver,innehavare,_ägare_,delägare,_eier_,medeier,omistaja,yrittäjä,stifter,grundare,grunnlegger,gründer,perustaja,bestyrelsesform,ordförande,styreleder,koncernchef,konsernsjef,vorstand",
);
const DIRECTORS = pieces(
  "director,direktør,direktör,direktor,johtaja,_cfo_,_coo_,_cto_,_cio_,_cpo_,_cmo_,_chro_,_vp_,_svp_,_evp_,vice_president,_officer_",
);
/** Lead a site or its money and sign for it, although they are called managers. */
const SIGNERS = pieces(
  "plant_manager,site_manager,factory_manager,works_manager,branch_manager,head_of_operations,head_of_finance,fabrikschef,fabrikchef,fabrikksjef,platschef,driftschef,driftssjef,driftsjef,økonomichef,ekonomichef,økonomisjef,tehtaanpäällikkö,toimipaikanpäällikkö,talouspäällikkö,werksleiter,betriebsleiter,kaufmännische",
);
const FOREMEN = pieces("työnjohtaja,vuorojohtaja");
const BUYING = pieces(
  "purchas,procure,sourcing,_buyer_,supply_chain,indkøb,inköp,innkjøp,hankinta,_osto,ostaja,einkauf,einkäuf,beschaffung",
);
/** Lead something that is not what is bought. */
const ELSEWHERE = pieces(
  "sales,salg,försälj,sälj,myynti,vertrieb,verkauf,marketing,marknad,markeds,markkinointi,_hr_,_chro_,_cmo_,human_resources,personal,personell,henkilöstö,communication,kommunikation,kommunikasjon,viestintä",
);
const LEADERS = pieces(
  "manager,_head_,_chief_,chef,sjef,leder_,ledare_,_lead_,_leader_,supervisor,foreman,superintendent,päällikkö,esimies,esihenkilö,leiter,ansvarlig_,ansvarig_,vastaava_",
);
const SPECIALISTS = pieces(
  "engineer,ingeni,insinööri,architect,arkitekt,arkkitehti,consultant,konsult,adviser,advisor,rådgiv,neuvonantaja,berater,specialist,spesialist,spezialist,asiantuntija,expert,ekspert,controller,planner,planlæg,planerare,suunnittelija,analyst,analytik,analyytikko,quality,kvalitet,laatu,qualität,project,projekt,prosjekt,scientist,researcher,forsker,forskare,tutkija",
);
const DOERS = pieces(
  "operator,operatør,operatör,operaattori,käyttäjä,technician,tekniker,teknikko,techniker,mechanic,mekanik,mekaanikko,electrician,elektrik,sähköasentaja,asentaja,fitter,montør,montör,service,huolto,warehouse,lager,varasto,driver,chauffør,chaufför,sjåfør,kuljettaja,clerk,coordinator,koordinat,koordinaattori,administrator,hallinto,medarbejder,medarbetare,medarbeider,työntekijä,mitarbeiter,sachbearbeiter,accountant,bogholder,bokhållare,regnskab,redovisning,regnskap,kirjanpit,buchhalt,nurse,sygeplej,sjuksköt,sykeplei,hoitaja,teacher,lærer,lärare,opettaja,employee,worker,arbejder,arbetare,arbeider,_user_,bruger,användare,bruker",
);

function asPhrase(title: string): string {
  const words = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  // The second in command is no aide.
  return ` ${words} `.replace(/ assistant (?=director|manager|vice)/, " deputy ");
}

/**
 * What a person with this title probably has to say, to be confirmed by somebody who knows them; null
 * where the title says nothing. Whoever works for a head is no head; who leads what is bought, or signs
 * for a site, decides; who leads or knows something else influences; who works with it uses it.
 */
export function guessRole(title: string | null): ContactRole | null {
  const phrase = asPhrase(title ?? "");
  const has = (list: readonly string[]) => list.some((piece) => phrase.includes(piece));
  if (phrase.trim() === "") return null;
  if (has(AIDES)) return "user";
  if (has(LED_BY_NAME)) return "influencer";
  if (has(HEADS) && !phrase.includes("vice president")) return "decision_maker";
  if (has(SIGNERS)) return "decision_maker";
  const isDirector = has(DIRECTORS) && !has(FOREMEN);
  if (has(BUYING)) return isDirector || has(LEADERS) ? "decision_maker" : "influencer";
  if (isDirector) return has(ELSEWHERE) ? "influencer" : "decision_maker";
  if (has(LEADERS) || has(FOREMEN) || has(SPECIALISTS)) return "influencer";
  return has(DOERS) ? "user" : null;
}
