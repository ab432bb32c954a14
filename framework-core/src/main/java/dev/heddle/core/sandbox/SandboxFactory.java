package dev.heddle.core.sandbox;

/** Makes sandboxes where no Spring does. Found by {@link java.util.ServiceLoader}. */
public interface SandboxFactory {

  /** A sandbox; those of one process share what they compiled. */
  Sandbox create();
}
