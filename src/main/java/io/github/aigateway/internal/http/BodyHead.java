package io.github.aigateway.internal.http;

import java.io.IOException;
import okio.Buffer;

/**
 * The head of a body, kept as evidence. Thread-safe: a thread that ends the attempt may look at it
 * while another still reads.
 */
final class BodyHead {

  /** How much of a body is kept. */
  static final int MAX_BYTES = 8 * 1024;

  private final Buffer bytes = new Buffer();
  private boolean dropped;

  /**
   * Keeps what was read, if there is room. It copies the bytes: a buffer that shared memory could
   * not give it back, and each call would need new memory.
   */
  synchronized void keep(Buffer source, long offset, long count) throws IOException {
    long room = MAX_BYTES - bytes.size();
    if (room > 0 && !dropped) {
      source.copyTo(bytes.outputStream(), offset, Math.min(room, count));
    }
  }

  /** Gives the memory back: the response was understood. */
  synchronized void drop() {
    dropped = true;
    bytes.clear();
  }

  synchronized String text() {
    return bytes.clone().readUtf8();
  }
}
