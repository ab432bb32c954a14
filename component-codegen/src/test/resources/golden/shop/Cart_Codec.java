package shop;

import static dev.heddle.component.wire.Conversions.indexed;
import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.annotation.processing.Generated;

/** Values of {@link Cart} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class Cart_Codec {

  private Cart_Codec() {}

  static void writeAddRequest(ProtoWriter out, Cart_Stub.Add add) {
    int itemBegun = out.begin();
    writeLineItem(out, present(add.item(), "Cart.add(item)"));
    out.end(2, itemBegun);
    String userId = present(add.userId(), "Cart.add(userId)");
    if (!userId.isEmpty()) out.string(1, userId);
  }

  static Cart_Stub.Add readAddRequest(ProtoReader in) {
    String userId = "";
    Cart.LineItem item = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        userId = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        item = readLineItem(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Cart_Stub.Add(userId, required(item, "Cart.add(item)"));
  }

  static void writeAddResponse(ProtoWriter out, Cart.CartView result) {
    int resultBegun = out.begin();
    writeCartView(out, present(result, "the result of Cart.add"));
    out.end(1, resultBegun);
  }

  static void writeAddResponse(ProtoWriter out, CartFull failure) {
    int begun = out.begin();
    writeCartFull(out, failure);
    out.end(2, begun);
  }

  static void writeAddResponse(ProtoWriter out, NoSuchProduct failure) {
    int begun = out.begin();
    writeNoSuchProduct(out, failure);
    out.end(3, begun);
  }

  static Cart.CartView readAddResponse(ProtoReader in) throws CartFull, NoSuchProduct {
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
      if (tag == 26) {
        in.enter(tag);
        throw readNoSuchProduct(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return required(result, "the result of Cart.add");
  }

  static void writeGetRequest(ProtoWriter out, Cart_Stub.Get get) {
    String userId = present(get.userId(), "Cart.get(userId)");
    if (!userId.isEmpty()) out.string(1, userId);
  }

  static Cart_Stub.Get readGetRequest(ProtoReader in) {
    String userId = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        userId = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Cart_Stub.Get(userId);
  }

  static void writeGetResponse(ProtoWriter out, Cart.CartView result) {
    int resultBegun = out.begin();
    writeCartView(out, present(result, "the result of Cart.get"));
    out.end(1, resultBegun);
  }

  static Cart.CartView readGetResponse(ProtoReader in) {
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
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return required(result, "the result of Cart.get");
  }

  static void writeClearRequest(ProtoWriter out, Cart_Stub.Clear clear) {
    boolean edge = clear.edge();
    if (edge) out.bool(2, edge);
    String local = present(clear.local(), "Cart.clear(local)");
    if (!local.isEmpty()) out.string(1, local);
  }

  static Cart_Stub.Clear readClearRequest(ProtoReader in) {
    String local = "";
    boolean edge = false;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        local = in.string(tag);
        tag = in.tag();
      }
      if (tag == 16) {
        edge = in.bool(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Cart_Stub.Clear(local, edge);
  }

  static void readClearResponse(ProtoReader in) {
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

  static void writeSignRequest(ProtoWriter out, Cart_Stub.Sign sign) {
    byte[] document = present(sign.document(), "Cart.sign(document)");
    if (document.length != 0) out.bytes(1, document);
  }

  static Cart_Stub.Sign readSignRequest(ProtoReader in) {
    byte[] document = new byte[0];
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        document = in.bytes(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Cart_Stub.Sign(document);
  }

  static void writeSignResponse(ProtoWriter out, byte[] result) {
    byte[] resultGiven = present(result, "the result of Cart.sign");
    if (resultGiven.length != 0) out.bytes(1, resultGiven);
  }

  static byte[] readSignResponse(ProtoReader in) {
    byte[] result = new byte[0];
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        result = in.bytes(tag);
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

  static void writeSizeRequest(ProtoWriter out, Cart_Stub.Size size) {
    String userId = present(size.userId(), "Cart.size(userId)");
    if (!userId.isEmpty()) out.string(1, userId);
  }

  static Cart_Stub.Size readSizeRequest(ProtoReader in) {
    String userId = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        userId = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    return new Cart_Stub.Size(userId);
  }

  static void writeSizeResponse(ProtoWriter out, int result) {
    if (result != 0) out.int32(1, result);
  }

  static int readSizeResponse(ProtoReader in) {
    int result = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.int32(tag);
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

  static void writeNoSuchProduct(ProtoWriter out, NoSuchProduct noSuchProduct) {
    String sku = present(noSuchProduct.getSku(), "NoSuchProduct.sku");
    if (!sku.isEmpty()) out.string(1, sku);
  }

  static NoSuchProduct readNoSuchProduct(ProtoReader in) {
    String sku = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        sku = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    try {
      return new NoSuchProduct(sku);
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("NoSuchProduct", refusal);
    }
  }
}
