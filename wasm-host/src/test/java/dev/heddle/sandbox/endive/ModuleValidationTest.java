package dev.heddle.sandbox.endive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.spi.ModuleCheck;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ModuleValidationTest {
  private static final byte[] VALID = {0, 0x41, 7, 0x0b};

  /** Returns an i32, and has none. */
  private static final byte[] WITHOUT_RESULT = {0, 0x01, 0x01, 0x0b};

  @Test
  void isFoundByTheBuild() {
    assertThat(ServiceLoader.load(ModuleCheck.class))
        .hasAtLeastOneElementOfType(ModuleValidation.class);
  }

  @Test
  void takesAValidModule() {
    assertThat(new ModuleValidation().fault(module(VALID, VALID, VALID))).isEmpty();
  }

  @Test
  void namesTheFunctionThatIsNotValid() {
    assertThat(new ModuleValidation().fault(module(VALID, VALID, WITHOUT_RESULT, VALID)))
        .hasValueSatisfying(
            fault -> {
              assertThat(fault.method()).isEqualTo("shop.Worker.work2");
              assertThat(fault.found()).contains("type mismatch");
            });
    assertThat(new ModuleValidation().fault(module(WITHOUT_RESULT, WITHOUT_RESULT)))
        .hasValueSatisfying(fault -> assertThat(fault.method()).isEqualTo("shop.Worker.work0"));
  }

  @Test
  void saysWhatIsNoModule() {
    assertThat(new ModuleValidation().fault(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
        .hasValueSatisfying(
            fault -> {
              assertThat(fault.method()).isEmpty();
              assertThat(fault.found()).contains("not a WebAssembly module");
            });
  }

  /** An imported function, and some of its own, all without parameters and with a result. */
  private static byte[] module(byte[]... bodies) {
    ByteArrayOutputStream functions = new ByteArrayOutputStream();
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    ByteArrayOutputStream names = new ByteArrayOutputStream();
    functions.write(bodies.length);
    code.write(bodies.length);
    names.write(bodies.length);
    for (int i = 0; i < bodies.length; i++) {
      functions.write(0);
      code.write(bodies[i].length);
      code.writeBytes(bodies[i]);
      names.write(i + 1);
      names.writeBytes(text("shop.Worker.work" + i));
    }
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.writeBytes(text("name"));
    section(named, 1, names.toByteArray());
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    section(module, 1, new byte[] {1, 0x60, 0, 1, 0x7f});
    section(module, 2, new byte[] {1, 1, 'm', 1, 'f', 0, 0});
    section(module, 3, functions.toByteArray());
    section(module, 10, code.toByteArray());
    section(module, 0, named.toByteArray());
    return module.toByteArray();
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] counted = new byte[bytes.length + 1];
    counted[0] = (byte) bytes.length;
    System.arraycopy(bytes, 0, counted, 1, bytes.length);
    return counted;
  }

  private static void section(ByteArrayOutputStream module, int id, byte[] content) {
    module.write(id);
    module.write(content.length);
    module.writeBytes(content);
  }
}
