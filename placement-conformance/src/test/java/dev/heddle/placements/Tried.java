package dev.heddle.placements;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.placements.fixture.Workbench;

/** What is tried in one placement. */
interface Tried {
  /** Who calls. */
  String CALLER = "Test";

  /** The application with its components in the placement. */
  HeddleRuntime application();

  /** The same with other options. */
  HeddleRuntime application(RuntimeOptions options);

  /** What its components note. */
  FileJournal journal();

  /** A page of the journal that nobody has noted on. */
  int page();

  /** How a trail names the placement of a call that the test makes. */
  String placement();

  default Workbench workbench() {
    return application().component(CALLER, Workbench.class);
  }
}
