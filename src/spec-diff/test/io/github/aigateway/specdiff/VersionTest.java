package io.github.aigateway.specdiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aigateway.specdiff.Change.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of the README: which version follows a release when something changes. */
class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "0.1.0, NONE,   0.1.1",
    "0.1.9, NEW,    0.1.10",
    "0.1.9, BREAKS, 0.2.0",
    "1.2.3, NONE,   1.2.4",
    "1.2.3, NEW,    1.3.0",
    "1.2.3, BREAKS, 2.0.0"
  })
  void theVersionThatFollowsTellsWhatChanged(String released, Effect effect, String next) {
    assertEquals(next, Version.parse(released).after(effect).toString());
  }

  @Test
  void versionsAreOrderedByNumber() {
    assertTrue(Version.parse("0.10.0").compareTo(Version.parse("0.9.9")) > 0);
    assertTrue(Version.parse("1.0.0").compareTo(Version.parse("0.99.0")) > 0);
    assertEquals(Version.parse("0.2.0"), Version.parse("0.2.0-SNAPSHOT"));
  }

  @Test
  void whatIsNoVersionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Version.parse("1.2"));
  }
}
