package io.github.aigateway.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever follows a link of the README or a guide arrives, and every guide can be found. */
class LinksTest {

  @Test
  void filesAndSectionsThatAreLinkedExist() {
    Pattern links = Pattern.compile("]\\(([^)#]*)(#[^)]*)?\\)");
    for (Path page : Pages.all()) {
      for (MatchResult link : links.matcher(Pages.read(page)).results().toList()) {
        if (link.group(1).startsWith("http")) {
          continue;
        }
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        assertTrue(Files.exists(target), page + ": " + link.group());
        if (link.group(2) != null) {
          assertTrue(anchors(target).contains(link.group(2).substring(1)), page + link.group());
        }
      }
    }
  }

  @Test
  void theReadmeIsShortAndLeadsToEachGuide() {
    String readme = Pages.read(Path.of("README.md"));
    assertTrue(readme.lines().count() <= 350);
    assertEquals(
        List.of(),
        readme.lines().filter(line -> line.length() > 120 && !line.startsWith("|")).toList());
    String menu = Pages.read(Path.of("src/site/site.xml"));
    for (Path page : Pages.all().subList(1, Pages.all().size())) {
      assertTrue(readme.contains("](" + page + ")"), page::toString);
      String ofSite = page.getFileName().toString().replace(".md", ".html");
      assertTrue(page.startsWith(".github") || menu.contains('"' + ofSite + '"'), ofSite);
    }
  }

  private static List<String> anchors(Path page) {
    return Pattern.compile("(?m)^#+ (.*)$")
        .matcher(Pages.read(page))
        .results()
        .map(match -> match.group(1).toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .toList();
  }
}
