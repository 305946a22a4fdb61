package io.github.aigateway.internal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Durations are written as a person would. */
class TimeTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT0.0001S, 0 s",
    "PT0.25S, 250 ms",
    "PT1.5S, 1500 ms",
    "PT60S, 60 s",
    "PT59M59.6S, 1 h",
    "PT1H, 1 h",
    "PT1H30M, 5400 s"
  })
  void aDurationIsHoursSecondsOrMilliseconds(Duration duration, String text) {
    assertEquals(text, TimeText.of(duration));
  }
}
