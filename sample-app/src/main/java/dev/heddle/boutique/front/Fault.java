package dev.heddle.boutique.front;

import java.util.List;

/**
 * A request that did not get what it asked for, in words for a person.
 *
 * @param status the HTTP status
 * @param title what happened
 * @param detail why, and what to do
 * @param problems the fields that break a rule, if that is the reason
 */
record Fault(int status, String title, String detail, List<FieldProblem> problems) {

  static Fault of(int status, String title, String detail) {
    return new Fault(status, title, detail, List.of());
  }

  /** The words for a status that says everything. */
  static Fault ofStatus(int status) {
    return switch (status) {
      case 403 ->
          of(403, "That came from another site", "Changes are taken from our own pages only.");
      case 404 ->
          of(404, "There is nothing here", "The address may be mistyped, or the page has moved.");
      case 405 ->
          of(405, "That does not work here", "This address does not take requests of this kind.");
      case 406 ->
          of(
              406,
              "We cannot answer in that form",
              "Pages are HTML; addresses under /api are JSON.");
      case 411 -> of(411, "How long is it?", "Send the request's length with it.");
      case 413 ->
          of(
              413,
              "That was too much",
              "A request may have " + RequestLimits.BODY_BYTES + " bytes.");
      case 415 ->
          of(415, "We cannot read that form", "Pages take forms; addresses under /api take JSON.");
      case 503 ->
          of(503, "Part of the shop does not answer", "Nothing was lost. Try again in a moment.");
      default ->
          status < 500
              ? of(status, "We could not read that", "The request was not well formed.")
              : of(status, "Something went wrong on our side", "Try again in a moment.");
    };
  }
}
