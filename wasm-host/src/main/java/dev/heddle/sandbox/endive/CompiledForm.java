package dev.heddle.sandbox.endive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.sandbox.module.GuestModule;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A compiled module, with all of it that is needed to make instances: who has this does not read
 * the module itself.
 *
 * @param mainClass name of the class that runs it
 * @param classes class files by name
 * @param module the metered module, without code unless some of it is interpreted
 * @param start the function that is to run before all others
 * @param dataBytes how many bytes of its memory a Java guest's own data take
 * @param names of functions, as {@link GuestModule#functionNames(byte[])} reads them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CompiledForm(
    String mainClass,
    Map<String, byte[]> classes,
    byte[] module,
    OptionalInt start,
    int dataBytes,
    byte[] names) {
  private static final int NO_START = -1;

  /** The package of all its classes. */
  String packageName() {
    return mainClass.substring(0, mainClass.lastIndexOf('.'));
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(mainClass.getBytes(UTF_8), out);
      out.writeInt(start.orElse(NO_START));
      out.writeInt(dataBytes);
      write(module, out);
      write(names, out);
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        write(each.getKey().getBytes(UTF_8), out);
        write(each.getValue(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(byte[] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #toBytes} wrote; the bytes have been found intact. */
  static CompiledForm of(ByteBuffer in) {
    String mainClass = text(in);
    int start = in.getInt();
    int dataBytes = in.getInt();
    byte[] module = bytes(in);
    byte[] names = bytes(in);
    int count = in.getInt();
    Map<String, byte[]> classes = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) classes.put(text(in), bytes(in));
    OptionalInt first = start == NO_START ? OptionalInt.empty() : OptionalInt.of(start);
    return new CompiledForm(mainClass, classes, module, first, dataBytes, names);
  }

  private static String text(ByteBuffer in) {
    return new String(bytes(in), UTF_8);
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }
}
