package io.github.aigateway.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that a failure leads to is looked at once, however it hangs together. */
class CausesTest {

  @Test
  void causesAndSuppressedAtAnyDepthAreLookedAt() {
    Exception top = new IOException("top", new IOException("cause"));
    Exception late = new IOException("suppressed", new IOException("its cause"));
    late.addSuppressed(new IOException("its suppressed"));
    top.addSuppressed(late);
    top.getCause().addSuppressed(new IOException("suppressed by the cause"));
    for (String message :
        List.of(
            "top",
            "cause",
            "suppressed",
            "its cause",
            "its suppressed",
            "suppressed by the cause")) {
      assertTrue(Causes.any(top, link -> message.equals(link.getMessage())), message);
    }
    assertFalse(Causes.any(top, link -> "else".equals(link.getMessage())));
  }

  @Test
  void noFailureHasNoCauses() {
    assertFalse(Causes.any(null, link -> true));
  }

  @Test
  void aCircleIsGoneThroughOnce() {
    Exception one = new IOException("one");
    Exception two = new IOException("two", one);
    one.initCause(two);
    two.addSuppressed(one);
    one.addSuppressed(two);
    List<Throwable> seen = new ArrayList<>();
    assertFalse(Causes.any(one, link -> !seen.add(link)));
    assertEquals(List.of(one, two), seen);
  }

  @Test
  void equalFailuresAreLookedAtEach() {
    Exception one = new Same(new Same(new IOException("bottom")));
    assertTrue(Causes.any(one, link -> "bottom".equals(link.getMessage())));
  }

  private static final class Same extends Exception {
    private static final long serialVersionUID = 1L;

    Same(Throwable cause) {
      super("same", cause);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Same;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  @Test
  void whatFailsAtTellingSaysNothing() {
    IllegalStateException unspeakable =
        new IllegalStateException() {
          @Override
          public String getMessage() {
            throw this;
          }

          @Override
          public synchronized Throwable getCause() {
            throw this;
          }
        };
    assertNull(Causes.message(unspeakable));
    assertNull(Causes.cause(unspeakable));
  }

  @Test
  void aLongChainEndsWithoutFillingTheStack() {
    Throwable chain = new IOException("bottom");
    for (int i = 0; i < 100_000; i++) {
      Throwable next = new Exception("link", i % 2 == 0 ? chain : null, true, false) {};
      if (i % 2 != 0) {
        next.addSuppressed(chain);
      }
      chain = next;
    }
    assertTrue(Causes.any(chain, link -> "bottom".equals(link.getMessage())));
  }
}
