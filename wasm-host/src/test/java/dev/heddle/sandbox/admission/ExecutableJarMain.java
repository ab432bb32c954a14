package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.HandMade;
import java.util.Optional;
import java.util.Set;

/** An application that has a module judged, and says what became of it. */
public final class ExecutableJarMain {

  private ExecutableJarMain() {}

  public static void main(String[] arguments) {
    System.out.println(
        new AdmissionProcess(Optional.empty(), AdmissionProcess.PATIENCE)
            .judge(HandMade.echo(), GuestAbi.JAVA_1, Set.of(), "digest"));
  }
}
