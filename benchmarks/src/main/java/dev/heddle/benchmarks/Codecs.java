package dev.heddle.benchmarks;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import tools.jackson.databind.json.JsonMapper;

/** The ways to turn an order into bytes and back that are compared. */
public enum Codecs {
  HEDDLE {
    private final ProtoWriter writer = new ProtoWriter(WireLimits.DEFAULT);

    @Override
    byte[] encode(Order order) {
      writer.reset();
      Orders_Codec.writeOrder(writer, order);
      return writer.toByteArray();
    }

    @Override
    Order decode(byte[] bytes) {
      return Orders_Codec.readOrder(new ProtoReader(bytes, WireLimits.DEFAULT));
    }
  },
  PROTOBUF_JAVA {
    @Override
    byte[] encode(Order order) {
      return PeerMapping.message(order).toByteArray();
    }

    @Override
    Order decode(byte[] bytes) {
      try {
        return PeerMapping.record(dev.heddle.benchmarks.peer.Order.parseFrom(bytes));
      } catch (InvalidProtocolBufferException malformed) {
        throw new IllegalArgumentException(malformed);
      }
    }
  },
  JACKSON {
    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    byte[] encode(Order order) {
      return json.writeValueAsBytes(order);
    }

    @Override
    Order decode(byte[] bytes) {
      return json.readValue(bytes, Order.class);
    }
  };

  abstract byte[] encode(Order order);

  abstract Order decode(byte[] bytes);
}
