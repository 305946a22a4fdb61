package io.github.aigateway;

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
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/** The OkHttp client and Retrofit under an {@link AiGatewayClient}. */
final class HttpStack implements AutoCloseable {

  private static final int MAX_CONCURRENT_CALLS = 64;

  private final OkHttpClient client;
  private final boolean owned;
  private final Retrofit retrofit;
  private volatile boolean closed;

  HttpStack(
      @Nullable OkHttpClient callers,
      HttpUrl baseUrl,
      Credentials credentials,
      long maxAnswerBytes) {
    this.owned = callers == null;
    OkHttpClient.Builder builder = callers == null ? ownBuilder() : callers.newBuilder();
    interruptible(builder, callers);
    builder.interceptors().add(0, this::beginning);
    builder.networkInterceptors().add(0, new WireInterceptor());
    this.client =
        builder
            .addInterceptor(new IdentityInterceptor(credentials))
            .addInterceptor(new AnswerInterceptor(maxAnswerBytes))
            // A redirect would carry the credentials along. Repeating on connection failures stays
            // on for the next address of a host; WireInterceptor keeps it from what was sent.
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .callFactory(request -> client.newCall(owned(request).build()))
            .addConverterFactory(new ModelConverterFactory(maxAnswerBytes))
            .build();
  }

  private static OkHttpClient.Builder ownBuilder() {
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MAX_CONCURRENT_CALLS);
    dispatcher.setMaxRequestsPerHost(MAX_CONCURRENT_CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(MAX_CONCURRENT_CALLS, 1, TimeUnit.MINUTES))
        // The time of a try bounds them all.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO);
  }

  /**
   * Lets an interrupt end a call at once, unless the caller chose sockets of another kind. HTTP/1.1
   * comes with it: its connections carry one call at a time, so that ending one disturbs no other.
   */
  private static void interruptible(OkHttpClient.Builder builder, @Nullable OkHttpClient callers) {
    if (callers == null
        || (callers.socketFactory() == SocketFactory.getDefault()
            && callers.protocols().contains(Protocol.HTTP_1_1))) {
      builder.socketFactory(new InterruptibleSocketFactory()).protocols(List.of(Protocol.HTTP_1_1));
    }
  }

  /** A Retrofit whose calls do nothing but authenticate and identify themselves. */
  Retrofit bare() {
    return retrofit;
  }

  /** A Retrofit whose calls carry these settings, and an {@link Attempt} to learn from. */
  Retrofit with(CallSettings settings) {
    Call.Factory calls = request -> client.newCall(decorated(request, settings).build());
    return retrofit.newBuilder().callFactory(calls).build();
  }

  /** The time of a try counts from here, before any interceptor of the caller's. */
  private Response beginning(Interceptor.Chain chain) throws IOException {
    // One that close() did not find yet sees here that it came.
    if (closed) {
      throw new IOException("The client is closed.");
    }
    Attempt attempt = Attempt.of(chain.request());
    if (attempt != null) {
      attempt.begin(chain.call());
    }
    return chain.proceed(chain.request());
  }

  private Request.Builder decorated(Request request, CallSettings settings) {
    Request.Builder decorated =
        request.newBuilder().tag(Attempt.class, new Attempt(this, settings.connectTimeout()));
    // A loop: the class that a lambda needs would be made in vain where there is nothing to add.
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

  /** Marks a request as ours: others may go through a client that a caller shares with us. */
  private Request.Builder owned(Request request) {
    return request.newBuilder().tag(HttpStack.class, this);
  }

  private static @Nullable HttpStack owner(Request request) {
    Attempt attempt = Attempt.of(request);
    return attempt == null ? request.tag(HttpStack.class) : attempt.owner();
  }

  /** Ends our calls, and what was opened for them alone; a caller's client is not ours to close. */
  @Override
  public void close() {
    closed = true;
    List<Call> calls = new ArrayList<>(client.dispatcher().queuedCalls());
    calls.addAll(client.dispatcher().runningCalls());
    for (Call call : calls) {
      if (owner(call.request()) == this) {
        end(call);
      }
    }
    if (owned) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static void end(Call call) {
    call.cancel();
    Attempt attempt = Attempt.of(call.request());
    if (attempt != null) {
      attempt.closed();
    }
  }
}
