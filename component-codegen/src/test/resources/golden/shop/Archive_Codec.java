package shop;

import static dev.heddle.component.wire.Conversions.entries;
import static dev.heddle.component.wire.Conversions.indexed;
import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.ElementCodec;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Values of {@link Archive} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class Archive_Codec {

  /** What {@code carts} returns, element by element. */
  static final ElementCodec<Cart.CartView> CARTS_RESPONSES =
      new ElementCodec<>() {
        @Override
        public void write(ProtoWriter message, Cart.CartView element) {
          writeCartsResponse(message, element);
        }

        @Override
        public void fail(ProtoWriter message, Throwable failure) {
          if (failure instanceof CartFull declared) {
            writeCartsResponse(message, declared);
            return;
          }
          Failures.fail(message, "Archive", "carts", failure);
        }

        @Override
        public Cart.CartView read(ProtoReader message) throws CartFull {
          return readCartsResponse(message);
        }
      };

  /** What {@code store} takes, element by element. */
  static final ElementCodec<Cart.LineItem> STORE_REQUESTS =
      new ElementCodec<>() {
        @Override
        public void write(ProtoWriter message, Cart.LineItem element) {
          writeStoreRequest(message, element);
        }

        @Override
        public void fail(ProtoWriter message, Throwable failure) {
          Failures.fail(message, "Archive", "store", failure);
        }

        @Override
        public Cart.LineItem read(ProtoReader message) {
          return nextStoreRequest(message);
        }
      };

  /** What {@code forget} takes, element by element. */
  static final ElementCodec<Long> FORGET_REQUESTS =
      new ElementCodec<>() {
        @Override
        public void write(ProtoWriter message, Long element) {
          writeForgetRequest(message, element);
        }

        @Override
        public void fail(ProtoWriter message, Throwable failure) {
          Failures.fail(message, "Archive", "forget", failure);
        }

        @Override
        public Long read(ProtoReader message) {
          return nextForgetRequest(message);
        }
      };

  /** What {@code count} takes, element by element. */
  static final ElementCodec<List<String>> COUNT_REQUESTS =
      new ElementCodec<>() {
        @Override
        public void write(ProtoWriter message, List<String> element) {
          writeCountRequest(message, element);
        }

        @Override
        public void fail(ProtoWriter message, Throwable failure) {
          Failures.fail(message, "Archive", "count", failure);
        }

        @Override
        public List<String> read(ProtoReader message) {
          return nextCountRequest(message);
        }
      };

  /** What {@code count} returns, element by element. */
  static final ElementCodec<Map<String, Integer>> COUNT_RESPONSES =
      new ElementCodec<>() {
        @Override
        public void write(ProtoWriter message, Map<String, Integer> element) {
          writeCountResponse(message, element);
        }

        @Override
        public void fail(ProtoWriter message, Throwable failure) {
          Failures.fail(message, "Archive", "count", failure);
        }

        @Override
        public Map<String, Integer> read(ProtoReader message) {
          return readCountResponse(message);
        }
      };

  private Archive_Codec() {}

  static void writeCartsRequest(ProtoWriter out, Archive_Stub.Carts carts) {
    int limit = carts.limit();
    if (limit != 0) out.int32(2, limit);
    String userId = present(carts.userId(), "Archive.carts(userId)");
    if (!userId.isEmpty()) out.string(1, userId);
  }

  static Archive_Stub.Carts readCartsRequest(ProtoReader in) {
    String userId = "";
    int limit = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        userId = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        limit = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Archive_Stub.Carts(userId, limit);
  }

  static void writeCartsResponse(ProtoWriter out, Cart.CartView result) {
    int resultBegun = out.begin();
    writeCartView(out, present(result, "an element of the result of Archive.carts"));
    out.end(1, resultBegun);
  }

  static void writeCartsResponse(ProtoWriter out, CartFull failure) {
    int begun = out.begin();
    writeCartFull(out, failure);
    out.end(2, begun);
  }

  static Cart.CartView readCartsResponse(ProtoReader in) throws CartFull {
    Cart.CartView result = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        result = readCartView(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readCartFull(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return required(result, "an element of the result of Archive.carts");
  }

  static void writeStoreRequest(ProtoWriter out, Archive_Stub.Store store) {
    boolean sorted = store.sorted();
    if (sorted) out.bool(3, sorted);
    String shelf = present(store.shelf(), "Archive.store(shelf)");
    if (!shelf.isEmpty()) out.string(1, shelf);
  }

  static Archive_Stub.Store readStoreRequest(ProtoReader in, ValueStream<Cart.LineItem> elements) {
    String shelf = "";
    boolean sorted = false;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        shelf = in.string(tag);
        tag = in.tag();
      }
      if (tag == 24) {
        sorted = in.bool(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Archive_Stub.Store(shelf, elements, sorted);
  }

  static void writeStoreRequest(ProtoWriter out, Cart.LineItem element) {
    int itemsBegun = out.begin();
    writeLineItem(out, present(element, "an element of Archive.store(items)"));
    out.end(2, itemsBegun);
  }

  static Cart.LineItem nextStoreRequest(ProtoReader in) {
    Cart.LineItem items = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 18) {
        int outer = in.enter(tag);
        items = readLineItem(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 0);
    }
    return required(items, "an element of Archive.store(items)");
  }

  static void writeStoreResponse(ProtoWriter out, int result) {
    if (result != 0) out.int32(1, result);
  }

  static void writeStoreResponse(ProtoWriter out, CartFull failure) {
    int begun = out.begin();
    writeCartFull(out, failure);
    out.end(2, begun);
  }

  static int readStoreResponse(ProtoReader in) throws CartFull {
    int result = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.int32(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readCartFull(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return result;
  }

  static void writeForgetRequest(ProtoWriter out, Archive_Stub.Forget forget) {
  }

  static Archive_Stub.Forget readForgetRequest(ProtoReader in, ValueStream<Long> elements) {
    for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
    return new Archive_Stub.Forget(elements);
  }

  static void writeForgetRequest(ProtoWriter out, Long element) {
    long ids = present(element, "an element of Archive.forget(ids)");
    if (ids != 0) out.int64(1, ids);
  }

  static Long nextForgetRequest(ProtoReader in) {
    long ids = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        ids = in.int64(tag);
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return ids;
  }

  static void readForgetResponse(ProtoReader in) {
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 0);
    }
  }

  static void writeCountRequest(ProtoWriter out, Archive_Stub.Count count) {
  }

  static Archive_Stub.Count readCountRequest(ProtoReader in, ValueStream<List<String>> elements) {
    for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
    return new Archive_Stub.Count(elements);
  }

  static void writeCountRequest(ProtoWriter out, List<String> element) {
    List<String> requestsArgument = indexed(element, "an element of Archive.count(requests)");
    for (int i = requestsArgument.size() - 1; i >= 0; i--) {
      out.string(1, present(requestsArgument.get(i), "an element of Archive.count(requests)"));
    }
  }

  static List<String> nextCountRequest(ProtoReader in) {
    List<String> requestsArgument = new ArrayList<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        requestsArgument.add(in.string(tag));
        tag = in.tag();
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return Collections.unmodifiableList(requestsArgument);
  }

  static void writeCountResponse(ProtoWriter out, Map<String, Integer> result) {
    List<Map.Entry<String, Integer>> resultGiven =
        entries(result, "an element of the result of Archive.count");
    for (int i = resultGiven.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeCountResponseResultEntry(out, resultGiven.get(i));
      out.end(1, begun);
    }
  }

  static Map<String, Integer> readCountResponse(ProtoReader in) {
    Map<String, Integer> result = new LinkedHashMap<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        int outer = in.enter(tag);
        readCountResponseResultEntry(in, result);
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

  private static void writeCountResponseResultEntry(
      ProtoWriter out, Map.Entry<String, Integer> entry) {
    out.int32(2, present(entry.getValue(), "an element of the result of Archive.count"));
    out.string(1, present(entry.getKey(), "an element of the result of Archive.count"));
  }

  private static void readCountResponseResultEntry(ProtoReader in, Map<String, Integer> entries) {
    String key = "";
    int value = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        value = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    entries.put(key, value);
  }

  static void writeSizeRequest(ProtoWriter out, Archive_Stub.Size size) {
  }

  static Archive_Stub.Size readSizeRequest(ProtoReader in) {
    for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
    return new Archive_Stub.Size();
  }

  static void writeSizeResponse(ProtoWriter out, long result) {
    if (result != 0) out.int64(1, result);
  }

  static long readSizeResponse(ProtoReader in) {
    long result = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.int64(tag);
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

  static void writeCartView(ProtoWriter out, Cart.CartView cartView) {
    int totalBegun = out.begin();
    writeMoney(out, present(cartView.total(), "CartView.total"));
    out.end(3, totalBegun);
    List<Cart.LineItem> items = indexed(cartView.items(), "CartView.items");
    for (int i = items.size() - 1; i >= 0; i--) {
      int begun = out.begin();
      writeLineItem(out, present(items.get(i), "CartView.items"));
      out.end(2, begun);
    }
    String userId = present(cartView.userId(), "CartView.userId");
    if (!userId.isEmpty()) out.string(1, userId);
  }

  static Cart.CartView readCartView(ProtoReader in) {
    String userId = "";
    List<Cart.LineItem> items = new ArrayList<>();
    Money total = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        userId = in.string(tag);
        tag = in.tag();
      }
      while (tag == 18) {
        int outer = in.enter(tag);
        items.add(readLineItem(in));
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 26) {
        int outer = in.enter(tag);
        total = readMoney(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return new Cart.CartView(
        userId, Collections.unmodifiableList(items), required(total, "CartView.total"));
  }

  static void writeLineItem(ProtoWriter out, Cart.LineItem lineItem) {
    int priceBegun = out.begin();
    writeMoney(out, present(lineItem.price(), "LineItem.price"));
    out.end(3, priceBegun);
    int quantity = lineItem.quantity();
    if (quantity != 0) out.int32(2, quantity);
    String sku = present(lineItem.sku(), "LineItem.sku");
    if (!sku.isEmpty()) out.string(1, sku);
  }

  static Cart.LineItem readLineItem(ProtoReader in) {
    String sku = "";
    int quantity = 0;
    Money price = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        sku = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        quantity = in.int32(tag);
        tag = in.tag();
      }
      if (tag == 26) {
        int outer = in.enter(tag);
        price = readMoney(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    try {
      return new Cart.LineItem(sku, quantity, required(price, "LineItem.price"));
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("Cart.LineItem", refusal);
    }
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

  static void writeCartFull(ProtoWriter out, CartFull cartFull) {
    int limit = cartFull.limit();
    if (limit != 0) out.int32(2, limit);
    String message = present(Conversions.message(cartFull), "CartFull.message");
    if (!message.isEmpty()) out.string(1, message);
  }

  static CartFull readCartFull(ProtoReader in) {
    String message = "";
    int limit = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        message = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        limit = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    try {
      return new CartFull(message, limit);
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("CartFull", refusal);
    }
  }
}
