package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.Runtime;
import dev.heddle.core.fixture.Banner;
import dev.heddle.core.fixture.Page;
import dev.heddle.core.fixture.Vault;
import java.util.Optional;

@ComponentImplementation(runtime = Runtime.JVM, name = "spring")
class SpringPage implements Page {
  private final Optional<Banner> banner;
  private final Optional<Vault> vault;
  private final Optional<Bell> bell;

  SpringPage(Optional<Banner> banner, Optional<Vault> vault, Optional<Bell> bell) {
    this.banner = banner;
    this.vault = vault;
    this.bell = bell;
  }

  @Override
  public String show() {
    return banner.map(Banner::text).orElse("no banner")
        + vault.map(it -> ", " + it.open("a page")).orElse("")
        + bell.map(it -> ", " + it.ring()).orElse("");
  }
}
