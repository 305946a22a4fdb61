package io.github.aigateway;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each call ended, to be compared with what the server holds. */
final class LoadLedger {

  static final String UNDOCUMENTED = "undocumented: ";

  private static final String VALUE = "value";

  /** What a call was told of the change that it asked for. */
  private enum Said {
    DONE,
    PERHAPS,
    NOT_DONE
  }

  private final Set<Class<? extends Throwable>> ofCaller;
  private final Map<Integer, LongAdder> ends = new ConcurrentHashMap<>();
  private final Map<Integer, Said> said = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  /**
   * Starts to keep them.
   *
   * @param ofCaller what else a call may end with, since its caller ends calls
   */
  LoadLedger(Set<Class<? extends Throwable>> ofCaller) {
    this.ofCaller = ofCaller;
  }

  void end(int number, @Nullable Throwable error) {
    ends.computeIfAbsent(number, unused -> new LongAdder()).increment();
    outcomes.computeIfAbsent(outcome(error), unused -> new LongAdder()).increment();
    said.put(number, said(error));
  }

  private static Said said(@Nullable Throwable error) {
    if (error == null) {
      return Said.DONE;
    }
    boolean perhaps =
        error instanceof AiGatewayException failed
            ? failed.mayHaveBeenApplied()
            // Whoever ends a future is told nothing else.
            : error instanceof CancellationException || error instanceof TimeoutException;
    return perhaps ? Said.PERHAPS : Said.NOT_DONE;
  }

  private String outcome(@Nullable Throwable error) {
    if (error == null) {
      return VALUE;
    }
    if (error instanceof TransportException transport) {
      return "TransportException " + transport.reason();
    }
    boolean documented = error instanceof AiGatewayException || ofCaller.contains(error.getClass());
    return documented ? error.getClass().getSimpleName() : UNDOCUMENTED + error;
  }

  /** Outcomes that no documentation tells of. */
  Map<String, Long> undocumented() {
    Map<String, Long> undocumented = outcomes();
    undocumented.keySet().removeIf(outcome -> !outcome.startsWith(UNDOCUMENTED));
    return undocumented;
  }

  Map<String, Long> outcomes() {
    return new TreeMap<>(
        outcomes.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum())));
  }

  /** All calls in this range that did not end once, or were told what the server denies. */
  List<String> mistakes(int from, int calls, List<JsonObject> gateways) {
    Map<String, JsonObject> existing =
        gateways.stream().collect(Collectors.toMap(LoadLedger::id, gateway -> gateway));
    List<String> mistakes = new ArrayList<>();
    for (int number = from; number < from + calls; number++) {
      LongAdder count = ends.get(number);
      if (count == null || count.sum() != 1) {
        mistakes.add("call " + number + " ended " + (count == null ? 0 : count) + " times");
        continue;
      }
      LoadCall call = LoadCall.of(number);
      JsonObject gateway = existing.get(call.id(number));
      boolean happened =
          switch (call) {
            case CREATE -> gateway != null;
            case UPDATE -> gateway != null && gateway.get("cache_ttl").getAsInt() == number;
            case DELETE -> gateway == null;
            case OTHER -> said.get(number) == Said.DONE;
          };
      if (said.get(number) == (happened ? Said.NOT_DONE : Said.DONE)) {
        mistakes.add(call + " " + number + ": " + said.get(number) + ", the server: " + happened);
      }
    }
    return mistakes;
  }

  private static String id(JsonObject gateway) {
    JsonElement id = gateway.get("id");
    return id.getAsString();
  }

  /** Forgets the single calls; the outcomes stay counted. */
  void forget() {
    ends.clear();
    said.clear();
  }
}
