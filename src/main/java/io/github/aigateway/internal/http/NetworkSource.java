package io.github.aigateway.internal.http;

import java.io.IOException;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;

/** The decoded body, as OkHttp returns it: limits its size, and notes if the network fails. */
final class NetworkSource extends ForwardingSource {

  private final Trace trace;
  private final long maxResponseBytes;
  private long total;

  NetworkSource(ResponseBody body, Trace trace, long maxResponseBytes) {
    super(body.source());
    this.trace = trace;
    this.maxResponseBytes = maxResponseBytes;
  }

  @Override
  public long read(Buffer sink, long byteCount) throws IOException {
    long read = readNoting(sink, byteCount);
    total += Math.max(0, read);
    if (total > maxResponseBytes) {
      throw new UnusableBodyException.TooLarge(maxResponseBytes);
    }
    return read;
  }

  private long readNoting(Buffer sink, long byteCount) throws IOException {
    try {
      return super.read(sink, byteCount);
    } catch (IOException broken) {
      if (trace.isEncoded() && trace.networkFailure() == null) {
        throw new UnusableBodyException.NotDecodable(broken);
      }
      trace.networkFailed(broken);
      throw broken;
    }
  }
}
