package dev.heddle.sandbox.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModuleReaderTest {

  @Test
  void readsWhatAModuleDeclares() {
    ModuleShape shape = ModuleReader.read(HandMade.echo());

    assertThat(shape.types()).hasSize(7);
    assertThat(shape.exports()).extracting(ModuleShape.Export::name).contains("heddle_invoke");
    assertThat(shape.bodies()).hasSize(3);
  }

  @Test
  void tellsWhereAModuleEndsTooEarly() {
    byte[] whole = HandMade.echo();
    ModuleShape.Span section = ModuleReader.read(whole).sections().get(Sections.FUNCTION);
    int functions = java.util.Objects.requireNonNull(section).from();
    for (int length = functions; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> ModuleReader.read(part))
          .isInstanceOfSatisfying(
              MalformedModuleException.class,
              e -> assertThat(e.offset()).isBetween(0, part.length));
    }
  }

  @Test
  void readsNothingIntoALengthThatIsNotThere() {
    byte[] module = header(1, 5, 0xff, 0xff, 0xff, 0xff, 0x07);

    assertThatThrownBy(() -> ModuleReader.read(module)).hasMessageContaining("more entries than");
  }

  @Test
  void refusesNumbersThatAreTooLong() {
    assertThatThrownBy(() -> ModuleReader.read(header(1, 6, 0x80, 0x80, 0x80, 0x80, 0x80, 0)))
        .hasMessageContaining("longer than 32 bits");
  }

  @Test
  void refusesLocalsBeyondWhatTheFormatMayClaim() {
    ModuleBuilder builder = new ModuleBuilder();
    int type = builder.functionType(new int[0]);
    builder.function(type, code -> {});
    byte[] bytes = builder.build();
    // One group of 2^31 locals in place of none.
    byte[] bomb = Arrays.copyOf(bytes, bytes.length + 6);
    int body = bytes.length - 3;
    bomb[body - 2] += 6;
    bomb[body] += 6;
    bomb[body + 1] = 1;
    int[] group = {0x80, 0x80, 0x80, 0x80, 0x08, 0x7f};
    for (int i = 0; i < group.length; i++) bomb[body + 2 + i] = (byte) group[i];
    bomb[bomb.length - 1] = 0x0b;

    assertThatThrownBy(() -> ModuleReader.read(bomb)).hasMessageContaining("50000 locals");
  }

  @Test
  void refusesIndicesWhereTheRewriterAddsItsOwn() {
    assertRefused(code -> code.op(Opcode.GLOBAL_GET, 0).op(0x1a), "no global 0");
    assertRefused(code -> code.op(Opcode.CALL, 3), "no function 3");
    assertRefused(code -> code.op(Opcode.REF_FUNC, 3).op(0x1a), "no function 3");
    assertRefused(code -> code.op(Opcode.LOCAL_GET, 2).op(0x1a), "no local 2");
    assertRefused(code -> code.op(Opcode.BR, 1), "no such label");
  }

  @Test
  void refusesInstructionsThatItDoesNotKnow() {
    assertRefused(code -> code.raw(0xfd, 0x0c), "0xfd");
    assertRefused(code -> code.raw(0x06, 0x40), "0x06");
    assertRefused(code -> code.raw(0xfe, 0x10), "0xfe");
  }

  @Test
  void refusesElementsThatAllocate() {
    byte[] module =
        header(
            1, 4, 1, 0x5f, 0, 0, // a struct without fields
            9, 9, 1, 5, 0x63, 0, 1, 0xfb, 0x01, 0x00, 0x0b);

    assertThatThrownBy(() -> ModuleReader.read(Arrays.copyOf(module, module.length)))
        .isInstanceOf(MalformedModuleException.class);
  }

  @Test
  void failsInOneWayOnlyWhateverTheBytesAre() {
    byte[] module = HandMade.echo();
    Random random = new Random(7);
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] mutant = module.clone();
      int changes = 1 + random.nextInt(3);
      for (int k = 0; k < changes; k++) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
      }
      try {
        GuestModule.read(mutant).metered();
        accepted++;
      } catch (MalformedModuleException e) {
        assertThat(e.offset()).isBetween(0, mutant.length);
      }
    }
    assertThat(accepted).isBetween(10, 19_000);
  }

  private static void assertRefused(
      java.util.function.Consumer<ModuleBuilder.Code> code, String message) {
    byte[] module = HandMade.invoking(code);
    assertThatThrownBy(() -> ModuleReader.read(module))
        .isInstanceOf(MalformedModuleException.class)
        .hasMessageContaining(message);
  }

  private static byte[] header(int... more) {
    BinaryWriter out = ModuleBuilder.header();
    for (int each : more) out.u8(each);
    return out.toByteArray();
  }
}
