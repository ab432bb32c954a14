package shop;

import dev.heddle.component.spi.SettingTypes;
import dev.heddle.component.spi.SettingValues;
import dev.heddle.component.spi.SettingsBinding;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.annotation.processing.Generated;

/** Reads {@link CartLimits}. */
@Generated("dev.heddle.codegen")
public final class CartLimits_Settings implements SettingsBinding<CartLimits> {
  /** For generated code. */
  public CartLimits_Settings() {}

  @Override
  public Class<CartLimits> type() {
    return CartLimits.class;
  }

  @Override
  public List<String> keys() {
    return List.of(
        "most-items",
        "values",
        "share",
        "strict",
        "title",
        "fee",
        "keep",
        "help",
        "sorting",
        "warn-at",
        "fallback",
        "kinds");
  }

  @Override
  public CartLimits bind(SettingValues values) {
    Supplier<Integer> mostItems = values.withDefault("most-items", "10", SettingTypes.INT);
    Supplier<Long> values2 = values.withDefault("values", "5000000000", SettingTypes.LONG);
    Supplier<Double> share = values.withDefault("share", "0.5", SettingTypes.DOUBLE);
    Supplier<Boolean> strict = values.withDefault("strict", "true", SettingTypes.BOOLEAN);
    Supplier<String> title = values.withDefault("title", "", SettingTypes.TEXT);
    Supplier<BigDecimal> fee = values.withDefault("fee", "4.99", SettingTypes.DECIMAL);
    Supplier<Duration> keep = values.withDefault("keep", "30s", SettingTypes.DURATION);
    Supplier<URI> help = values.withDefault("help", "https://example.com", SettingTypes.URI);
    Supplier<CartLimits.Sorting> sorting =
        values.withDefault("sorting", "by-weight", SettingTypes.oneOf(CartLimits.Sorting.values()));
    Supplier<Optional<Integer>> warnAt = values.optional("warn-at", SettingTypes.INT);
    Supplier<Optional<CartLimits.Sorting>> fallback =
        values.optional("fallback", SettingTypes.oneOf(CartLimits.Sorting.values()));
    Supplier<List<String>> kinds = values.withDefault("kinds", "tea, cups", SettingTypes.TEXTS);
    values.check();
    try {
      return new CartLimits(
          mostItems.get(),
          values2.get(),
          share.get(),
          strict.get(),
          title.get(),
          fee.get(),
          keep.get(),
          help.get(),
          sorting.get(),
          warnAt.get(),
          fallback.get(),
          kinds.get());
    } catch (IllegalArgumentException refusal) {
      throw values.refused(refusal);
    }
  }
}
