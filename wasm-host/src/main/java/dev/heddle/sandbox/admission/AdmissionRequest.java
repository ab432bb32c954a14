package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.engine.WasmEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.MalformedModuleException;
import dev.heddle.sandbox.module.ModuleLimits;
import dev.heddle.sandbox.module.ModuleProblem;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A module that is to be judged.
 *
 * @param module the module
 * @param abi what it is to speak
 * @param grants what its component was granted beyond its constructor's parameters
 * @param digest of the module, in hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AdmissionRequest(byte[] module, GuestAbi abi, Set<Grant> grants, String digest) {

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(abi.name());
    out.writeBoolean(grants.contains(Grant.CLOCK));
    out.writeBoolean(grants.contains(Grant.RANDOM));
    out.writeUTF(digest);
    out.writeInt(module.length);
    out.write(module);
  }

  static AdmissionRequest read(DataInputStream in) throws IOException {
    GuestAbi abi = GuestAbi.valueOf(in.readUTF());
    Set<Grant> grants = EnumSet.noneOf(Grant.class);
    if (in.readBoolean()) grants.add(Grant.CLOCK);
    if (in.readBoolean()) grants.add(Grant.RANDOM);
    String digest = in.readUTF();
    return new AdmissionRequest(in.readNBytes(in.readInt()), abi, grants, digest);
  }

  /** What is wrong with the module, found by doing with it what is done before it serves. */
  List<ModuleProblem> problems(WasmEngine engine) {
    try {
      GuestModule read = GuestModule.read(module);
      List<ModuleProblem> problems = read.problems(ModuleLimits.DEFAULT, abi, grants);
      if (problems.isEmpty()) engine.compile(read, abi, grants, digest);
      return problems;
    } catch (MalformedModuleException | InvalidModuleException e) {
      return List.of(
          new ModuleProblem(
              "A module is valid WebAssembly that the sandbox supports",
              String.valueOf(e.getMessage()),
              "Build it anew, without what is not supported"));
    }
  }
}
