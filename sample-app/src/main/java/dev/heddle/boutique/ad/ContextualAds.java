package dev.heddle.boutique.ad;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Picks at random among the advertisements of the categories. */
@ComponentImplementation
final class ContextualAds implements Ad {
  private static final int SHOWN = 2;

  private static final Advertisement SUNGLASSES =
      new Advertisement("OLJCESPC7Z", "Sunglasses for the bright half of the year.");
  private static final Advertisement TANK_TOP =
      new Advertisement("66VCHSJNUP", "The tank top that goes under everything.");
  private static final Advertisement WATCH =
      new Advertisement("1YMWWN1N4O", "A watch that will not ask for your attention.");
  private static final Advertisement LOAFERS =
      new Advertisement("L9ECAV7KIM", "Loafers: no laces, no breaking in.");
  private static final Advertisement HAIRDRYER =
      new Advertisement("2ZYFJ3GM2N", "Out of the door four minutes sooner.");
  private static final Advertisement CANDLE_HOLDER =
      new Advertisement("0PUK6V6EV0", "Brass and candlelight: dinner is half done.");
  private static final Advertisement JAR =
      new Advertisement("9SIQT8TOJO", "Keep the biscuits where you can see them.");
  private static final Advertisement MUG =
      new Advertisement("6E92ZMYYFZ", "Buy two mugs. Someone will want the other one.");

  private static final Map<String, List<Advertisement>> BY_CATEGORY =
      Map.of(
          "accessories", List.of(SUNGLASSES, WATCH),
          "clothing", List.of(TANK_TOP),
          "tops", List.of(TANK_TOP),
          "footwear", List.of(LOAFERS),
          "hair", List.of(HAIRDRYER),
          "beauty", List.of(HAIRDRYER),
          "decor", List.of(CANDLE_HOLDER),
          "home", List.of(CANDLE_HOLDER),
          "kitchen", List.of(JAR, MUG));

  private static final List<Advertisement> ALL =
      List.of(SUNGLASSES, TANK_TOP, WATCH, LOAFERS, HAIRDRYER, CANDLE_HOLDER, JAR, MUG);

  private final RandomSource random;

  ContextualAds(RandomSource random) {
    this.random = random;
  }

  @Override
  public List<Advertisement> fitting(List<String> categories) {
    Set<Advertisement> fitting = new LinkedHashSet<>();
    for (String category : categories)
      fitting.addAll(BY_CATEGORY.getOrDefault(category, List.of()));
    List<Advertisement> left = new ArrayList<>(fitting.isEmpty() ? ALL : fitting);
    List<Advertisement> chosen = new ArrayList<>();
    while (chosen.size() < SHOWN && !left.isEmpty())
      chosen.add(left.remove(random.nextInt(left.size())));
    return List.copyOf(chosen);
  }
}
