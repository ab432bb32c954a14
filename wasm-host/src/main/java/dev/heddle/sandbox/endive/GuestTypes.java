package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.CastInstructions.Subtypes;
import run.endive.runtime.WasmGcRef;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ValType;

/**
 * Which types of a module are subtypes of which, each found out once. Shared by all instances; two
 * threads that find out the same at once find the same.
 */
final class GuestTypes implements Subtypes {
  private static final int NONE = ValType.TypeIdxCode.NONE.code();
  private static final int NO_FUNCTION = ValType.TypeIdxCode.NOFUNC.code();
  private static final int NO_EXTERNAL = ValType.TypeIdxCode.NOEXTERN.code();
  private static final int FUNCTION = ValType.TypeIdxCode.FUNC.code();
  private static final int EXTERNAL = ValType.TypeIdxCode.EXTERN.code();
  private static final int ANY = ValType.TypeIdxCode.ANY.code();
  private static final int MOST = 2_048;
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final WasmModule module;

  /** A row for each type; it is empty while nothing was asked of that type. */
  private final byte[][] known;

  GuestTypes(WasmModule module) {
    this.module = module;
    int count = module.typeSection().subTypeCount();
    this.known = count <= MOST ? new byte[count][0] : new byte[0][0];
  }

  @Override
  public boolean isSubtype(int actual, int target) {
    if (actual >= known.length || target >= known.length || actual < 0) {
      return ValType.heapTypeSubtype(actual, target, module.typeSection());
    }
    byte[] row = known[actual];
    byte answer = row.length == 0 ? 0 : row[target];
    return answer == 0 ? find(actual, target) : answer == YES;
  }

  @Override
  public boolean matches(Object object, int target) {
    if (target == NONE || target == NO_FUNCTION || target == NO_EXTERNAL) return false;
    if (target == FUNCTION || target == EXTERNAL) return true;
    if (object instanceof WasmGcRef known) {
      return ValType.heapTypeSubtype(known.typeIdx(), target, module.typeSection());
    }
    return target == ANY;
  }

  private boolean find(int actual, int target) {
    byte[] row = known[actual];
    if (row.length == 0) {
      row = new byte[known.length];
      known[actual] = row;
    }
    boolean subtype = ValType.heapTypeSubtype(actual, target, module.typeSection());
    row[target] = subtype ? YES : NO;
    return subtype;
  }
}
