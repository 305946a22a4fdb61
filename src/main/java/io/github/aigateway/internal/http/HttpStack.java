package io.github.aigateway.internal.http;

import io.github.aigateway.internal.time.Clock;
import io.github.aigateway.internal.time.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** The OkHttp clients and Retrofit that a client works with. Thread-safe. */
public final class HttpStack {

  private static final int MAX_CONCURRENT_CALLS = 64;

  private final OkHttpClient client;

  /** For creates: a kept connection may be dead, and a create must not be sent twice. */
  private final OkHttpClient freshConnections;

  private final Owner owner;
  private final Retrofit retrofit;

  /**
   * Makes the stack. Nothing is sent.
   *
   * @param callers the OkHttp client to extend; null to make one
   * @param converters of the caller, asked after ours
   * @param clock of the client; when it is closed, so is the stack
   */
  public HttpStack(
      @Nullable OkHttpClient callers,
      HttpUrl baseUrl,
      Credentials credentials,
      String userAgent,
      long maxResponseBytes,
      List<Converter.Factory> converters,
      Clock clock) {
    OkHttpClient.Builder builder = callers == null ? ownBuilder() : callers.newBuilder();
    interruptible(builder, callers);
    boolean callersInterceptors = !builder.interceptors().isEmpty();
    builder
        .interceptors()
        .add(0, new AttemptInterceptor(clock::nanos, maxResponseBytes, callersInterceptors));
    builder.networkInterceptors().add(0, new WireInterceptor());
    this.client =
        builder
            .addInterceptor(
                new IdentityInterceptor(baseUrl, credentials, userAgent, maxResponseBytes))
            // A redirect would carry the credentials along.
            .followRedirects(false)
            .followSslRedirects(false)
            // OkHttp goes on after a dead connection or address; Trace says what may be sent again.
            .retryOnConnectionFailure(true)
            .build();
    this.owner = new Owner(clock::isClosed, callers == null ? client.connectionPool() : null);
    this.freshConnections = withoutKeptConnections(client);
    Retrofit.Builder retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .callFactory(request -> newCall(request.newBuilder(), request, null))
            .addCallAdapterFactory(new VoidCalls())
            .addConverterFactory(ModelConverterFactory.ofModels(maxResponseBytes));
    for (Converter.Factory factory : converters) {
      retrofit.addConverterFactory(new CallersConverters(factory));
    }
    this.retrofit =
        retrofit.addConverterFactory(new ModelConverterFactory(maxResponseBytes)).build();
    clock.whenClosed(this::end);
  }

  private static OkHttpClient.Builder ownBuilder() {
    Dispatcher dispatcher = new Dispatcher(Threads.executor());
    dispatcher.setMaxRequests(MAX_CONCURRENT_CALLS);
    dispatcher.setMaxRequestsPerHost(MAX_CONCURRENT_CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(MAX_CONCURRENT_CALLS, 1, TimeUnit.MINUTES))
        // The time limit of the attempt covers both.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO);
  }

  /**
   * Lets an interrupt end a call at once, unless the caller chose other sockets. This needs
   * HTTP/1.1: an interrupt closes the connection, and one of HTTP/2 carries other calls, too.
   */
  private static void interruptible(OkHttpClient.Builder builder, @Nullable OkHttpClient callers) {
    if (callers == null
        || (callers.socketFactory() == SocketFactory.getDefault()
            && callers.protocols().contains(Protocol.HTTP_1_1))) {
      builder.socketFactory(new InterruptibleSocketFactory()).protocols(List.of(Protocol.HTTP_1_1));
    }
  }

  private static OkHttpClient withoutKeptConnections(OkHttpClient client) {
    OkHttpClient.Builder builder =
        client.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS));
    if (client.protocols().contains(Protocol.HTTP_1_1)) {
      // A connection of HTTP/2 would be shared with other calls.
      builder.protocols(List.of(Protocol.HTTP_1_1));
    }
    return builder.build();
  }

  /** A Retrofit whose calls get the credentials and the user agent, and nothing more. */
  public Retrofit bare() {
    return retrofit;
  }

  /**
   * Describes a call that the bare Retrofit made.
   *
   * @throws IllegalArgumentException if it is of another client, streams, or leads elsewhere
   */
  public <E> InterfaceCall<E> call(retrofit2.Call<E> call) {
    return InterfaceCall.of(call, owner, retrofit.baseUrl());
  }

  /** A Retrofit whose calls have these settings, and are run as attempts of an {@link Exchange}. */
  public Retrofit with(RequestSettings settings) {
    Call.Factory calls =
        request -> newCall(decorated(request, settings), request, settings.connectTimeout());
    return retrofit.newBuilder().callFactory(calls).build();
  }

  private Call newCall(
      Request.Builder builder, Request request, @Nullable Duration connectTimeout) {
    Effect effect = Effect.of(request);
    builder.tag(Trace.class, new Trace(owner, effect, connectTimeout));
    if (effect.isRepeatable()) {
      return client.newCall(builder.build());
    }
    RequestBody body = request.body();
    if (body != null) {
      builder.method(request.method(), new OneShotBody(body));
    }
    return freshConnections.newCall(builder.build());
  }

  private static Request.Builder decorated(Request request, RequestSettings settings) {
    Request.Builder decorated = request.newBuilder();
    for (Map.Entry<String, String> header : settings.headers().entrySet()) {
      decorated.header(header.getKey(), header.getValue());
    }
    if (!settings.query().isEmpty()) {
      HttpUrl.Builder url = request.url().newBuilder();
      settings.query().forEach(url::setQueryParameter);
      decorated.url(url.build());
    }
    return decorated;
  }

  /**
   * Closes our own connections and ends bare calls; a caller's client stays open. Each on a thread
   * of its own, since a caller's listener may block.
   */
  private void end() {
    Threads.run(owner::evictIfClosed);
    List<Call> calls = new ArrayList<>(client.dispatcher().queuedCalls());
    calls.addAll(client.dispatcher().runningCalls());
    for (Call call : calls) {
      Trace trace = call.request().tag(Trace.class);
      if (trace != null && trace.isBare() && trace.owner() == owner) {
        Threads.run(call::cancel);
      }
    }
  }

  /** A body that OkHttp does not send a second time by itself. */
  private static final class OneShotBody extends RequestBody {
    private final RequestBody body;

    OneShotBody(RequestBody body) {
      this.body = body;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
    }
  }
}
