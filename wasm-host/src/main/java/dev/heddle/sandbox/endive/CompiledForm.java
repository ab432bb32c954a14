package dev.heddle.sandbox.endive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A compiled module.
 *
 * @param mainClass name of the one that runs it
 * @param classes class files by name
 * @param module the metered module, without code unless some of it is interpreted
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CompiledForm(String mainClass, Map<String, byte[]> classes, byte[] module) {

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(module.length);
      out.write(module);
      out.writeUTF(mainClass);
      out.writeInt(classes.size());
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        out.writeUTF(each.getKey());
        out.writeInt(each.getValue().length);
        out.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} wrote; the bytes have been found intact. */
  static CompiledForm of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      byte[] module = in.readNBytes(in.readInt());
      String mainClass = in.readUTF();
      int count = in.readInt();
      Map<String, byte[]> classes = new LinkedHashMap<>();
      for (int i = 0; i < count; i++) classes.put(in.readUTF(), in.readNBytes(in.readInt()));
      return new CompiledForm(mainClass, classes, module);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
