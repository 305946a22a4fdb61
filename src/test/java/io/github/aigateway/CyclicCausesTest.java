package io.github.aigateway;

import io.github.aigateway.TransportException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is thrown ends a call, whatever way its causes and suppressed exceptions lead. */
class CyclicCausesTest extends InRealTime {

  private volatile boolean over;

  private final CallersExecutor threads = CallersExecutor.ofThreads();

  /** Lets a thread that runs in circles find the end. */
  @AfterEach
  void endTheCycles() {
    over = true;
  }

  @ParameterizedTest
  @EnumSource
  void causesThatLeadBackEndACall(Style style) {
    assertEnds(style, cycle(1));
    assertEnds(style, cycle(2));
    assertEnds(style, cycle(3));
    assertEnds(style, new IllegalStateException("leads into one", cycle(2)));
    IllegalStateException suppressing = new IllegalStateException("suppressed one");
    suppressing.addSuppressed(cycle(2));
    assertEnds(style, suppressing);
  }

  @ParameterizedTest
  @EnumSource
  void causesOfAConnectionFailureThatLeadBackEndACall(Style style) {
    for (RuntimeException cycle : List.of(cycle(1), cycle(2))) {
      IOException failure = new IOException("of the caller", cycle);
      AiGatewayClient throwing =
          open(
              Part.DNS.troubling(
                  builder().baseUrl(fake.baseUrl().replace("127.0.0.1", "localhost")),
                  threads.http(),
                  fake.apiToken(),
                  () -> Part.<RuntimeException>sneak(failure)));
      ends(Reason.CONNECT, begin(style, Calls.GET, throwing.gateways()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void causesOfATokenSuppliersFailureThatLeadBackEndACall(Style style) {
    RuntimeException cycle = cycle(2);
    AiGatewayClient throwing =
        open(
            builder()
                .apiToken(
                    () -> {
                      throw cycle;
                    }));
    ends(Reason.CREDENTIALS, begin(style, Calls.CREATE, throwing.gateways()));
  }

  @ParameterizedTest
  @EnumSource
  void suppressedExceptionsThatLeadBackEndACall(Style style) {
    IllegalStateException first = new IllegalStateException("first");
    IllegalStateException second = new IllegalStateException("second", first);
    first.addSuppressed(second);
    second.addSuppressed(first);
    failure(TransportException.class, begin(style, Calls.UPDATE, throwing(first)));
  }

  @ParameterizedTest
  @EnumSource
  void causesThatLeadVeryDeepEndACall(Style style) {
    RuntimeException deep = new IllegalStateException("the first of all");
    for (int i = 0; i < 50_000; i++) {
      RuntimeException cause = deep;
      deep = new IllegalStateException("of the caller", cause);
      deep.addSuppressed(cause);
    }
    failure(TransportException.class, begin(style, Calls.UPDATE, throwing(deep)));
  }

  private void assertEnds(Style style, RuntimeException thrown) {
    ends(Reason.HTTP_CLIENT, begin(style, Calls.UPDATE, throwing(thrown)));
  }

  private Gateways throwing(RuntimeException thrown) {
    return over(threads
            .http()
            .addInterceptor(
                chain -> {
                  throw thrown;
                }))
        .gateways();
  }

  /** An exception that is so many causes away from itself. */
  private RuntimeException cycle(int length) {
    Link first = new Link(() -> over);
    Link last = first;
    for (int i = 1; i < length; i++) {
      Link link = new Link(() -> over);
      last.next = link;
      last = link;
    }
    last.next = first;
    return first;
  }

  private static final class Link extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BooleanSupplier over;
    private Link next;

    Link(BooleanSupplier over) {
      super("of the caller", null, true, false);
      this.over = over;
    }

    @Override
    public synchronized Throwable getCause() {
      return over.getAsBoolean() ? null : next;
    }
  }
}
