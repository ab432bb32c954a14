package dev.heddle.component.capability;

import static dev.heddle.component.wire.InvalidValueException.present;
import static dev.heddle.component.wire.MalformedMessageException.required;

import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** Values of {@link Log} as Protobuf messages, and back. */
@Generated("dev.heddle.codegen")
final class Log_Codec {
  private static final Log.Level[] LEVEL_CONSTANTS = Log.Level.values();

  private Log_Codec() {}

  static void writeLogRequest(ProtoWriter out, Log_Stub.LogCall logCall) {
    String message = present(logCall.message(), "Log.log(message)");
    if (!message.isEmpty()) out.string(2, message);
    out.int32(1, present(logCall.level(), "Log.log(level)").ordinal() + 1);
  }

  static Log_Stub.LogCall readLogRequest(ProtoReader in) {
    Log.Level level = null;
    String message = "";
    int tag = in.tag();
    while (tag != 0) {
      int begin = in.position();
      if (tag == 8) {
        level = readLevel(in.int32(tag), "Log.log(level)");
        tag = in.tag();
      }
      if (tag == 18) {
        message = in.string(tag);
        tag = in.tag();
      }
      if (in.position() == begin) tag = in.pass(tag, 2);
    }
    return new Log_Stub.LogCall(required(level, "Log.log(level)"), message);
  }

  static void readLogResponse(ProtoReader in) {
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

  static void writeDebugRequest(ProtoWriter out, Log_Stub.Debug debug) {
    String message = present(debug.message(), "Log.debug(message)");
    if (!message.isEmpty()) out.string(1, message);
  }

  static Log_Stub.Debug readDebugRequest(ProtoReader in) {
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
    return new Log_Stub.Debug(message);
  }

  static void readDebugResponse(ProtoReader in) {
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

  static void writeInfoRequest(ProtoWriter out, Log_Stub.Info info) {
    String message = present(info.message(), "Log.info(message)");
    if (!message.isEmpty()) out.string(1, message);
  }

  static Log_Stub.Info readInfoRequest(ProtoReader in) {
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
    return new Log_Stub.Info(message);
  }

  static void readInfoResponse(ProtoReader in) {
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

  static void writeWarnRequest(ProtoWriter out, Log_Stub.Warn warn) {
    String message = present(warn.message(), "Log.warn(message)");
    if (!message.isEmpty()) out.string(1, message);
  }

  static Log_Stub.Warn readWarnRequest(ProtoReader in) {
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
    return new Log_Stub.Warn(message);
  }

  static void readWarnResponse(ProtoReader in) {
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

  static void writeErrorRequest(ProtoWriter out, Log_Stub.Error error) {
    String message = present(error.message(), "Log.error(message)");
    if (!message.isEmpty()) out.string(1, message);
  }

  static Log_Stub.Error readErrorRequest(ProtoReader in) {
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
    return new Log_Stub.Error(message);
  }

  static void readErrorResponse(ProtoReader in) {
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

  static Log.Level readLevel(int number, String field) {
    if (number == 0) throw MalformedMessageException.missing(field);
    if (number < 0 || number > LEVEL_CONSTANTS.length) {
      throw MalformedMessageException.invalid(field, "constant " + number);
    }
    return LEVEL_CONSTANTS[number - 1];
  }
}
