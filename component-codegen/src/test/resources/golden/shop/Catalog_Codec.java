package shop;

import static dev.heddle.component.wire.Conversions.entries;
import static dev.heddle.component.wire.Conversions.indexed;
import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.InvalidValueException;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Generated;

/** Values of {@link Catalog} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class Catalog_Codec {
  private static final Catalog.Color[] COLOR_CONSTANTS = Catalog.Color.values();

  private Catalog_Codec() {}

  static void writeSearchRequest(ProtoWriter out, Catalog_Stub.Search search) {
    int queryBegun = out.begin();
    writeQuery(out, present(search.query(), "Catalog.search(query)"));
    out.end(1, queryBegun);
  }

  static Catalog_Stub.Search readSearchRequest(ProtoReader in) {
    Catalog.Query query = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        query = readQuery(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Catalog_Stub.Search(required(query, "Catalog.search(query)"));
  }

  static void writeSearchResponse(ProtoWriter out, Catalog.Page<Catalog.Product> result) {
    int resultBegun = out.begin();
    writePageOfProduct(out, present(result, "the result of Catalog.search"));
    out.end(1, resultBegun);
  }

  static Catalog.Page<Catalog.Product> readSearchResponse(ProtoReader in) {
    Catalog.Page<Catalog.Product> result = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        result = readPageOfProduct(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return required(result, "the result of Catalog.search");
  }

  static void writeNamesRequest(ProtoWriter out, Catalog_Stub.Names names) {
    List<Catalog.Color> colors = indexed(names.colors(), "Catalog.names(colors)");
    if (!colors.isEmpty()) {
      int begun = out.begin();
      for (int i = colors.size() - 1; i >= 0; i--) {
        out.int32(present(colors.get(i), "Catalog.names(colors)").ordinal() + 1);
      }
      out.end(1, begun);
    }
  }

  static Catalog_Stub.Names readNamesRequest(ProtoReader in) {
    Set<Catalog.Color> colors = new LinkedHashSet<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        while (in.more()) colors.add(readColor(in.int32(), "Catalog.names(colors)"));
        in.leave(outer);
        tag = in.tag();
      }
      while (tag == 8) {
        colors.add(readColor(in.int32(tag), "Catalog.names(colors)"));
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Catalog_Stub.Names(Collections.unmodifiableSet(colors));
  }

  static void writeNamesResponse(
      ProtoWriter out, Map<Catalog.Color, List<Optional<String>>> result) {
    List<Map.Entry<Catalog.Color, List<Optional<String>>>> resultGiven =
        entries(result, "the result of Catalog.names");
    for (int i = resultGiven.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeNamesResponseResultEntry(out, resultGiven.get(i));
      out.end(1, begun);
    }
  }

  static Map<Catalog.Color, List<Optional<String>>> readNamesResponse(ProtoReader in) {
    Map<Catalog.Color, List<Optional<String>>> result = new LinkedHashMap<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        int outer = in.enter(tag);
        readNamesResponseResultEntry(in, result);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return Collections.unmodifiableMap(result);
  }

  private static void writeNamesResponseResultEntry(
      ProtoWriter out, Map.Entry<Catalog.Color, List<Optional<String>>> entry) {
    int valueBegun = out.begin();
    writeListOfOptionalOfString(out, present(entry.getValue(), "the result of Catalog.names"));
    out.end(2, valueBegun);
    out.int32(1, present(entry.getKey(), "the result of Catalog.names").ordinal() + 1);
  }

  private static void readNamesResponseResultEntry(
      ProtoReader in, Map<Catalog.Color, List<Optional<String>>> entries) {
    Catalog.Color key = null;
    List<Optional<String>> value = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        key = readColor(in.int32(tag), "the result of Catalog.names");
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        value = readListOfOptionalOfString(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    entries.put(
        required(key, "the result of Catalog.names"),
        required(value, "the result of Catalog.names"));
  }

  static void writeFindRequest(ProtoWriter out, Catalog_Stub.Find find) {
    String key = present(find.key(), "Catalog.find(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static Catalog_Stub.Find readFindRequest(ProtoReader in) {
    String key = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Catalog_Stub.Find(key);
  }

  static void writeFindResponse(ProtoWriter out, Optional<Catalog.Product> result) {
    Optional<Catalog.Product> resultGiven = present(result, "the result of Catalog.find");
    if (resultGiven.isPresent()) {
      int begun = out.begin();
      writeProduct(out, resultGiven.get());
      out.end(1, begun);
    }
  }

  static Optional<Catalog.Product> readFindResponse(ProtoReader in) {
    Optional<Catalog.Product> result = Optional.empty();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        result = Optional.of(readProduct(in));
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return result;
  }

  static void writeQuery(ProtoWriter out, Catalog.Query query) {
    if (query instanceof Catalog.ByText byText) {
      int begun = out.begin();
      writeByText(out, byText);
      out.end(1, begun);
    } else if (query instanceof Catalog.And and) {
      int begun = out.begin();
      writeAnd(out, and);
      out.end(2, begun);
    } else {
      throw new InvalidValueException(
          "Catalog.Query is none of the types it permitted at build time");
    }
  }

  static Catalog.Query readQuery(ProtoReader in) {
    Catalog.Query kind = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        kind = readByText(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        kind = readAnd(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return required(kind, "Catalog.Query");
  }

  static void writeByText(ProtoWriter out, Catalog.ByText byText) {
    List<Integer> ratings = indexed(byText.ratings(), "ByText.ratings");
    if (!ratings.isEmpty()) {
      int begun = out.begin();
      for (int i = ratings.size() - 1; i >= 0; i--) {
        out.int32(present(ratings.get(i), "ByText.ratings"));
      }
      out.end(2, begun);
    }
    String text = present(byText.text(), "ByText.text");
    if (!text.isEmpty()) out.string(1, text);
  }

  static Catalog.ByText readByText(ProtoReader in) {
    String text = "";
    List<Integer> ratings = new ArrayList<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        text = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        while (in.more()) ratings.add(in.int32());
        in.leave(outer);
        tag = in.tag();
      }
      while (tag == 16) {
        ratings.add(in.int32(tag));
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Catalog.ByText(text, Collections.unmodifiableList(ratings));
  }

  static void writeAnd(ProtoWriter out, Catalog.And and) {
    int rightBegun = out.begin();
    writeQuery(out, present(and.right(), "And.right"));
    out.end(2, rightBegun);
    int leftBegun = out.begin();
    writeQuery(out, present(and.left(), "And.left"));
    out.end(1, leftBegun);
  }

  static Catalog.And readAnd(ProtoReader in) {
    Catalog.Query left = null;
    Catalog.Query right = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        left = readQuery(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        right = readQuery(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Catalog.And(required(left, "And.left"), required(right, "And.right"));
  }

  static void writeProduct(ProtoWriter out, Catalog.Product product) {
    List<Map.Entry<String, Money>> prices = entries(product.prices(), "Product.prices");
    for (int i = prices.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeProductPricesEntry(out, prices.get(i));
      out.end(3, begun);
    }
    Optional<Catalog.Color> color = present(product.color(), "Product.color");
    if (color.isPresent()) {
      out.int32(2, color.get().ordinal() + 1);
    }
    String sku = present(product.sku(), "Product.sku");
    if (!sku.isEmpty()) out.string(1, sku);
  }

  static Catalog.Product readProduct(ProtoReader in) {
    String sku = "";
    Optional<Catalog.Color> color = Optional.empty();
    Map<String, Money> prices = new LinkedHashMap<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        sku = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        color = Optional.of(readColor(in.int32(tag), "Product.color"));
        tag = in.tag();
      }
      while (tag == 26) {
        int outer = in.enter(tag);
        readProductPricesEntry(in, prices);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return new Catalog.Product(sku, color, Collections.unmodifiableMap(prices));
  }

  private static void writeProductPricesEntry(ProtoWriter out, Map.Entry<String, Money> entry) {
    int valueBegun = out.begin();
    writeMoney(out, present(entry.getValue(), "Product.prices"));
    out.end(2, valueBegun);
    out.string(1, present(entry.getKey(), "Product.prices"));
  }

  private static void readProductPricesEntry(ProtoReader in, Map<String, Money> entries) {
    String key = "";
    Money value = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        value = readMoney(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    entries.put(key, required(value, "Product.prices"));
  }

  static Catalog.Color readColor(int number, String field) {
    if (number == 0) throw MalformedMessageException.missing(field);
    if (number < 0 || number > COLOR_CONSTANTS.length) {
      throw MalformedMessageException.invalid(field, "constant " + number);
    }
    return COLOR_CONSTANTS[number - 1];
  }

  static void writeMoney(ProtoWriter out, Money money) {
    int nanos = money.nanos();
    if (nanos != 0) out.int32(3, nanos);
    long units = money.units();
    if (units != 0) out.int64(2, units);
    String currency = present(money.currency(), "Money.currency");
    if (!currency.isEmpty()) out.string(1, currency);
  }

  static Money readMoney(ProtoReader in) {
    String currency = "";
    long units = 0;
    int nanos = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        currency = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        units = in.int64(tag);
        tag = in.tag();
      }
      if (tag == 24) {
        nanos = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return new Money(currency, units, nanos);
  }

  static void writePageOfProduct(ProtoWriter out, Catalog.Page<Catalog.Product> page) {
    Optional<Catalog.Page<Catalog.Product>> next = present(page.next(), "Page.next");
    if (next.isPresent()) {
      int begun = out.begin();
      writePageOfProduct(out, next.get());
      out.end(2, begun);
    }
    List<Catalog.Product> items = indexed(page.items(), "Page.items");
    for (int i = items.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeProduct(out, present(items.get(i), "Page.items"));
      out.end(1, begun);
    }
  }

  static Catalog.Page<Catalog.Product> readPageOfProduct(ProtoReader in) {
    List<Catalog.Product> items = new ArrayList<>();
    Optional<Catalog.Page<Catalog.Product>> next = Optional.empty();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        int outer = in.enter(tag);
        items.add(readProduct(in));
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        next = Optional.of(readPageOfProduct(in));
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Catalog.Page<Catalog.Product>(Collections.unmodifiableList(items), next);
  }

  static void writeOptionalOfString(ProtoWriter out, Optional<String> wrapped) {
    Optional<String> value = present(wrapped, "OptionalOfString.value");
    if (value.isPresent()) {
      out.string(1, value.get());
    }
  }

  static Optional<String> readOptionalOfString(ProtoReader in) {
    Optional<String> value = Optional.empty();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        value = Optional.of(in.string(tag));
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return value;
  }

  static void writeListOfOptionalOfString(ProtoWriter out, List<Optional<String>> wrapped) {
    List<Optional<String>> items = indexed(wrapped, "ListOfOptionalOfString.items");
    for (int i = items.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeOptionalOfString(out, present(items.get(i), "ListOfOptionalOfString.items"));
      out.end(1, begun);
    }
  }

  static List<Optional<String>> readListOfOptionalOfString(ProtoReader in) {
    List<Optional<String>> items = new ArrayList<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        int outer = in.enter(tag);
        items.add(readOptionalOfString(in));
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return Collections.unmodifiableList(items);
  }
}
