package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveStatusTest {
  private static final String STATE =
      """
      {"epoch":9,
       "components":[{"name":"Ad","placement":"remote","reason":"asked for by hand","pinned":true}],
       "processes":[{"name":"application"},{"name":"replica-1"}],
       "edges":[
        {"caller":"Ad","callee":"Ledger","methods":[
         {"method":"book","p50Micros":2.5,"p99Micros":9.0,"placements":[
          {"placement":"sandboxed","calls":30,"errors":1,"bytes":600,
           "elements":20,"timed":3,"timedNanos":9000},
          {"placement":"remote","calls":10,"errors":0,"bytes":200,
           "elements":5,"timed":2,"timedNanos":8000}]},
         {"method":"never","p50Micros":0,"p99Micros":0,"placements":[]}]},
        {"caller":"Front","callee":"Ad","methods":[
         {"method":"fitting","p50Micros":1,"p99Micros":1,"placements":[
          {"placement":"local","calls":13,"errors":0,"bytes":0,
           "elements":0,"timed":0,"timedNanos":0}]}]}],
       "moves":[
        {"id":2,"component":"Ledger","from":"local","to":"remote","by":"person",
         "reason":"asked for by hand","begun":"2026-11-22T02:00:00.5Z","ended":null,
         "outcome":"under way","step":"prepare","problem":""},
        {"id":1,"component":"Ad","from":"local","to":"remote","by":"planner",
         "reason":"saves 2 calls","begun":"2026-11-22T01:00:00Z","ended":"2026-11-22T01:00:01Z",
         "outcome":"undone","step":"publish","problem":"replica-1 ended"}]}
      """;

  private final StringWriter err = new StringWriter();

  @Test
  void completesWhatTheApplicationSaysByWhatItsSchedulerKnows() {
    StatusDocument status = live(STATE).document();
    assertThat(status.application()).isEqualTo("boutique");
    assertThat(status.epoch()).isEqualTo(9);
    StatusDocument.Component ad = status.components().getFirst();
    assertThat(ad.placement()).isEqualTo("remote");
    assertThat(ad.reason()).isEqualTo("asked for by hand");
    assertThat(ad.implementation()).endsWith("ContextualAds");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theGraphHasTheCallsOfAllProcesses() {
    StatusDocument status = live(STATE).document();
    assertThat(CallGraph.of(status).text())
        .isEqualTo(
            """
            CALLER  CALLEE  METHOD   CALLS  ERRORS  P50     P99     BYTES  REMOTE  PLACED
            Ad      Ledger  book     40     1       2.5 us  9.0 us  800    25%     remote
            Front   Ad      fitting  13     0       1.0 us  1.0 us  0      0%      remote
            """);
    assertThat(status.edges()).extracting(StatusDocument.Edge::elements).containsExactly(25L, 0L);
  }

  @Test
  void theStatusTellsOfMoves() {
    assertThat(StatusCommand.render(live(STATE).document()))
        .containsPattern("MOVED +FROM +TO +BY +BEGUN +STATE +REASON\n")
        .containsPattern("Ledger +local +remote +person +\\S+ +under way: prepare +asked for by ha")
        .containsPattern(
            "Ad +local +remote +planner +\\S+ +undone: replica-1 ended +saves 2 calls");
  }

  @Test
  void theApplicationSpeaksForItselfUntilItHasJoined() {
    LiveStatus status = live("{\"epoch\":1,\"components\":[],\"edges\":[],\"moves\":[]}");
    assertThat(status.json()).isEqualTo(Golden.text("status/boutique.json"));
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void saysWhenTheSchedulerDoesNotAnswer() {
    assertThat(live("<html>").json()).isEqualTo(Golden.text("status/boutique.json"));
    assertThat(err.toString())
        .startsWith("heddle: the scheduler at http://localhost:")
        .endsWith(" does not answer; this is what the application's own process knows\n");
  }

  private LiveStatus live(String state) {
    try (FakeApplication application =
            FakeApplication.start()
                .answering("/actuator/heddle", 200, Golden.text("status/boutique.json"));
        FakeApplication scheduler = FakeApplication.start().answering("/api/state", 200, state)) {
      return LiveStatus.of(
          application.url(),
          Optional.of(new SchedulerLink(scheduler.url(), "secret")),
          new PrintWriter(err));
    }
  }
}
