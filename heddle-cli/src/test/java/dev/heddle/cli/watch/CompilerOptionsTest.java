package dev.heddle.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompilerOptionsTest {
  @Test
  void keepWhatDecidesTheClasses() {
    CompilerOptions options =
        CompilerOptions.read(
                "-d /shop/target/classes -classpath /shop/target/classes:/lib/a.jar -sourcepath"
                    + " /shop/src/main/java: /shop/src/main/java/Cart.java"
                    + " /shop/target/generated-sources/wsdl/Bank.java -s /shop/target/generated"
                    + " -processorpath /lib/codegen.jar:/lib/api.jar -g -parameters --release 25"
                    + " -Xlint:all -Werror -Xplugin:ErrorProne -Amode=strict -encoding UTF-8"
                    + " --add-exports=java.base/sun.nio=ALL-UNNAMED")
            .orElseThrow();
    assertThat(options.output()).isEqualTo("/shop/target/classes");
    assertThat(options.options())
        .containsExactly(
            "-processorpath",
            "/lib/codegen.jar:/lib/api.jar",
            "-g",
            "-parameters",
            "--release",
            "25",
            "-Amode=strict",
            "-encoding",
            "UTF-8",
            "--add-exports=java.base/sun.nio=ALL-UNNAMED");
    assertThat(options.processorPath()).containsExactly("/lib/codegen.jar", "/lib/api.jar");
    assertThat(options.generated())
        .containsExactly("/shop/target/generated-sources/wsdl/Bank.java");
  }

  @Test
  void ofTestsAreNotWanted() {
    assertThat(CompilerOptions.read("-d /shop/target/test-classes -g")).isEmpty();
    assertThat(CompilerOptions.read("nothing of the kind")).isEmpty();
  }
}
