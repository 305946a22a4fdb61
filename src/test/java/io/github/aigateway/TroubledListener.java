package io.github.aigateway;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** A listener that makes trouble when it is told of one event. */
final class TroubledListener extends EventListener {

  private final Part event;
  private final Runnable trouble;

  TroubledListener(Part event, Runnable trouble) {
    this.event = event;
    this.trouble = trouble;
  }

  private void at(Part happened) {
    if (happened == event) {
      trouble.run();
    }
  }

  @Override
  public void callStart(Call call) {
    at(Part.CALL_START);
  }

  @Override
  public void proxySelectStart(Call call, HttpUrl url) {
    at(Part.PROXY_SELECT_START);
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    at(Part.PROXY_SELECT_END);
  }

  @Override
  public void dnsStart(Call call, String domainName) {
    at(Part.DNS_START);
  }

  @Override
  public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
    at(Part.DNS_END);
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    at(Part.CONNECT_START);
  }

  @Override
  public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
    at(Part.CONNECT_END);
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    at(Part.CONNECTION_ACQUIRED);
  }

  @Override
  public void requestHeadersStart(Call call) {
    at(Part.REQUEST_HEADERS_START);
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    at(Part.REQUEST_HEADERS_END);
  }

  @Override
  public void requestBodyStart(Call call) {
    at(Part.REQUEST_BODY_START);
  }

  @Override
  public void requestBodyEnd(Call call, long byteCount) {
    at(Part.REQUEST_BODY_END);
  }

  @Override
  public void responseHeadersStart(Call call) {
    at(Part.RESPONSE_HEADERS_START);
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    at(Part.RESPONSE_HEADERS_END);
  }

  @Override
  public void responseBodyStart(Call call) {
    at(Part.RESPONSE_BODY_START);
  }

  @Override
  public void responseBodyEnd(Call call, long byteCount) {
    at(Part.RESPONSE_BODY_END);
  }

  @Override
  public void connectionReleased(Call call, Connection connection) {
    at(Part.CONNECTION_RELEASED);
  }

  @Override
  public void callEnd(Call call) {
    at(Part.CALL_END);
  }
}
