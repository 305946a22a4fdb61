package io.github.aigateway.testing;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;

/** The way of a request: it is noted, goes to the API or a fault, and the response is delivered. */
final class ApiDispatcher extends Dispatcher {
  private final MockWebServer server;
  private final GatewayApi api;
  private final FaultRules faults;
  private final RequestLog log;
  private final EdgeHeaders edge = new EdgeHeaders();

  ApiDispatcher(MockWebServer server, GatewayApi api, FaultRules faults, RequestLog log) {
    this.server = server;
    this.api = api;
    this.faults = faults;
    this.log = log;
  }

  @Override
  public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
    // MockWebServer queues every request for its own takeRequest(), without a bound.
    server.takeRequest(0, TimeUnit.NANOSECONDS);
    try {
      return respond(received(recorded));
    } catch (IOException e) {
      return Wire.close(); // the client has gone, or the fake is being closed
    } catch (RuntimeException e) {
      // From a caller's predicate, most likely; the test that set it shall see it.
      String message = "FakeAiGateway failed: " + e;
      return Wire.whole(edge.addTo(FaultResponses.refusal(500, 500, message)));
    }
  }

  private MockResponse respond(ReceivedRequest request) throws IOException {
    log.add(request);
    Optional<Fault> hit = faults.next(request);
    if (hit.isEmpty()) {
      return Wire.whole(edge.addTo(api.respond(request, true)));
    }
    Fault fault = hit.get();
    FakeResponse response = fault.change(api.respond(request, fault.isApplied()));
    return fault.delivery().deliver(edge.addTo(response), Connection.current());
  }

  private static ReceivedRequest received(RecordedRequest recorded) {
    // "GET /path?query HTTP/1.1"; its own path and URL differ between versions.
    String line = recorded.getRequestLine();
    int methodEnd = line.indexOf(' ');
    int targetEnd = line.indexOf(' ', methodEnd + 1);
    String target = line.substring(methodEnd + 1, targetEnd < 0 ? line.length() : targetEnd);
    int question = target.indexOf('?');
    return new ReceivedRequest(
        line.substring(0, methodEnd),
        question < 0 ? target : target.substring(0, question),
        question < 0 ? null : target.substring(question + 1),
        recorded.getHeaders().toMultimap(),
        recorded.getBody().clone().readUtf8());
  }
}
