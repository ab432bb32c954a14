package dev.heddle.wasm;

import static java.util.Objects.requireNonNull;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.wasm.guest.Clocks;
import dev.heddle.wasm.guest.Entropy;
import dev.heddle.wasm.guest.Letters;
import dev.heddle.wasm.guest.Numbers;
import dev.heddle.wasm.guest.Texts;
import dev.heddle.wasm.guest.Uncounted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.teavm.interop.Export;
import org.teavm.model.AccessLevel;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.FieldReference;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.GetFieldInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Gives methods of the compiler's JDK another body, or adds methods that it lacks: a call of a
 * static method of ours, which takes the object as its first argument.
 */
final class Grafts implements ClassHolderTransformer {
  private final List<Graft> grafts = new ArrayList<>();

  Grafts() {
    still(System.class, "nanoTime", Clocks.class, long.class);
    still(System.class, "currentTimeMillis", Clocks.class, long.class);
    still(Math.class, "random", Entropy.class, double.class);
    member(BigInteger.class, "hashCode", Numbers.class, "hash", int.class);
    member(BigDecimal.class, "hashCode", Numbers.class, "hash", int.class);
    member(String.class, "lines", Texts.class, Stream.class);
    member(
        StringBuilder.class,
        "repeat",
        Texts.class,
        CharSequence.class,
        int.class,
        StringBuilder.class);
    member(StringBuilder.class, "repeat", Texts.class, int.class, int.class, StringBuilder.class);
    letters();
    // The compiler's JDK decodes by way of two buffers and a decoder made for each text.
    grafts.add(
        new Graft(
            "dev.heddle.component.wire.Utf8",
            new MethodDescriptor("ascii", byte[].class, int.class, int.class, String.class),
            true,
            new MethodReference(
                Texts.class, "ascii", byte[].class, int.class, int.class, String.class)));
    MethodDescriptor copy =
        new MethodDescriptor(
            "copy", String.class, char[].class, byte[].class, int.class, int.class);
    grafts.add(
        new Graft(
            "dev.heddle.component.wire.Utf8",
            copy,
            true,
            new MethodReference(Texts.class.getName(), copy)));
    // It asks for each character by itself, and whether there is one.
    member(String.class, "compareTo", Texts.class, String.class, int.class);
    member(String.class, "equals", Texts.class, Object.class, boolean.class);
    grafts.add(
        new Graft(
            Texts.class.getName(),
            new MethodDescriptor("text", char[].class, String.class),
            true,
            new MethodReference(String.class, "fromArray", char[].class, String.class)));
    // Inside a sandbox nothing counts calls, and nothing may ask for the time to do so.
    member(CallCounter.class, "begin", Uncounted.class, long.class);
    member(CallCounter.class, "end", Uncounted.class, long.class, void.class);
  }

  private void letters() {
    for (String method : List.of("toUpperCase", "toLowerCase")) {
      member(String.class, method, Letters.class, String.class);
      member(String.class, method, Letters.class, Locale.class, String.class);
    }
    member(String.class, "equalsIgnoreCase", Letters.class, String.class, boolean.class);
    member(String.class, "compareToIgnoreCase", Letters.class, String.class, int.class);
    member(
        String.class,
        "regionMatches",
        Letters.class,
        boolean.class,
        int.class,
        String.class,
        int.class,
        int.class,
        boolean.class);
  }

  private record Graft(
      String type, MethodDescriptor method, boolean isStatic, MethodReference body) {}

  private void still(Class<?> type, String method, Class<?> body, Class<?>... signature) {
    MethodDescriptor descriptor = new MethodDescriptor(method, signature);
    grafts.add(
        new Graft(
            type.getName(), descriptor, true, new MethodReference(body.getName(), descriptor)));
  }

  private void member(Class<?> type, String method, Class<?> body, Class<?>... signature) {
    member(type, method, body, method, signature);
  }

  private void member(
      Class<?> type, String method, Class<?> body, String bodyMethod, Class<?>... signature) {
    Class<?>[] withObject = new Class<?>[signature.length + 1];
    withObject[0] = type;
    System.arraycopy(signature, 0, withObject, 1, signature.length);
    grafts.add(
        new Graft(
            type.getName(),
            new MethodDescriptor(method, signature),
            false,
            new MethodReference(body, bodyMethod, withObject)));
  }

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (type.getName().startsWith("org.teavm.")) unexport(type);
    if (type.getName().equals(Texts.class.getName())) open(type);
    for (Graft graft : grafts) {
      if (graft.type().equals(type.getName())) apply(graft, type);
    }
  }

  /** Lets our methods look into a text of the compiler's JDK. */
  private static void open(ClassHolder texts) {
    MethodDescriptor characters = new MethodDescriptor("characters", String.class, char[].class);
    texts.removeMethod(requireNonNull(texts.getMethod(characters)));
    MethodHolder method = new MethodHolder(characters);
    method.getModifiers().add(ElementModifier.STATIC);
    Program program = new Program();
    // Static methods have no object; its variable is there all the same.
    program.createVariable();
    Variable text = program.createVariable();
    GetFieldInstruction field = new GetFieldInstruction();
    field.setInstance(text);
    field.setField(new FieldReference(String.class.getName(), "characters"));
    field.setFieldType(ValueType.arrayOf(ValueType.CHARACTER));
    field.setReceiver(program.createVariable());
    ExitInstruction exit = new ExitInstruction();
    exit.setValueToReturn(field.getReceiver());
    BasicBlock block = program.createBasicBlock();
    block.add(field);
    block.add(exit);
    method.setProgram(program);
    texts.addMethod(method);
  }

  /** The compiler's own exports are for a browser. */
  private static void unexport(ClassHolder type) {
    String export = Export.class.getName();
    for (MethodHolder method : type.getMethods()) {
      if (method.getAnnotations().get(export) != null) method.getAnnotations().remove(export);
    }
  }

  private static void apply(Graft graft, ClassHolder type) {
    MethodHolder old = type.getMethod(graft.method());
    if (old != null) type.removeMethod(old);
    MethodHolder method = new MethodHolder(graft.method());
    method.setLevel(AccessLevel.PUBLIC);
    if (graft.isStatic()) method.getModifiers().add(ElementModifier.STATIC);
    method.setProgram(call(graft));
    type.addMethod(method);
  }

  private static Program call(Graft graft) {
    Program program = new Program();
    // The first variable is the object, or nothing.
    for (int i = 0; i <= graft.method().parameterCount(); i++) program.createVariable();
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(graft.body());
    int first = graft.isStatic() ? 1 : 0;
    Variable[] arguments = new Variable[graft.method().parameterCount() + 1 - first];
    for (int i = 0; i < arguments.length; i++) arguments[i] = program.variableAt(first + i);
    call.setArguments(arguments);
    ExitInstruction exit = new ExitInstruction();
    if (graft.method().getResultType() != ValueType.VOID) {
      call.setReceiver(program.createVariable());
      exit.setValueToReturn(call.getReceiver());
    }
    BasicBlock block = program.createBasicBlock();
    block.add(call);
    block.add(exit);
    return program;
  }
}
