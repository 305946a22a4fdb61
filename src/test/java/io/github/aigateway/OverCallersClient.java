package io.github.aigateway;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;

/** Calls over an {@link OkHttpClient} of the caller's, each over one of its own. */
abstract class OverCallersClient extends AgainstFake {

  /** What was thrown on threads of the dispatcher. */
  final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task);
            thread.setUncaughtExceptionHandler((where, thrown) -> uncaught.add(thrown));
            return thread;
          });

  @AfterEach
  void stopThreads() {
    threads.shutdown();
  }

  OkHttpClient.Builder callers() {
    return new OkHttpClient.Builder().dispatcher(new Dispatcher(threads));
  }

  OkHttpClient.Builder intercepted(Interceptor interceptor) {
    return callers().addInterceptor(interceptor);
  }

  /** Makes one call, of a fake that holds {@link Calls#ID} and nothing else. */
  final Ended end(OkHttpClient.Builder callers, EveryCall call, Style style) {
    fake.remove(fake.accountId(), Calls.NEW_ID);
    fake.put(fake.accountId(), JsonParser.parseString(EveryCall.GATEWAY).getAsJsonObject());
    fake.clearRequests();
    OkHttpClient http = callers.build();
    try (AiGatewayClient client = builder().httpClient(http).build()) {
      return Ended.of(() -> call.call(style, client.gateways()));
    } finally {
      http.connectionPool().evictAll();
    }
  }

  /** A response that no server sent. */
  static Response response(Request request, int status, String type, String body) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .header("Content-Type", type)
        .body(ResponseBody.create(body, MediaType.get(type)))
        .build();
  }

  static Response response(Request request, int status, String json) {
    return response(request, status, "application/json", json);
  }

  /** The value that the request asks for, as if the API had sent it. */
  static Response success(Request request) {
    return response(request, 200, EveryCall.success(request.method(), request.url().encodedPath()));
  }

  /** Proceeds, and gives what came of it back to OkHttp. */
  static int proceedAndClose(Interceptor.Chain chain) throws IOException {
    try (Response response = chain.proceed(chain.request())) {
      return response.code();
    }
  }
}
