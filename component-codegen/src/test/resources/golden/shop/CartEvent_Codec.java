package shop;

import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.InvalidValueException;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.time.Instant;
import java.util.UUID;
import javax.annotation.processing.Generated;

/** Values of {@link CartEvent} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class CartEvent_Codec {

  private CartEvent_Codec() {}

  static void writeCartEvent(ProtoWriter out, CartEvent cartEvent) {
    if (cartEvent instanceof CartEvent.Filled filled) {
      int begun = out.begin();
      writeFilled(out, filled);
      out.end(1, begun);
    } else if (cartEvent instanceof CartEvent.Cleared cleared) {
      int begun = out.begin();
      writeCleared(out, cleared);
      out.end(2, begun);
    } else if (cartEvent instanceof CartEvent.AllCleared allCleared) {
      int begun = out.begin();
      writeAllCleared(out, allCleared);
      out.end(3, begun);
    } else {
      throw new InvalidValueException("CartEvent is none of the types it permitted at build time");
    }
  }

  static CartEvent readCartEvent(ProtoReader in) {
    CartEvent kind = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        kind = readFilled(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        kind = readCleared(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 26) {
        int outer = in.enter(tag);
        kind = readAllCleared(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return required(kind, "CartEvent");
  }

  static void writeFilled(ProtoWriter out, CartEvent.Filled filled) {
    int itemBegun = out.begin();
    writeLineItem(out, present(filled.item(), "Filled.item"));
    out.end(2, itemBegun);
    String userId = present(filled.userId(), "Filled.userId");
    if (!userId.isEmpty()) out.string(1, userId);
  }

  static CartEvent.Filled readFilled(ProtoReader in) {
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
    try {
      return new CartEvent.Filled(userId, required(item, "Filled.item"));
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("CartEvent.Filled", refusal);
    }
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

  static void writeCleared(ProtoWriter out, CartEvent.Cleared cleared) {
    out.instant(2, present(cleared.at(), "Cleared.at"));
    out.string(1, present(cleared.cart(), "Cleared.cart").toString());
  }

  static CartEvent.Cleared readCleared(ProtoReader in) {
    UUID cart = null;
    Instant at = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        cart = Conversions.uuid(in.string(tag), "Cleared.cart");
        tag = in.tag();
      }
      if (tag == 18) {
        at = in.instant(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new CartEvent.Cleared(required(cart, "Cleared.cart"), required(at, "Cleared.at"));
  }

  static void writeAllCleared(ProtoWriter out, CartEvent.AllCleared allCleared) {
  }

  static CartEvent.AllCleared readAllCleared(ProtoReader in) {
    for (int tag = in.tag(); tag != 0; ) tag = in.pass(tag, 0);
    return new CartEvent.AllCleared();
  }
}
