package io.github.aigateway;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A place where every thread that comes by is held, interrupted or not, until they are let go. */
final class Hold {

  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger arrivals = new AtomicInteger();

  /** Returns when all are let go. */
  void arrive() {
    arrivals.incrementAndGet();
    boolean interrupted = false;
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  int arrivals() {
    return arrivals.get();
  }

  boolean isReached() {
    return arrivals() > 0;
  }

  /** Lets all go, those who come later too. */
  void release() {
    released.countDown();
  }
}
