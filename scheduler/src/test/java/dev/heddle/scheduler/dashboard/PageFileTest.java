package dev.heddle.scheduler.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names in the state come from outside: nothing of the page may make markup of them. */
final class PageFileTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:from |import |href=|src=)['\"]\\.?(/[^'\"]+)['\"]");
  private static final Map<String, PageFile> FILES = PageFile.all();

  @Test
  void servesAllThatThePageRefersToAndNothingElse() {
    Set<String> referred =
        own().stream()
            .flatMap(file -> REFERENCE.matcher(text(file)).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    referred.add("/");
    assertThat(referred).containsExactlyInAnyOrderElementsOf(FILES.keySet());
  }

  @Test
  void makesNoMarkupOfTexts() {
    Pattern markup =
        Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|eval\\(");
    assertThat(own()).noneMatch(file -> markup.matcher(text(file)).find());
  }

  @Test
  void hasNoScriptsAndStylesBetweenItsMarkup() {
    String page = text("/");
    assertThat(page).doesNotContain("<style").doesNotContainPattern("\\s(style|on\\w+)=");
    List<String> scripts =
        Pattern.compile("<script[^>]*>[^<]*")
            .matcher(page)
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(scripts).isNotEmpty().allMatch(script -> script.matches("<script [^>]*src=.*>"));
  }

  @Test
  void namesNoOtherHost() {
    Pattern other = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)[\\w]");
    assertThat(own()).noneMatch(file -> other.matcher(text(file)).find());
  }

  private static List<String> own() {
    return FILES.keySet().stream().filter(path -> !path.startsWith("/lib/")).toList();
  }

  private static String text(String path) {
    PageFile file = FILES.get(path);
    return file == null ? "" : new String(file.body(), StandardCharsets.UTF_8);
  }
}
