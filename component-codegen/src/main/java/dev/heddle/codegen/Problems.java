package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;

/** Everything found wrong with one annotated element. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();
  private boolean unresolved;

  /** One mistake and the element at which the compiler shows it. */
  record Problem(Element element, String message) {}

  /** Where something is: the element to point at, and how a person would call it. */
  record Place(Element element, String text) {}

  /** Adds a mistake; {@code rule} and {@code remedy} are sentences without and with their stop. */
  void add(Place place, String rule, String found, String remedy) {
    this.found.add(
        new Problem(place.element(), rule + ": " + found + " in " + place.text() + ". " + remedy));
  }

  /** A type does not exist, or not yet: another processor may generate it. */
  void unresolved() {
    unresolved = true;
  }

  boolean isUnresolved() {
    return unresolved;
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> found() {
    return List.copyOf(found);
  }
}
