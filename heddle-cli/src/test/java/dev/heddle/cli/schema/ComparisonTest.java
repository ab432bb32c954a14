package dev.heddle.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
  static final String SHOP =
      """
      Cart.add(user string, item Item) -> View throws Full
      @Idempotent Cart.size(user string) -> int
      Cart.clear(user string)
      Ad.show(kind Kind) -> list<string>
      record Item(sku string, quantity int, price Money, note optional<string>)
      record Money(currency string, amount long)
      record View(items list<Item>, color Color, tags set<string>, ids map<string, uuid>)
      exception Full(limit int)
      exception Sold()
      enum Color(RED, GREEN)
      sealed Kind(Goods, Service)
      record Goods(weight int)
      record Service()
      record Extra()
      record Changed(user string, at instant, item Item)
      event Changes = Changed
      CartCheckout uses Cart
      """;

  /** One line of the shop, what it becomes, and what is found. */
  private record Case(String line, String becomes, List<String> found) {
    static Case of(String line, String becomes, String... found) {
      return new Case(line, becomes, List.of(found));
    }

    @Override
    public String toString() {
      return line + "  =>  " + becomes;
    }
  }

  static Stream<Case> methods() {
    String size = "@Idempotent Cart.size(user string) -> int";
    String clear = "Cart.clear(user string)";
    return Stream.of(
        Case.of(clear, "", "BREAKING method-removed Cart.clear"),
        Case.of(
            clear,
            "Cart.empty(user string)",
            "BREAKING method-removed Cart.clear",
            "NOTE method-added Cart.empty"),
        Case.of(clear, clear + "\nCart.last() -> int", "NOTE method-added Cart.last"),
        Case.of(size, "Cart.size(user string) -> int", "BREAKING idempotent-removed Cart.size"),
        Case.of(clear, "@Idempotent " + clear),
        Case.of(clear, "Cart.clear(user stream<string>)", "BREAKING stream-changed Cart.clear"),
        Case.of(
            size,
            "@Idempotent Cart.size(user string) -> stream<int>",
            "BREAKING stream-changed Cart.size"),
        Case.of(
            size,
            "@Idempotent Cart.size(user string) -> stream<string>",
            "BREAKING stream-changed Cart.size",
            "BREAKING field-type-changed Cart.size.result"),
        Case.of("Ad.show(kind Kind) -> list<string>", "", "BREAKING component-removed Ad"),
        Case.of(clear, clear + "\nEmail.send()", "NOTE component-added Email"),
        Case.of(clear, clear + "\nOrder uses Cart"));
  }

  static Stream<Case> parametersAndResults() {
    String add = "Cart.add(user string, item Item) -> View throws Full";
    String clear = "Cart.clear(user string)";
    return Stream.of(
        Case.of(
            add,
            "Cart.add(item Item, user string) -> View throws Full",
            "BREAKING parameter-renumbered Cart.add"),
        Case.of(
            add,
            "Cart.add(user string, count int, item Item) -> View throws Full",
            "BREAKING parameter-renumbered Cart.add",
            "NOTE parameter-added Cart.add(count)"),
        Case.of(
            add,
            "Cart.add(user string) -> View throws Full",
            "BREAKING parameter-removed Cart.add(item)"),
        Case.of(
            add,
            "Cart.add(who string, item Item) -> View throws Full",
            "WARNING parameter-renamed Cart.add(who)"),
        Case.of(
            clear, "Cart.clear(user string, why string)", "NOTE parameter-added Cart.clear(why)"),
        Case.of(
            clear,
            "Cart.clear(user string, why optional<uuid>)",
            "NOTE parameter-added Cart.clear(why)"),
        Case.of(
            clear, "Cart.clear(user string, why uuid)", "BREAKING parameter-added Cart.clear(why)"),
        Case.of(
            clear,
            "Cart.clear(user string, item Item)",
            "BREAKING parameter-added Cart.clear(item)"),
        Case.of(clear, "Cart.clear(user uuid)", "BREAKING parameter-type-changed Cart.clear(user)"),
        Case.of(clear, "Cart.clear(user bytes)", "WARNING parameter-type-changed Cart.clear(user)"),
        Case.of(clear, "Cart.clear(user string) -> int", "NOTE field-added Cart.clear.result"),
        Case.of(clear, "Cart.clear(user string) -> Item", "WARNING field-added Cart.clear.result"),
        Case.of(
            "@Idempotent Cart.size(user string) -> int",
            "@Idempotent Cart.size(user string)",
            "BREAKING field-removed Cart.size.result"),
        Case.of(
            "@Idempotent Cart.size(user string) -> int",
            "@Idempotent Cart.size(user string) -> long",
            "WARNING field-type-changed Cart.size.result"));
  }

  static Stream<Case> exceptions() {
    String add = "Cart.add(user string, item Item) -> View throws Full";
    String size = "@Idempotent Cart.size(user string) -> int";
    String clear = "Cart.clear(user string)";
    return Stream.of(
        Case.of(add, add + ", Sold", "WARNING exception-added Cart.add"),
        Case.of(size, size + " throws Sold", "BREAKING exception-added Cart.size"),
        Case.of(clear, clear + " throws Sold", "BREAKING exception-added Cart.clear"),
        Case.of(
            add,
            "Cart.add(user string, item Item) -> View throws Sold, Full",
            "BREAKING exception-renumbered Cart.add",
            "WARNING exception-added Cart.add"),
        Case.of(
            add, "Cart.add(user string, item Item) -> View", "WARNING exception-removed Cart.add"),
        Case.of(
            "exception Full(limit int)", "exception Full()", "BREAKING field-removed Full.limit"),
        Case.of("exception Sold()", "exception Sold(sku string)"));
  }

  static Stream<Case> records() {
    String money = "record Money(currency string, amount long)";
    return Stream.of(
        Case.of(
            money, "record Money(amount long, currency string)", "BREAKING field-renumbered Money"),
        Case.of(
            money,
            "record Money(currency string, exact boolean, amount long)",
            "BREAKING field-renumbered Money",
            "NOTE field-added Money.exact"),
        Case.of(money, "record Money(currency string)", "BREAKING field-removed Money.amount"),
        Case.of(
            money, "record Money(code string, amount long)", "WARNING field-renamed Money.code"),
        Case.of(
            money,
            "record Money(currency string, units boolean)",
            "BREAKING field-removed Money.amount",
            "NOTE field-added Money.units"),
        Case.of(
            money,
            "record Money(currency string, amount long, exact boolean)",
            "NOTE field-added Money.exact"),
        Case.of(
            money,
            "record Money(currency string, amount long, at instant)",
            "BREAKING field-added Money.at"),
        Case.of("record Extra()", "record Extra(unused uuid)"),
        Case.of(
            "record Goods(weight int)",
            "record Goods(weight int, at instant)",
            "BREAKING field-added Goods.at"));
  }

  static Stream<Case> enumsAndSealedTypes() {
    String colors = "enum Color(RED, GREEN)";
    String kinds = "sealed Kind(Goods, Service)";
    return Stream.of(
        Case.of(colors, "enum Color(RED, GREEN, BLUE)", "WARNING constant-added Color.BLUE"),
        Case.of(
            colors,
            "enum Color(BLUE, RED, GREEN)",
            "BREAKING constant-renumbered Color",
            "WARNING constant-added Color.BLUE"),
        Case.of(colors, "enum Color(GREEN, RED)", "BREAKING constant-renumbered Color"),
        // Only responses hold a colour: a new caller refuses what the old callee may still answer.
        Case.of(colors, "enum Color(RED)", "WARNING constant-removed Color.GREEN"),
        Case.of(colors, "enum Color(RED, LIME)", "WARNING constant-renamed Color.LIME"),
        Case.of(kinds, "sealed Kind(Goods, Service, Extra)", "WARNING subtype-added Kind.Extra"),
        Case.of(kinds, "sealed Kind(Goods)", "BREAKING subtype-removed Kind.Service"),
        Case.of(
            kinds,
            "sealed Kind(Extra, Goods, Service)",
            "BREAKING subtype-renumbered Kind",
            "WARNING subtype-added Kind.Extra"));
  }

  static Stream<Case> events() {
    String changed = "record Changed(user string, at instant, item Item)";
    return Stream.of(
        Case.of("event Changes = Changed", "", "BREAKING event-removed Changes"),
        Case.of(
            changed,
            "record Changed(at instant, user string, item Item)",
            "BREAKING field-renumbered Changed"),
        Case.of(
            changed,
            "record Changed(user string, at instant, item Item, by string)",
            "NOTE field-added Changed.by"),
        Case.of(
            changed,
            "record Changed(user string, at instant, item Item, by uuid)",
            "BREAKING field-added Changed.by"));
  }

  @Test
  void findsNothingWhereNothingChanged() {
    assertThat(Comparison.compare(Schemas.of(SHOP), Schemas.of(SHOP))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({
    "methods",
    "parametersAndResults",
    "exceptions",
    "records",
    "enumsAndSealedTypes",
    "events"
  })
  void judges(Case each) {
    assertThat(compare(each.line(), each.becomes()))
        .extracting(change -> change.severity() + " " + change.rule() + " " + change.subject())
        .containsExactlyElementsOf(each.found());
  }

  @Test
  void followsAMessageThatWasRenamed() {
    Schema before = Schemas.of(SHOP);
    Schema after = Schemas.of(SHOP.replace("Money", "Price").replace("amount long", "amount uuid"));
    assertThat(Comparison.compare(before, after))
        .extracting(change -> change.severity() + " " + change.rule() + " " + change.subject())
        .contains("BREAKING field-type-changed Price.amount", "WARNING message-renamed Price");
  }

  @Test
  void seesThatAComponentMovedToAnotherPackage() {
    Schema before = Schemas.of("Ad.show()");
    Schema.Component ad = before.components().getFirst();
    Schema after =
        new Schema(
            List.of(
                new Schema.Component(
                    "Ad", "shop.front.ad.Ad", "shop.front.Ad", ad.methods(), List.of())),
            List.of(),
            List.of());
    assertThat(Comparison.compare(before, after).getFirst().change())
        .isEqualTo("is gone from shop.ad.Ad; it is now shop.front.ad.Ad");
  }

  @Test
  void refusesWhatIsNoSnapshot() {
    for (String text : List.of("", "null", "[]", "{\"components\": 1}")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Schema.read(text));
    }
  }

  /** What is found when one line of the shop becomes another. */
  static List<Change> compare(String line, String becomes) {
    assertThat(SHOP).contains(line + "\n");
    return Comparison.compare(
        Schemas.of(SHOP), Schemas.of(SHOP.replace(line + "\n", becomes + "\n")));
  }
}
