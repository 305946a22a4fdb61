package io.github.aigateway.internal.http;

import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from reacting to a status by itself: it repeats a request after 408 and 503, and
 * takes any 407 for a proxy's. Next to the network, such a status is replaced by one that OkHttp
 * does not know. Above OkHttp's own interceptors, it is put back.
 */
final class HiddenStatus {

  /** Added to a status: the sum is more than any status that a server can send. */
  private static final int HIDDEN = 1000;

  private HiddenStatus() {}

  static Response hide(Response response, Interceptor.Chain chain) {
    int status = response.code();
    boolean hidden =
        status == 408 || status == 503 || (status == 407 && !comesFromProxy(response, chain));
    return hidden ? response.newBuilder().code(HIDDEN + status).build() : response;
  }

  /** A proxy cannot read a request over HTTPS, so it does not respond in place of the API. */
  private static boolean comesFromProxy(Response response, Interceptor.Chain chain) {
    Connection connection = chain.connection();
    return connection != null
        && connection.route().proxy().type() == Proxy.Type.HTTP
        && !response.request().isHttps();
  }

  /** The response with its own status. */
  static Response shown(Response response) {
    return response.code() > HIDDEN ? show(response).build() : response;
  }

  /** Starts a copy of the response with its own status. */
  static Response.Builder show(Response response) {
    Response.Builder shown = response.newBuilder();
    return response.code() > HIDDEN ? shown.code(response.code() - HIDDEN) : shown;
  }
}
