package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boundaries of a small application, judged by the packaged command line. */
class CheckIT {
  private static final String PAGE =
      """
      package shop.front;
      import shop.cart.*;
      final class Page {
        Cart cart = new StoredCart();
      }
      """;

  @TempDir private Path project;
  private ScratchApplication application;

  @BeforeEach
  void writeACleanApplication() throws IOException {
    application =
        ScratchApplication.in(project)
            .source(
                """
                package shop.cart;
                @dev.heddle.component.ComponentInterface
                public interface Cart {
                  int add(String product);
                }
                """)
            .source(
                """
                package shop.cart;
                import dev.heddle.component.*;
                @ComponentImplementation(runtime = dev.heddle.component.Runtime.JVM)
                public final class StoredCart implements Cart {
                  public int add(String product) { return 1; }
                }
                """);
  }

  @Test
  void passesAnApplicationThatKeepsItsBoundaries() throws Exception {
    application.pack();
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.output()).isEqualTo("Boundaries: all kept.");
      assertThat(check.exitCode()).isZero();
    }
  }

  @Test
  void saysOfEveryCrossingWhereItIsAndWhatToDo() throws Exception {
    application.source(PAGE).source(busyAd()).pack();
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output())
          .isEqualTo(
              """
              Boundaries crossed: 2

              A component is reached only through its interface and the types of its signatures.
                at src/main/java/shop/front/Page.java:4 (shop.front.Page)
                found: Constructor <shop.front.Page.<init>()> calls constructor <shop.cart.StoredCart.<init>()>
                remedy: Take Cart as a parameter of the constructor, and make StoredCart package-private.

              Sandboxable code starts no threads.
                at src/main/java/shop/ad/BusyAd.java:5 (shop.ad.BusyAd)
                found: Method <shop.ad.BusyAd.show()> calls method <java.lang.Thread.startVirtualThread(java.lang.Runnable)>
                remedy: Do the work in the call itself, or set runtime = Runtime.JVM on the implementation.""");
    }
  }

  @Test
  void tellsAProgramTheSame() throws Exception {
    application.source(PAGE).pack();
    try (Heddle check = Heddle.start(project, "check", "-o", "json")) {
      assertThat(check.exitCode()).isEqualTo(1);
      JsonNode found = JsonMapper.builder().build().readTree(check.output());
      assertThat(found.get("boundaries")).hasSize(1);
      JsonNode crossing = found.get("boundaries").get(0);
      assertThat(crossing.get("file").asString()).isEqualTo("src/main/java/shop/front/Page.java:4");
      assertThat(crossing.get("type").asString()).isEqualTo("shop.front.Page");
      assertThat(crossing.get("remedy").asString()).startsWith("Take Cart");
    }
  }

  @Test
  void letsACycleBeThatIsMeant() throws Exception {
    application
        .source(
            """
            package shop.order;
            import shop.cart.Cart;
            @dev.heddle.component.ComponentInterface
            public interface Order {
              int place(int amount);
            }
            record Draft(Cart cart) {}
            """)
        .source("package shop.cart;\nrecord Link(shop.order.Order order) {}\n")
        .pack();
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output()).contains("declare it: --allow-cycle shop.cart,shop.order.");
    }
    try (Heddle check = Heddle.start(project, "check", "--allow-cycle", "shop.order,shop.cart")) {
      assertThat(check.output()).isEqualTo("Boundaries: all kept.");
    }
    try (Heddle check = Heddle.start(project, "check", "--allow-cycle", "shop.order,shop.ad")) {
      assertThat(check.output()).contains("at --allow-cycle shop.ad,shop.order\n");
    }
  }

  @Test
  void looksIntoLibrariesForWhatAnnotationsMean(@TempDir Path spring) throws Exception {
    Files.writeString(
        spring.resolve("Configuration.java"),
        "package org.springframework.context.annotation; public @interface Configuration {}");
    Files.writeString(
        spring.resolve("Boot.java"),
        "package boot; @org.springframework.context.annotation.Configuration"
            + " public @interface Boot {}");
    application
        .library("spring", spring)
        .source(PAGE.replace("final class", "@boot.Boot final class"))
        .pack();
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.output()).isEqualTo("Boundaries: all kept.");
    }
  }

  @Test
  void refusesToPassWhereThereIsNoComponent() throws Exception {
    application.without("shop/cart/Cart.java").without("shop/cart/StoredCart.java");
    application.source("package shop;\nclass Nothing {}\n").pack();
    try (Heddle check = Heddle.start(project, "check")) {
      assertThat(check.exitCode()).isEqualTo(1);
      assertThat(check.output()).contains("the application has no component. Mark an interface");
    }
  }

  @Test
  void saysThatTheMachineLacksMaven() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            System.getProperty("heddle.jar"),
            "check");
    builder.environment().putAll(Map.of("PATH", project.toString()));
    try (Heddle check = Heddle.start(builder.directory(project.toFile()))) {
      assertThat(check.exitCode()).isEqualTo(78);
      assertThat(check.output()).contains("Maven is needed to build");
    }
  }

  private static String busyAd() {
    return """
    package shop.ad;
    import dev.heddle.component.*;
    @ComponentImplementation
    final class BusyAd implements Ad {
      public void show() { Thread.startVirtualThread(() -> {}); }
    }
    @ComponentInterface
    interface Ad {
      void show();
    }
    """;
  }
}
