package io.github.aigateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;

/** What a program may do that blocks a thread which is not its own, of an API that is silent. */
enum Blockage {
  CALLBACK_OF_A_FUTURE_THAT_TIMED_OUT {
    @Override
    void begin(Gateways gateways, Hold hold) {
      brief(gateways).async().get(Calls.ID).whenComplete((value, error) -> hold.arrive());
    }
  },
  CALLBACK_BEHIND_OR_TIMEOUT {
    @Override
    void begin(Gateways gateways, Hold hold) {
      CompletableFuture<?> future = gateways.async().get(Calls.ID);
      future.orTimeout(MILLIS, TimeUnit.MILLISECONDS).whenComplete((value, error) -> hold.arrive());
    }
  },
  CALLBACK_BEHIND_COMPLETE_ON_TIMEOUT {
    @Override
    void begin(Gateways gateways, Hold hold) {
      CompletableFuture<?> future = gateways.async().get(Calls.ID);
      future
          .completeOnTimeout(null, MILLIS, TimeUnit.MILLISECONDS)
          .thenAccept(value -> hold.arrive());
    }
  },
  CALLBACK_OF_A_FUTURE_BEHIND_OURS {
    @Override
    void begin(Gateways gateways, Hold hold) {
      CompletableFuture<?> future = gateways.async().get(Calls.ID).thenApply(gateway -> gateway);
      future.orTimeout(MILLIS, TimeUnit.MILLISECONDS).whenComplete((value, error) -> hold.arrive());
    }
  },
  CALLBACK_OF_AN_EDIT {
    @Override
    void begin(Gateways gateways, Hold hold) {
      CompletableFuture<?> future =
          brief(gateways).async().edit(Calls.ID, update -> update.cacheTtl(1));
      future.whenComplete((value, error) -> hold.arrive());
    }
  },
  FOREIGN_CALLBACK_ON_THE_TIMER_OF_THE_JDK {
    @Override
    void begin(Gateways gateways, Hold hold) {
      new CompletableFuture<Object>()
          .orTimeout(MILLIS, TimeUnit.MILLISECONDS)
          .whenComplete((value, error) -> hold.arrive());
    }
  },
  FOREIGN_TASK_ON_THE_TIMER_OF_THE_JDK {
    @Override
    void begin(Gateways gateways, Hold hold) {
      CompletableFuture.delayedExecutor(MILLIS, TimeUnit.MILLISECONDS, Runnable::run)
          .execute(hold::arrive);
    }
  },
  ALL_OF_THE_COMMON_POOL {
    @Override
    void begin(Gateways gateways, Hold hold) {
      for (int i = 0; i < 2 * ForkJoinPool.getCommonPoolParallelism() + 2; i++) {
        ForkJoinPool.commonPool().execute(hold::arrive);
      }
    }
  },
  LISTENER_TOLD_THAT_A_CALL_IS_CANCELED {
    @Override
    EventListener listener(Hold hold) {
      return new HoldingOnce(hold) {
        @Override
        public void canceled(Call call) {
          arrive();
        }
      };
    }
  },
  LISTENER_TOLD_THAT_A_CALL_FAILED {
    @Override
    EventListener listener(Hold hold) {
      return new HoldingOnce(hold) {
        @Override
        public void callFailed(Call call, IOException error) {
          arrive();
        }
      };
    }
  },
  LISTENER_TOLD_OF_A_CONNECTION {
    @Override
    EventListener listener(Hold hold) {
      return new HoldingOnce(hold) {
        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
          arrive();
        }
      };
    }
  };

  private static final int MILLIS = 100;

  /** Begins what blocks a thread soon. */
  void begin(Gateways gateways, Hold hold) {
    brief(gateways).async().get(Calls.ID);
  }

  /** A listener of the client that makes the calls. */
  EventListener listener(Hold hold) {
    return EventListener.NONE;
  }

  private static Gateways brief(Gateways gateways) {
    Duration time = Duration.ofMillis(MILLIS);
    return gateways.with(RequestOptions.builder().attemptTimeout(time).build());
  }

  /** The calls after the first go on. */
  private abstract static class HoldingOnce extends EventListener {
    private final Hold hold;
    private final AtomicBoolean held = new AtomicBoolean();

    HoldingOnce(Hold hold) {
      this.hold = hold;
    }

    final void arrive() {
      if (held.compareAndSet(false, true)) {
        hold.arrive();
      }
    }
  }
}
