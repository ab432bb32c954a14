package dev.heddle.benchmarks.boutique;

import java.util.List;

/**
 * What was seen of a contender.
 *
 * @param contender its name
 * @param processes how many it has
 * @param pages the shop's pages
 * @param api the same work of the components, answered in JSON
 * @param fileMillis processor time for a request that calls no component
 * @param residentMegabytes memory of all processes after the load
 * @param proportionalMegabytes the same, with pages that processes share counted once
 */
record Row(
    String contender,
    int processes,
    Figures pages,
    Figures api,
    double fileMillis,
    double residentMegabytes,
    double proportionalMegabytes) {

  /** Of each figure the median. */
  static Row median(List<Row> rounds) {
    return new Row(
        rounds.getFirst().contender(),
        rounds.getFirst().processes(),
        Figures.median(rounds.stream().map(Row::pages).toList()),
        Figures.median(rounds.stream().map(Row::api).toList()),
        Figures.median(rounds, Row::fileMillis),
        Figures.median(rounds, Row::residentMegabytes),
        Figures.median(rounds, Row::proportionalMegabytes));
  }
}
