package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.Settings;
import java.time.InstantSource;

@ComponentImplementation
final class StoneTower implements Tower {
  private final Bell bell;
  private final KeyValueStore store;
  private final InstantSource clock;
  private final Settings settings;

  StoneTower(
      Bell bell,
      KeyValueStore store,
      InstantSource clock,
      RandomSource random,
      Settings settings,
      Log log) {
    this.bell = bell;
    this.store = store;
    this.clock = clock;
    this.settings = settings;
    log.debug("built with " + random.nextInt(10));
  }

  @Override
  public String strike() {
    store.put("struck", new byte[0]);
    return bell.ring() + " at " + clock.instant() + settings.get("after").orElse("");
  }
}
