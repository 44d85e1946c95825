import { describe, expect, test } from "vitest";
import type { Facts } from "../../../src/model/facts.ts";
import { csv, readText } from "./jira-file.ts";

const STORY: Partial<Facts> = {
  type: "Story",
  createdAt: "2026-01-10T11:19:00Z",
  resolvedAt: "2026-01-20T00:26:00Z",
  resolution: "Done",
};

/** A header of names and one row below it, of the cells that are not empty. */
const one = async (header: string, cells: Record<string, string | string[]>) => {
  const names = header.split(", ");
  const seen = new Map<string, number>();
  const row = names.map((name) => {
    const at = seen.get(name) ?? 0;
    seen.set(name, at + 1);
    const cell = cells[name] ?? "";
    return typeof cell === "string" ? (at === 0 ? cell : "") : (cell[at] ?? "");
  });
  const result = await readText(csv(names, row));
  expect(result.problems).toEqual([]);
  expect(result.format).toBe("jira");
  return { ...result, item: [...result.items.values()][0]! };
};

describe("the shapes of Jira's exports", () => {
  test("a server's of 2018, with its own capitals and without account ids", async () => {
    const { item, order, fields } = await one(
      "Summary, Issue key, Issue id, Issue Type, Status, Project key, Priority, Resolution, Assignee, Created, Updated, Last Viewed, Resolved, Fix Version/s, Due Date, Votes, Labels, Description, Original Estimate, Custom field (Epic Link), Custom field (Rank), Sprint, Sprint, Sprint, Custom field (Story Points), Custom field ([CHART] Date of First Response), Comment, Comment",
      {
        Summary: "a",
        "Issue key": "OLD-1",
        "Issue Type": "Story",
        Status: "Closed",
        Resolution: "Done",
        Created: "10/Jan/26 11:19 AM",
        Resolved: "20/Jan/26 12:26 AM",
        "Due Date": "20/Jan/26 12:00 AM",
        Sprint: ["Sprint 1", "Sprint 2"],
        "Original Estimate": "28800",
        "Custom field (Rank)": "0|i0007j:",
        "Custom field (Story Points)": "5.0",
      },
    );
    expect(item).toMatchObject({
      ...STORY,
      status: "Closed",
      category: null,
      sprint: "Sprint 2",
      estimate: 5,
    });
    expect(order).toEqual(["OLD-1"]);
    expect(fields).not.toContain("category");
  });

  test("a cloud's of 2022, with the parent's numeric id", async () => {
    const { item, fields } = await one(
      "Summary, Issue key, Issue id, Issue Type, Status, Project key, Resolution, Created, Updated, Resolved, Due date, Description, Original estimate, Remaining Estimate, Security Level, Custom field (Rank), Sprint, Sprint, Sprint, Custom field (Start date), Custom field (Story point estimate), Parent, Parent summary, Status Category",
      {
        "Issue key": "NEW-1",
        "Issue id": "10084",
        "Issue Type": "Story",
        Status: "Done",
        "Status Category": "Done",
        Resolution: "Done",
        Created: "10/Jan/26 11:19 AM",
        Resolved: "20/Jan/26 12:26 AM",
        Sprint: ["Sprint 1"],
        "Custom field (Story point estimate)": "3.0",
        Parent: "10061",
      },
    );
    expect(item).toMatchObject({
      ...STORY,
      category: "done",
      categoryAt: null,
      sprint: "Sprint 1",
      estimate: 3,
      parent: null,
    });
    expect(fields).toContain("parent");
    expect(fields).not.toContain("categoryAt");
  });

  test("a cloud's of 2025, with repeated labels, the parent's key and the category's date", async () => {
    const { item, fields } = await one(
      "Summary, Issue key, Issue id, Issue Type, Status, Resolution, Created, Updated, Resolved, Labels, Labels, Labels, Labels, Description, Custom field (Rank), Sprint, Custom field (Story Points), Custom field (Story point estimate), Custom field (Team), Custom field (Vulnerability), Custom field (Vulnerability), Comment, Parent, Parent key, Parent summary, Status Category, Status Category Changed",
      {
        "Issue key": "NEW-1",
        "Issue Type": "Story",
        Status: "Done",
        Resolution: "Done",
        Created: "10/Jan/26 11:19 AM",
        Resolved: "20/Jan/26 12:26 AM",
        "Custom field (Story point estimate)": "3.0",
        "Parent key": "NEW-9",
        "Status Category": "Done",
        "Status Category Changed": "20/Jan/26 12:26 AM",
      },
    );
    expect(item).toMatchObject({
      ...STORY,
      categoryAt: "2026-01-20T00:26:00Z",
      estimate: 3,
      parent: "NEW-9",
    });
    expect(fields).toEqual(expect.arrayContaining(["labels", "categoryAt", "parent", "estimate"]));
  });

  test("the current fields, without sprint, rank or points", async () => {
    const { order, fields, assumed } = await one(
      "Issue Type, Issue key, Issue id, Summary, Assignee, Assignee Id, Reporter, Reporter Id, Priority, Status, Resolution, Created, Updated, Due date",
      { "Issue key": "NEW-1", "Issue Type": "Story", Status: "To Do" },
    );
    expect([order, fields.includes("sprint"), assumed]).toEqual([null, false, ["estimate", "blocked"]]);
  });

  test("the timeline's, parted by tabs", async () => {
    const text =
      "Key\tIssue Type\tParent\tSummary\tStatus\tAssignee\tSprint\nNEW-1\tStory\t\ta\tTo Do\t\tSprint 3\n";
    expect((await readText(text)).items.get("NEW-1")).toMatchObject({ type: "Story", sprint: "Sprint 3" });
  });

  const translated: Record<string, [header: string, row: string]> = {
    Spanish: [
      "Resumen,Clave de incidencia,ID de la incidencia,Tipo de Incidencia,Estado,Resolución,Creada,Actualizada,Resuelta,Etiquetas,Descripción,Campo personalizado (Rank),Sprint,Campo personalizado (Story point estimate),Categoría de estado,Categoría de estado cambiada,Principal,Clave principal",
      'a,T-1,1,Historia,Finalizada,Listo,21/abr/26 11:37 PM,21/abr/26 11:37 PM,22/abr/26 11:37 PM,,x,0|a:,Sprint 2,"3,0",Finalizada,22/abr/26 11:37 PM,,T-9',
    ],
    French: [
      "Résumé,Clé de ticket,ID de ticket,Type de ticket,État,Résolution,Création,Mise à jour,Résolu,Étiquettes,Description,Champs personnalisés (Rank),Sprint,Champs personnalisés (Story point estimate),Catégorie d'état,Catégorie d'état modifiée,Parent,Parent key",
      'a,T-1,1,Story,Terminé,Terminé,21/avr./26 11:37 PM,,22/avr./26 11:37 PM,,x,0|a:,Sprint 2,"3,0",Terminé,22/avr./26 11:37 PM,,T-9',
    ],
    German: [
      "Zusammenfassung,Vorgangsschlüssel,Vorgangs-ID,Vorgangstyp,Status,Lösung,Erstellt,Aktualisiert,Erledigt,Stichwörter,Beschreibung,Benutzerdefinierte Felder (Rank),Sprint,Benutzerdefinierte Felder (Story point estimate),Statuskategorie,Übergeordnet,Parent key",
      'a,T-1,1,Story,Fertig,Fertig,21/Apr/26 11:37 PM,,22/Apr/26 11:37 PM,,x,0|a:,Sprint 2,"3,0",Fertig,,T-9',
    ],
    Portuguese: [
      "Resumo,Chave da item,ID da item,Tipo de item,Status,Resolução,Criado,Atualizado(a),Resolvido,Descrição,Campo personalizado (Rank),Sprint,Campo personalizado (Story point estimate),Categoria do status,Chave pai",
      'a,T-1,1,História,Concluído,Concluído,21/abr./26 11:37 PM,,22/abr./26 11:37 PM,x,0|a:,Sprint 2,"3,0",Concluído,T-9',
    ],
  };
  test.each(Object.entries(translated))("a file in %s", async (_, lines) => {
    const { items, order, problems } = await readText(`${lines.join("\n")}\n`);
    expect(problems).toEqual([]);
    expect(items.get("T-1")).toMatchObject({
      category: "done",
      createdAt: "2026-04-21T23:37:00Z",
      resolvedAt: "2026-04-22T23:37:00Z",
      estimate: 3,
      sprint: "Sprint 2",
      described: true,
      parent: "T-9",
    });
    expect(order).toEqual(["T-1"]);
  });

  test("a file in Polish, which has no status category", async () => {
    const { items, fields, problems } = await readText(
      "Podsumowanie,Klucz zgłoszenia,Id. zgłoszenia,Typ zgłoszenia,Status,Rozwiązanie,Utworzono,Zaktualizowano,Rozwiązane,Opis,Pole niestandardowe (Rank)\na,T-1,1,Historyjka,Gotowe,Gotowe,12/lut/21 10:19 PM,,13/lut/21 10:19 PM,x,0|a:\n",
    );
    expect(problems).toEqual([]);
    expect(items.get("T-1")).toMatchObject({
      createdAt: "2021-02-12T22:19:00Z",
      resolvedAt: "2021-02-13T22:19:00Z",
      described: true,
      category: null,
    });
    expect(fields).not.toContain("category");
  });
});
