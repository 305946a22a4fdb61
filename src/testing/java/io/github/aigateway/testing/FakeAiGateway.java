package io.github.aigateway.testing;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.mockwebserver.MockWebServer;

/**
 * Cloudflare's AI Gateway "Gateways" API in memory, on a free port of the loopback interface: all
 * six operations with the API's envelopes, validation, error codes, paging and authentication, and
 * faults on demand. Start one in a test, point the client at {@link #baseUrl()}, and close it.
 *
 * <p>Safe for use by several threads. All arguments are checked: null is a {@link
 * NullPointerException}.
 */
public final class FakeAiGateway implements AutoCloseable {
  /** An account id; every other well-formed one is accepted too, unless the builder says which. */
  public static final String ACCOUNT_ID = "0123456789abcdef0123456789abcdef";

  /** The API token that is accepted, unless the builder names another. */
  public static final String API_TOKEN = "fake-api-token-that-may-read-and-write-00";

  /** An API token that may only read: it is refused with 403 for everything else. */
  public static final String READ_ONLY_API_TOKEN = "fake-api-token-that-may-only-read-000000";

  /** The e-mail address that is accepted with the API key, unless the builder names another. */
  public static final String EMAIL = "someone@example.com";

  /** The API key that is accepted, unless the builder names another. */
  public static final String API_KEY = "fake0123456789abcdef0123456789abcdef0";

  private final MockWebServer server = new MockWebServer();
  private final GatewayStore store = new GatewayStore();
  private final FaultRules faults = new FaultRules();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final RequestLog log;
  private final FakeAiGatewayBuilder settings;
  private final int port;

  FakeAiGateway(FakeAiGatewayBuilder settings) {
    this.settings = settings;
    this.log = new RequestLog(settings.maxRequests());
    Authenticator authenticator =
        new Authenticator(
            settings.apiToken(),
            READ_ONLY_API_TOKEN,
            settings.email(),
            settings.apiKey(),
            settings.accounts());
    GatewayRules rules = new GatewayRules(settings.document());
    GatewayApi api = new GatewayApi(store, authenticator, rules, settings.clock());
    ServerLog.silence();
    server.setServerSocketFactory(new LoopbackSockets());
    server.setDispatcher(new ApiDispatcher(server, api, faults, log));
    try {
      server.start(LoopbackSockets.ADDRESS, settings.port());
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + settings.port() + ": " + e.getMessage(), e);
    }
    this.port = server.getPort();
  }

  /** Starts a fake on any free port. */
  public static FakeAiGateway start() {
    return builder().start();
  }

  /**
   * Starts a fake on a port, or on any free one for 0.
   *
   * @throws IllegalArgumentException if the port is not within 0 and 65535
   * @throws UncheckedIOException if the port can not be listened on
   */
  public static FakeAiGateway start(int port) {
    return builder().port(port).start();
  }

  /** Returns a builder for a fake with other settings. */
  public static FakeAiGatewayBuilder builder() {
    return new FakeAiGatewayBuilder();
  }

  /**
   * Runs a fake by itself until the process is ended; {@code --help} says how. Arguments that make
   * no sense end it with exit code 2, a port that is taken with 1.
   */
  public static void main(String... args) {
    int exitCode = new CommandLine(System.out, System.err).run(args);
    if (exitCode != CommandLine.RUNNING) {
      System.exit(exitCode);
    }
  }

  /** Returns what to give a client as its base URL; it has no slash at its end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port + "/client/v4";
  }

  /** Returns {@link #baseUrl()} as a URI. */
  public URI url() {
    return URI.create(baseUrl());
  }

  /** Returns the port that the fake listens on. */
  public int port() {
    return port;
  }

  /** Returns an account id that is accepted: the builder's first one, or {@link #ACCOUNT_ID}. */
  public String accountId() {
    return settings.accounts().isEmpty() ? ACCOUNT_ID : settings.accounts().iterator().next();
  }

  /** Returns the API token that is accepted. */
  public String apiToken() {
    return settings.apiToken();
  }

  /** Returns the e-mail address that is accepted with {@link #apiKey()}. */
  public String email() {
    return settings.email();
  }

  /** Returns the API key that is accepted with {@link #email()}. */
  public String apiKey() {
    return settings.apiKey();
  }

  /** Returns a copy of the requests received, oldest first; those that were failed included. */
  public List<ReceivedRequest> requests() {
    return log.requests();
  }

  /** Returns how many requests were received, those no longer kept included. */
  public long requestCount() {
    return log.count();
  }

  /** Forgets the requests received, and starts counting at 0. */
  public void clearRequests() {
    log.clear();
  }

  /** Returns copies of an account's gateways in order of creation. */
  public List<JsonObject> gateways(String accountId) {
    return store.all(Objects.requireNonNull(accountId, "accountId"));
  }

  /** Returns a copy of a gateway, or nothing if there is none with this id. */
  public Optional<JsonObject> gateway(String accountId, String id) {
    return store.find(
        Objects.requireNonNull(accountId, "accountId"), Objects.requireNonNull(id, "id"));
  }

  /**
   * Adds or replaces a gateway exactly as given, without validation: with members nobody knows,
   * without required ones, with dates of the old kind.
   *
   * @throws IllegalArgumentException if its member {@code id} is not a string
   */
  public void put(String accountId, JsonObject gateway) {
    store.put(
        Objects.requireNonNull(accountId, "accountId"), Objects.requireNonNull(gateway, "gateway"));
  }

  /** Removes a gateway and returns it, or nothing if there was none with this id. */
  public Optional<JsonObject> remove(String accountId, String id) {
    return store.remove(
        Objects.requireNonNull(accountId, "accountId"), Objects.requireNonNull(id, "id"));
  }

  /** Fails the next request, or what the returned rule is narrowed or widened to. */
  public FaultRule failNext(Fault fault) {
    Optional<Fault> always = Optional.of(fault);
    return faults.addOnce(request -> always);
  }

  /** Fails every request from now on, or what the returned rule is narrowed to. */
  public FaultRule fail(Fault fault) {
    Optional<Fault> always = Optional.of(fault);
    return faults.add(request -> always);
  }

  /**
   * Fails requests as the function says, which is called for each by any thread; a request it has
   * no fault for is left to the other rules, and then to the API.
   */
  public FaultRule failEach(Function<? super ReceivedRequest, Optional<Fault>> choice) {
    return faults.add(Objects.requireNonNull(choice, "choice"));
  }

  /** Ends all faults; requests that are being failed are not affected. */
  public void clearFaults() {
    faults.clear();
  }

  /** Forgets gateways, faults and requests, as if just started. */
  public void reset() {
    faults.clear();
    store.clear();
    log.clear();
  }

  /**
   * Ends all connections and stops listening; a second call does nothing.
   *
   * @throws UncheckedIOException if a connection can not be ended
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        server.shutdown();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Returns the base URL; no credentials. */
  @Override
  public String toString() {
    return "FakeAiGateway(" + baseUrl() + ")";
  }
}
