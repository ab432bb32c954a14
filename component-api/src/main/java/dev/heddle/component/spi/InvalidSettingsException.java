package dev.heddle.component.spi;

import java.util.List;

/** A component's settings are not what it declares. Reports everything at once. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<WrongSetting> wrong;

  InvalidSettingsException(List<WrongSetting> wrong) {
    super("settings that are not what is declared: " + wrong);
    this.wrong = List.copyOf(wrong);
  }

  /** What is wrong, at least one thing. */
  public List<WrongSetting> wrong() {
    return wrong;
  }
}
