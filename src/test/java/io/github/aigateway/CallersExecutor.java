package io.github.aigateway;

import static io.github.aigateway.Await.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** An executor that a caller gave to OkHttp's dispatcher; notes what is thrown on its threads. */
final class CallersExecutor extends AbstractExecutorService {

  private final Executor rule;
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();

  /**
   * An executor.
   *
   * @param rule what is done with a task
   */
  CallersExecutor(Executor rule) {
    this.rule = rule;
  }

  /** Each task on a daemon thread of its own. */
  static CallersExecutor ofThreads() {
    return new CallersExecutor(CallersExecutor::onThread);
  }

  static void onThread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  /** OkHttp over this executor, without a time limit of its own. */
  OkHttpClient.Builder http() {
    return http(new Dispatcher(this));
  }

  /** OkHttp over this executor, which makes one call at a time. */
  OkHttpClient.Builder oneAtATime() {
    Dispatcher dispatcher = new Dispatcher(this);
    dispatcher.setMaxRequests(1);
    return http(dispatcher);
  }

  private static OkHttpClient.Builder http(Dispatcher dispatcher) {
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO);
  }

  @Override
  public void execute(Runnable task) {
    given.incrementAndGet();
    rule.execute(
        () -> {
          running.incrementAndGet();
          try {
            task.run();
          } catch (Throwable failure) {
            thrown.add(failure);
          } finally {
            running.decrementAndGet();
            finished.incrementAndGet();
          }
        });
  }

  /** What was thrown on the threads, asked for when all tasks have ended. */
  List<Throwable> thrown() {
    await(() -> running.get() == 0);
    return thrown;
  }

  boolean isIdle() {
    return running.get() == 0;
  }

  /** How many tasks were handed over. */
  int given() {
    return given.get();
  }

  /** How many tasks have ended. */
  int finished() {
    return finished.get();
  }

  @Override
  public void shutdown() {}

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return true;
  }
}
