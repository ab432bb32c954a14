package dev.heddle.core.spring.app;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentSettings;
import dev.heddle.component.DefaultValue;
import dev.heddle.component.Runtime;
import dev.heddle.component.capability.Log;
import dev.heddle.core.fixture.Banner;
import dev.heddle.core.fixture.Page;
import dev.heddle.core.fixture.Vault;
import java.util.Optional;

@ComponentImplementation(runtime = Runtime.JVM, name = "spring")
class SpringPage implements Page {
  @ComponentSettings
  record Headline(@DefaultValue("") String text) {}

  private final Optional<Banner> banner;
  private final Optional<Vault> vault;
  private final Optional<Bell> bell;
  private final Headline headline;
  private final Log log;

  SpringPage(
      Optional<Banner> banner,
      Optional<Vault> vault,
      Optional<Bell> bell,
      Headline headline,
      Log log) {
    this.banner = banner;
    this.headline = headline;
    this.log = log;
    this.vault = vault;
    this.bell = bell;
  }

  @Override
  public String show() {
    log.info(headline.text());
    return headline.text()
        + banner.map(Banner::text).orElse("no banner")
        + vault.map(it -> ", " + it.open("a page")).orElse("")
        + bell.map(it -> ", " + it.ring()).orElse("");
  }
}
