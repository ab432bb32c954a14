package dev.heddle.core.sandbox;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A component inside this process's sandbox, for those who watch it.
 *
 * @param component its name
 * @param opening how long it took to load or compile its module and to construct it
 * @param figures what was seen of it so far; cheap, and for any thread
 */
public record OpenedComponent(
    String component, Duration opening, Supplier<SandboxFigures> figures) {}
