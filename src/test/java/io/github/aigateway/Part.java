package io.github.aigateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A part of the caller's on the way of an attempt, in which something may go wrong. */
enum Part {
  TOKEN_SUPPLIER(true),
  DNS(true) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.dns(
          host -> {
            trouble.run();
            return List.of(InetAddress.getLoopbackAddress());
          });
    }
  },
  PROXY_SELECTOR(true) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.proxySelector(
          new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
              trouble.run();
              return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
          });
    }
  },
  SOCKET_FACTORY(true) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.socketFactory(new TroubledSockets(trouble));
    }
  },
  COOKIE_JAR(true) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.cookieJar(
          new CookieJar() {
            @Override
            public List<Cookie> loadForRequest(HttpUrl url) {
              trouble.run();
              return List.of();
            }

            @Override
            public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}
          });
    }
  },
  INTERCEPTOR_BEFORE(false) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.addInterceptor(
          chain -> {
            trouble.run();
            return chain.proceed(chain.request());
          });
    }
  },
  INTERCEPTOR_AFTER(false) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.addInterceptor(
          chain -> {
            Response response = chain.proceed(chain.request());
            afterwards(response, trouble);
            return response;
          });
    }
  },
  NETWORK_INTERCEPTOR_BEFORE(false) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.addNetworkInterceptor(
          chain -> {
            trouble.run();
            return chain.proceed(chain.request());
          });
    }
  },
  NETWORK_INTERCEPTOR_AFTER(false) {
    @Override
    void install(OkHttpClient.Builder http, Runnable trouble) {
      http.addNetworkInterceptor(
          chain -> {
            Response response = chain.proceed(chain.request());
            afterwards(response, trouble);
            return response;
          });
    }
  },
  CALL_START(true),
  PROXY_SELECT_START(true),
  PROXY_SELECT_END(true),
  DNS_START(true),
  DNS_END(true),
  CONNECT_START(true),
  CONNECT_END(true),
  CONNECTION_ACQUIRED(true),
  REQUEST_HEADERS_START(false),
  REQUEST_HEADERS_END(false),
  REQUEST_BODY_START(false),
  REQUEST_BODY_END(false),
  RESPONSE_HEADERS_START(false),
  RESPONSE_HEADERS_END(false),
  RESPONSE_BODY_START(false),
  RESPONSE_BODY_END(false),
  CONNECTION_RELEASED(false),
  CALL_END(false);

  private final boolean beforeSending;

  Part(boolean beforeSending) {
    this.beforeSending = beforeSending;
  }

  /** Whether it is certain that nothing was sent when this part is reached. */
  boolean isBeforeSending() {
    return beforeSending;
  }

  /** Without it, this part is an event that a listener is told of. */
  void install(OkHttpClient.Builder http, Runnable trouble) {
    if (this != TOKEN_SUPPLIER) {
      http.eventListenerFactory(call -> new TroubledListener(this, trouble));
    }
  }

  /** The builder, for clients in which this part makes trouble each time. */
  AiGatewayClientBuilder troubling(
      AiGatewayClientBuilder builder, OkHttpClient.Builder http, String token, Runnable trouble) {
    install(http, trouble);
    if (this == TOKEN_SUPPLIER) {
      builder.apiToken(
          () -> {
            trouble.run();
            return token;
          });
    }
    return builder.httpClient(http.build());
  }

  /** Who throws instead of returning a response closes it. */
  private static void afterwards(Response response, Runnable trouble) {
    try {
      trouble.run();
    } catch (Throwable thrown) {
      response.close();
      throw thrown;
    }
  }

  /** Throws what the compiler would not let pass. */
  @SuppressWarnings({"unchecked", "DoNotCallSuggester"})
  static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** Only unconnected sockets are asked for. */
  static final class TroubledSockets extends SocketFactory {
    private final Runnable trouble;

    TroubledSockets(Runnable trouble) {
      this.trouble = trouble;
    }

    @Override
    public Socket createSocket() {
      trouble.run();
      return new Socket();
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
