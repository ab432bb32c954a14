package dev.heddle.wasm;

import dev.heddle.wasm.guest.Arithmetic;
import java.util.HashSet;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.LongConstantInstruction;
import org.teavm.model.instructions.NumericOperandType;

/** Has Java's exceptions thrown where WebAssembly would end with a trap, by {@link Arithmetic}. */
final class JavaChecks implements ClassHolderTransformer {

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (type.getName().equals(Arithmetic.class.getName())) return;
    for (MethodHolder method : type.getMethods()) {
      if (method.getProgram() != null) transform(method.getProgram());
    }
  }

  private static void transform(Program program) {
    Set<Variable> harmless = new HashSet<>();
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) noteConstant(instruction, harmless);
    }
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof BinaryInstruction binary
            && isDivision(binary)
            && !harmless.contains(binary.getSecondOperand())) {
          binary.replace(call(binary));
        }
        if (instruction instanceof ConstructArrayInstruction array
            && !harmless.contains(array.getSize())) {
          checkSize(array, program.createVariable());
        }
      }
    }
  }

  private static void noteConstant(Instruction instruction, Set<Variable> harmless) {
    if (instruction instanceof IntegerConstantInstruction whole && divides(whole.getConstant())) {
      harmless.add(whole.getReceiver());
    } else if (instruction instanceof LongConstantInstruction whole
        && divides(whole.getConstant())) {
      harmless.add(whole.getReceiver());
    }
  }

  private static boolean divides(long constant) {
    return constant > 0;
  }

  private static boolean isDivision(BinaryInstruction binary) {
    return (binary.getOperandType() == NumericOperandType.INT
            || binary.getOperandType() == NumericOperandType.LONG)
        && (binary.getOperation() == BinaryOperation.DIVIDE
            || binary.getOperation() == BinaryOperation.MODULO);
  }

  private static void checkSize(ConstructArrayInstruction array, Variable checked) {
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(new MethodReference(Arithmetic.class, "size", int.class, int.class));
    call.setArguments(array.getSize());
    call.setReceiver(checked);
    call.setLocation(array.getLocation());
    array.insertPrevious(call);
    array.setSize(checked);
  }

  private static InvokeInstruction call(BinaryInstruction binary) {
    Class<?> type = binary.getOperandType() == NumericOperandType.INT ? int.class : long.class;
    boolean divide = binary.getOperation() == BinaryOperation.DIVIDE;
    InvokeInstruction call = new InvokeInstruction();
    call.setType(InvocationType.SPECIAL);
    call.setMethod(
        new MethodReference(Arithmetic.class, divide ? "divide" : "remainder", type, type, type));
    call.setArguments(binary.getFirstOperand(), binary.getSecondOperand());
    call.setReceiver(binary.getReceiver());
    call.setLocation(binary.getLocation());
    return call;
  }
}
