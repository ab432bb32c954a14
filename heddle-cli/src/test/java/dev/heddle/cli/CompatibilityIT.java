package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small application in a git repository of its own, before and after a change. */
class CompatibilityIT {
  private static final String ITEM =
      """
      package shop.cart;
      /** An item. */
      public record Item(
          String sku,
          int quantity) {}
      """;

  /** Released once: each test goes on from a copy of it. */
  @TempDir private static Path released;

  @TempDir private Path project;
  private ScratchApplication application;

  @BeforeAll
  static void releaseAFirstVersion() throws Exception {
    ScratchApplication.in(released)
        .source(ITEM)
        .source(
            """
                package shop.cart;
                import dev.heddle.component.*;
                @ComponentInterface
                public interface Cart {
                  void add(Item item);
                  @Idempotent int size();
                }
                """)
        .source(
            """
                package shop.order;
                import dev.heddle.component.*;
                @ComponentImplementation
                final class CartOrders implements Orders {
                  private final shop.cart.Cart cart;
                  CartOrders(shop.cart.Cart cart) { this.cart = cart; }
                  public int place() { return cart.size(); }
                }
                @ComponentInterface interface Orders { int place(); }
                """)
        .pack();
    git("init", "-q");
    commit("no-snapshot");
    try (Heddle check = Heddle.start(released, "check", "--write-snapshot")) {
      assertThat(check.output()).isEqualTo("Boundaries: all kept.");
    }
    commit("v1");
    Files.copy(released.resolve("target/scratch.jar"), released.resolve("v1.jar"));
  }

  @BeforeEach
  void copyTheFirstVersion() throws Exception {
    try (Stream<Path> files = Files.walk(released)) {
      for (Path file : files.skip(1).toList()) {
        Path copy = project.resolve(released.relativize(file));
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    application = ScratchApplication.in(project);
  }

  @Test
  void saysWhoBreaksAndWhereWhenARecordGrowsInTheMiddle() throws Exception {
    application.source(ITEM.replace("sku,", "sku,\n    String color,")).pack();
    for (String against : List.of("v1", "v1.jar", "v1.json")) {
      Files.copy(
          project.resolve("heddle-schema.json"),
          project.resolve("v1.json"),
          StandardCopyOption.REPLACE_EXISTING);
      try (Heddle check = Heddle.start(project, "check", "--against", against)) {
        assertThat(check.output()).contains(grown(against));
        assertThat(check.exitCode()).isEqualTo(1);
      }
    }
  }

  private static String grown(String against) {
    return """
    Compared with %s: 1 breaking, 0 warnings, 1 note

    breaking: Item new numbers: quantity 2 -> 3 [field-renumbered]
      at src/main/java/shop/cart/Item.java:3
      old caller -> new callee: numbers say which of the fields is meant: it is read as another, or refused
      new caller -> old callee: numbers say which of the fields is meant: it is read as another, or refused
      callers: CartOrders, outside gRPC clients
      remedy: Numbers are positions. Put new components at the end, and leave the others in their order.

    note: Item.color is new, of type string [field-added]
      at src/main/java/shop/cart/Item.java:5
      old caller -> new callee: it is missing there, and is read as ""
      callers: CartOrders, outside gRPC clients
      remedy: Make it an Optional, which is empty where it is missing, or offer another method beside this one.

    A request is served by one revision to its end"""
        .formatted(against);
  }

  @Test
  void passesWhatBreaksNobody() throws Exception {
    application
        .source(ITEM.replace("quantity", "quantity, java.util.Optional<String> color"))
        .pack();
    try (Heddle write = Heddle.start(project, "check", "--write-snapshot", "--against", "v1")) {
      assertThat(write.output())
          .contains("Compared with v1: 0 breaking, 0 warnings, 1 note", "Item.color is new");
      assertThat(write.exitCode()).isZero();
    }
    try (Heddle check = Heddle.start(project, "check", "--against", "HEAD~0")) {
      assertThat(check.exitCode()).isZero();
    }
  }

  @Test
  void findsNothingWhereNothingChanged() throws Exception {
    try (Heddle check = Heddle.start(project, "check", "--against", "v1")) {
      assertThat(check.output())
          .isEqualTo("Boundaries: all kept.\n\nCompared with v1: nothing changed.");
      assertThat(check.exitCode()).isZero();
    }
  }

  @Test
  void saysThatTheCommittedSnapshotIsOutdated() throws Exception {
    application.source(ITEM.replace("int quantity", "long quantity")).pack();
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output())
          .contains("at heddle-schema.json", "remedy: ./heddle check --write-snapshot");
    }
  }

  @Test
  void tellsAProgramTheSame() throws Exception {
    application.source(ITEM.replace("sku,", "sku, String color,")).pack();
    try (Heddle check = Heddle.start(project, "check", "-o", "json", "--against", "v1")) {
      assertThat(check.exitCode()).isEqualTo(1);
      JsonNode found = JsonMapper.builder().build().readTree(check.output());
      assertThat(found.get("outdatedSnapshot").asString()).isEqualTo("heddle-schema.json");
      JsonNode worst = found.get("compatibility").get("changes").get(0);
      assertThat(worst.get("file").asString()).isEqualTo("src/main/java/shop/cart/Item.java:3");
      assertThat(worst.get("change").get("severity").asString()).isEqualTo("BREAKING");
      assertThat(worst.get("change").get("rule").asString()).isEqualTo("field-renumbered");
    }
  }

  @Test
  void saysWhatToDoWithARevisionThatHasNoSnapshot() throws Exception {
    try (Heddle check = Heddle.start(project, "check", "--against", "no-snapshot")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output())
          .contains("revision no-snapshot holds no heddle-schema.json", "--write-snapshot");
    }
    try (Heddle check = Heddle.start(project, "check", "--against", "v2")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output())
          .contains("--against v2: there is no such file, and git knows no such revision");
    }
    Files.writeString(project.resolve("strange.json"), "[]");
    try (Heddle check = Heddle.start(project, "check", "--against", "strange.json")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output()).contains("strange.json is no snapshot of a schema");
    }
  }

  private static void commit(String tag) throws IOException, InterruptedException {
    git("add", "pom.xml", "src");
    if (Files.exists(released.resolve("heddle-schema.json"))) git("add", "heddle-schema.json");
    git("commit", "-q", "-m", tag);
    git("tag", tag);
  }

  private static void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=nobody", "-c", "user.email=nobody@example.org"));
    command.addAll(List.of(arguments));
    Process git = new ProcessBuilder(command).directory(released.toFile()).inheritIO().start();
    assertThat(git.waitFor()).as(command.toString()).isZero();
  }
}
