package shop;

import dev.heddle.component.ComponentSettings;
import dev.heddle.component.DefaultValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@ComponentSettings
record CartLimits(
    @DefaultValue("10") int mostItems,
    @DefaultValue("5000000000") long values,
    @DefaultValue("0.5") double share,
    @DefaultValue("true") boolean strict,
    @DefaultValue("") String title,
    @DefaultValue("4.99") BigDecimal fee,
    @DefaultValue("30s") Duration keep,
    @DefaultValue("https://example.com") URI help,
    @DefaultValue("by-weight") Sorting sorting,
    Optional<Integer> warnAt,
    Optional<Sorting> fallback,
    @DefaultValue("tea, cups") List<String> kinds) {

  CartLimits {
    if (mostItems < 1) throw new IllegalArgumentException("most-items is at least 1");
  }

  enum Sorting {
    BY_NAME,
    BY_WEIGHT
  }
}
