package io.github.aigateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Notes which of its methods are called, and throws in one of them. */
final class ThrowingListener extends EventListener {

  /** The methods that are called, in the order of their first call; threads follow each other. */
  private final Set<String> called = new LinkedHashSet<>();

  private final @Nullable String where;
  private final RuntimeException thrown;

  /**
   * Makes one that throws.
   *
   * @param where the method in which it does; null if in none
   */
  ThrowingListener(@Nullable String where, RuntimeException thrown) {
    this.where = where;
    this.thrown = thrown;
  }

  synchronized Set<String> called() {
    return new LinkedHashSet<>(called);
  }

  private synchronized void at(String method) {
    called.add(method);
    if (method.equals(where)) {
      throw thrown;
    }
  }

  @Override
  public void callStart(Call call) {
    at("callStart");
  }

  @Override
  public void proxySelectStart(Call call, HttpUrl url) {
    at("proxySelectStart");
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    at("proxySelectEnd");
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    at("dnsStart");
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
    at("dnsEnd");
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    at("connectStart");
  }

  @Override
  public void secureConnectStart(Call call) {
    at("secureConnectStart");
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    at("secureConnectEnd");
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    at("connectEnd");
  }

  @Override
  public void connectFailed(
      Call call,
      InetSocketAddress address,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException failure) {
    at("connectFailed");
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    at("connectionAcquired");
  }

  @Override
  public void connectionReleased(Call call, Connection connection) {
    at("connectionReleased");
  }

  @Override
  public void requestHeadersStart(Call call) {
    at("requestHeadersStart");
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    at("requestHeadersEnd");
  }

  @Override
  public void requestBodyStart(Call call) {
    at("requestBodyStart");
  }

  @Override
  public void requestBodyEnd(Call call, long bytes) {
    at("requestBodyEnd");
  }

  @Override
  public void requestFailed(Call call, IOException failure) {
    at("requestFailed");
  }

  @Override
  public void responseHeadersStart(Call call) {
    at("responseHeadersStart");
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    at("responseHeadersEnd");
  }

  @Override
  public void responseBodyStart(Call call) {
    at("responseBodyStart");
  }

  @Override
  public void responseBodyEnd(Call call, long bytes) {
    at("responseBodyEnd");
  }

  @Override
  public void responseFailed(Call call, IOException failure) {
    at("responseFailed");
  }

  @Override
  public void callEnd(Call call) {
    at("callEnd");
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    at("callFailed");
  }
}
