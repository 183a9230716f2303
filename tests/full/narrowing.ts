import { Document, IndicatorKind } from "./document";

export function labels(document: Document): string[] {
  switch (document.kind) {
    case "decision":
      return document.articles.map((article) => article.label);
    case "official_document":
      return document.points.map((point) => point.label);
    case "meeting":
      return document.proposals.map((proposal) => proposal.recommendation);
    case "briefing":
      return document.statements.map((statement) => statement.text);
  }
}

export const kinds = (document: Document): IndicatorKind[] => document.indicators.map((indicator) => indicator.kind);
export const articles = (document: Document) => (document.kind === "decision" ? document.articles : []);
