package io.github.aigateway;

import io.github.aigateway.testing.FakeAiGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Many calls from 64 threads and as 64 futures at a time, against a server that fails one request
 * in five. How each ends is kept, and compared with what the server holds.
 */
abstract class ManyCalls implements AutoCloseable {

  static final int AT_A_TIME = 64;

  final FakeAiGateway fake = FakeAiGateway.builder().maxRequests(0).start();
  final RandomFaults random;
  final LoadLedger ledger;

  ManyCalls(long seed, Set<Class<? extends Throwable>> ofCaller) {
    ledger = new LoadLedger(ofCaller);
    random = new RandomFaults(seed);
    fake.failEach(random::fault);
  }

  /** Makes a call, waits for it, and returns what it threw. */
  abstract @Nullable Throwable blocking(int number);

  /** Makes a call, whose failure is the value of the future. */
  abstract CompletableFuture<@Nullable Throwable> future(int number);

  /** Makes the calls and waits for all of them. */
  final void make(int from, int calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    Semaphore free = new Semaphore(AT_A_TIME);
    List<Future<?>> pending = new ArrayList<>();
    List<CompletableFuture<?>> futures = new ArrayList<>();
    for (int i = from; i < from + calls; i++) {
      LoadCall call = LoadCall.of(i);
      if (call == LoadCall.UPDATE || call == LoadCall.DELETE) {
        fake.put(fake.accountId(), call.existing(i));
      }
    }
    try {
      for (int i = from; i < from + calls; i++) {
        int number = i;
        if (i % 2 == 0) {
          pending.add(threads.submit(() -> ledger.end(number, blocking(number))));
        } else {
          free.acquire();
          futures.add(
              future(number)
                  .thenAccept(
                      error -> {
                        free.release();
                        ledger.end(number, error);
                      }));
        }
      }
      for (Future<?> call : pending) {
        call.get(5, TimeUnit.MINUTES);
      }
      CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);
    } finally {
      threads.shutdownNow();
    }
  }

  /** How the calls ended, and how often. */
  final Map<String, Long> outcomes() {
    return ledger.outcomes();
  }

  /** Calls in this range that did not end once, or were told what the server denies. */
  final List<String> mistakes(int from, int calls) {
    return ledger.mistakes(from, calls, fake.gateways(fake.accountId()));
  }

  /** Forgets the gateways and the single calls. */
  final void forget() {
    fake.reset();
    fake.failEach(random::fault);
    ledger.forget();
  }

  @Override
  public abstract void close();
}
