package dev.heddle.component.capability;

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
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Values of {@link BlobStore} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class BlobStore_Codec {

  private BlobStore_Codec() {}

  static void writeGetRequest(ProtoWriter out, BlobStore_Stub.Get get) {
    String key = present(get.key(), "BlobStore.get(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static BlobStore_Stub.Get readGetRequest(ProtoReader in) {
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
    return new BlobStore_Stub.Get(key);
  }

  static void writeGetResponse(ProtoWriter out, Optional<BlobStore.Blob> result) {
    Optional<BlobStore.Blob> resultGiven = present(result, "the result of BlobStore.get");
    if (resultGiven.isPresent()) {
      int begun = out.begin();
      writeBlob(out, resultGiven.get());
      out.end(1, begun);
    }
  }

  static void writeGetResponse(ProtoWriter out, BlobStoreException failure) {
    int begun = out.begin();
    writeBlobStoreException(out, failure);
    out.end(2, begun);
  }

  static Optional<BlobStore.Blob> readGetResponse(ProtoReader in) throws BlobStoreException {
    Optional<BlobStore.Blob> result = Optional.empty();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        int outer = in.enter(tag);
        result = Optional.of(readBlob(in));
        in.leave(outer);
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readBlobStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return result;
  }

  static void writePutRequest(ProtoWriter out, BlobStore_Stub.Put put) {
    int blobBegun = out.begin();
    writeBlob(out, present(put.blob(), "BlobStore.put(blob)"));
    out.end(2, blobBegun);
    String key = present(put.key(), "BlobStore.put(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static BlobStore_Stub.Put readPutRequest(ProtoReader in) {
    String key = "";
    BlobStore.Blob blob = null;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        key = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        int outer = in.enter(tag);
        blob = readBlob(in);
        in.leave(outer);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new BlobStore_Stub.Put(key, required(blob, "BlobStore.put(blob)"));
  }

  static void writePutResponse(ProtoWriter out, BlobStoreException failure) {
    int begun = out.begin();
    writeBlobStoreException(out, failure);
    out.end(2, begun);
  }

  static void readPutResponse(ProtoReader in) throws BlobStoreException {
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 18) {
        in.enter(tag);
        throw readBlobStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 0);
    }
  }

  static void writeDeleteRequest(ProtoWriter out, BlobStore_Stub.Delete delete) {
    String key = present(delete.key(), "BlobStore.delete(key)");
    if (!key.isEmpty()) out.string(1, key);
  }

  static BlobStore_Stub.Delete readDeleteRequest(ProtoReader in) {
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
    return new BlobStore_Stub.Delete(key);
  }

  static void writeDeleteResponse(ProtoWriter out, boolean result) {
    if (result) out.bool(1, result);
  }

  static void writeDeleteResponse(ProtoWriter out, BlobStoreException failure) {
    int begun = out.begin();
    writeBlobStoreException(out, failure);
    out.end(2, begun);
  }

  static boolean readDeleteResponse(ProtoReader in) throws BlobStoreException {
    boolean result = false;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        result = in.bool(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readBlobStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return result;
  }

  static void writeListRequest(ProtoWriter out, BlobStore_Stub.ListCall listCall) {
    int limit = listCall.limit();
    if (limit != 0) out.int32(3, limit);
    String after = present(listCall.after(), "BlobStore.list(after)");
    if (!after.isEmpty()) out.string(2, after);
    String prefix = present(listCall.prefix(), "BlobStore.list(prefix)");
    if (!prefix.isEmpty()) out.string(1, prefix);
  }

  static BlobStore_Stub.ListCall readListRequest(ProtoReader in) {
    String prefix = "";
    String after = "";
    int limit = 0;
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        prefix = in.string(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        after = in.string(tag);
        tag = in.tag();
      }
      if (tag == 24) {
        limit = in.int32(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 3);
    }
    return new BlobStore_Stub.ListCall(prefix, after, limit);
  }

  static void writeListResponse(ProtoWriter out, List<String> result) {
    List<String> resultGiven = indexed(result, "the result of BlobStore.list");
    for (int i = resultGiven.size() - 1; i >= 0; i--) {
      out.string(1, present(resultGiven.get(i), "the result of BlobStore.list"));
    }
  }

  static void writeListResponse(ProtoWriter out, BlobStoreException failure) {
    int begun = out.begin();
    writeBlobStoreException(out, failure);
    out.end(2, begun);
  }

  static List<String> readListResponse(ProtoReader in) throws BlobStoreException {
    List<String> result = new ArrayList<>();
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      while (tag == 10) {
        result.add(in.string(tag));
        tag = in.tag();
      }
      if (tag == 18) {
        in.enter(tag);
        throw readBlobStoreException(in);
      }
      if (tag == Failures.TAG) {
        in.enter(tag);
        throw Failures.read(in);
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return Collections.unmodifiableList(result);
  }

  static void writeBlob(ProtoWriter out, BlobStore.Blob blob) {
    String contentType = present(blob.contentType(), "Blob.contentType");
    if (!contentType.isEmpty()) out.string(2, contentType);
    byte[] content = present(blob.content(), "Blob.content");
    if (content.length != 0) out.bytes(1, content);
  }

  static BlobStore.Blob readBlob(ProtoReader in) {
    byte[] content = new byte[0];
    String contentType = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        content = in.bytes(tag);
        tag = in.tag();
      }
      if (tag == 18) {
        contentType = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new BlobStore.Blob(content, contentType);
  }

  static void writeBlobStoreException(ProtoWriter out, BlobStoreException blobStoreException) {
    String message = present(Conversions.message(blobStoreException), "BlobStoreException.message");
    if (!message.isEmpty()) out.string(1, message);
  }

  static BlobStoreException readBlobStoreException(ProtoReader in) {
    String message = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 10) {
        message = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 1);
    }
    try {
      return new BlobStoreException(message);
    } catch (RuntimeException refusal) {
      throw MalformedMessageException.refused("BlobStoreException", refusal);
    }
  }
}
