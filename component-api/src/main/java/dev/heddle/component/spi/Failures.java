package dev.heddle.component.spi;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.wire.Conversions;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;

/**
 * How an undeclared exception travels: the message {@code dev.heddle.Failure} of the generated
 * .proto files, and its Java form, {@link ComponentException}.
 */
public final class Failures {
  /** Number of the failure in every response message; a method declares fewer exceptions. */
  public static final int FIELD = 1000;

  /** The tag of that field. */
  public static final int TAG = FIELD << 3 | 2;

  /** A longer message is cut, so that a failure always fits into a response. */
  private static final int LONGEST_MESSAGE = 8_192;

  private static final int KIND = 1;
  private static final int COMPONENT = 2;
  private static final int METHOD = 3;
  private static final int TYPE = 4;
  private static final int MESSAGE = 5;
  private static final int LOCATION = 6;
  private static final int LIMIT = 7;
  private static final int ALLOWED = 8;

  private static final int UNDECLARED = 1;
  private static final int UNAVAILABLE = 2;
  private static final int TIMEOUT = 3;
  private static final int CANCELLED = 4;
  private static final int LIMITED = 5;

  private Failures() {}

  /**
   * What the caller of {@code component.method} sees of an exception that the method does not
   * declare. A {@link ComponentException} of a call further down stays what it is; a {@link
   * VirtualMachineError} is rethrown here, for nobody can answer it. A message of more than 8,192
   * characters is cut.
   */
  public static ComponentException undeclared(String component, String method, Throwable failure) {
    if (failure instanceof ComponentException known) return known;
    if (failure instanceof VirtualMachineError fatal) throw fatal;
    ComponentException seen =
        new ComponentException(
            component, method, failure.getClass().getName(), message(failure), location(failure));
    seen.initCause(failure);
    return seen;
  }

  /** Writes a failure as the body of a message. */
  public static void write(ProtoWriter out, ComponentException failure) {
    if (failure instanceof ComponentLimitException limited) {
      out.int64(ALLOWED, limited.allowed());
      out.string(LIMIT, limited.limit());
    }
    out.string(LOCATION, failure.location());
    out.string(MESSAGE, failure.failureMessage());
    out.string(TYPE, failure.failure());
    out.string(METHOD, failure.method());
    out.string(COMPONENT, failure.component());
    out.int32(KIND, kind(failure));
  }

  /** Writes what a caller sees of an undeclared exception, as the failure of a message. */
  public static void fail(ProtoWriter message, String component, String method, Throwable failure) {
    ComponentException seen = undeclared(component, method, failure);
    int begun = message.begin();
    write(message, seen);
    message.end(FIELD, begun);
  }

  /** Reads what {@link #write} wrote. */
  public static ComponentException read(ProtoReader in) {
    int kind = 0;
    String component = "";
    String method = "";
    String type = "";
    String message = "";
    String location = "";
    String limit = "";
    long allowed = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (ProtoReader.field(tag)) {
        case KIND -> kind = in.int32(tag);
        case COMPONENT -> component = in.string(tag);
        case METHOD -> method = in.string(tag);
        case TYPE -> type = in.string(tag);
        case MESSAGE -> message = in.string(tag);
        case LOCATION -> location = in.string(tag);
        case LIMIT -> limit = in.string(tag);
        case ALLOWED -> allowed = in.int64(tag);
        default -> in.skip(tag);
      }
    }
    return switch (kind) {
      case UNAVAILABLE -> new ComponentUnavailableException(component, method, message);
      case TIMEOUT -> new ComponentTimeoutException(component, method, message);
      case CANCELLED -> new ComponentCancelledException(component, method, message);
      case LIMITED -> new ComponentLimitException(component, method, limit, allowed, message);
      default -> new ComponentException(component, method, type, message, location);
    };
  }

  private static int kind(ComponentException failure) {
    return switch (failure) {
      case ComponentUnavailableException unavailable -> UNAVAILABLE;
      case ComponentTimeoutException timeout -> TIMEOUT;
      case ComponentCancelledException cancelled -> CANCELLED;
      case ComponentLimitException limited -> LIMITED;
      default -> UNDECLARED;
    };
  }

  private static String message(Throwable failure) {
    String message = Conversions.message(failure);
    if (message.length() <= LONGEST_MESSAGE) return message;
    return Conversions.sayable(message.substring(0, LONGEST_MESSAGE)) + "...";
  }

  private static String location(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : trace[0].toString();
  }
}
