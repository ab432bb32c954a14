package dev.heddle.sandbox.endive.objects;

import run.endive.runtime.WasmGcRef;

/** A struct of a guest. Its fields are public, and named by {@link StructClasses#field}. */
public abstract class GuestStruct implements WasmGcRef, Cloneable {

  /** For generated classes. */
  protected GuestStruct() {}

  /** Another one with the same fields. */
  public final GuestStruct copy() {
    try {
      return (GuestStruct) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
