package io.github.aigateway.internal.http;

import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from repeating a request for its status: it does so by itself after 408 and 503, and
 * takes 407 for that of a proxy. Next to the network such a status is hidden behind one that OkHttp
 * does not know; behind OkHttp's own interceptors it is shown again.
 */
final class OwnRepeats {

  /** More than any status that a server can send. */
  private static final int HIDDEN = 1000;

  private OwnRepeats() {}

  static Response hide(Response response, Interceptor.Chain chain) {
    int status = response.code();
    boolean hidden =
        status == 408 || status == 503 || (status == 407 && !comesFromProxy(response, chain));
    return hidden ? response.newBuilder().code(HIDDEN + status).build() : response;
  }

  /** A proxy responds in place of the API only if it can read the request. */
  private static boolean comesFromProxy(Response response, Interceptor.Chain chain) {
    Connection connection = chain.connection();
    return connection != null
        && connection.route().proxy().type() == Proxy.Type.HTTP
        && !response.request().isHttps();
  }

  /** The response as it came, to be changed further. */
  static Response.Builder show(Response response) {
    Response.Builder shown = response.newBuilder();
    return response.code() > HIDDEN ? shown.code(response.code() - HIDDEN) : shown;
  }
}
