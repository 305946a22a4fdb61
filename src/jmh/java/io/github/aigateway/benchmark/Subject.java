package io.github.aigateway.benchmark;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** What is measured: the peers, and this library in each of its styles. */
enum Subject {
  FLOOR("floor", "floor.Floor", "OkHttp, bytes only"),
  OURS("ours", "ours.Ours", "this library"),
  OURS_RESULT("ours", "ours.OursResult", "its Result"),
  OURS_FUTURE("ours", "ours.OursFuture", "its future"),
  OURS_OKHTTP5("ours-okhttp5", "ours.Ours", "its calls on OkHttp 5"),
  BY_HAND("by-hand", "byhand.ByHand", "OkHttp + Gson by hand"),
  RETROFIT("retrofit", "retrofit.WithRetrofit", "Retrofit + Gson"),
  STOCK_RETROFIT("stock-retrofit2", "stockretrofit.StockRetrofit", "generated: retrofit2"),
  STOCK_OKHTTP("stock-okhttp-gson", "stockokhttp.StockOkHttp", "generated: okhttp-gson"),
  STOCK_NATIVE("stock-native", "stocknative.StockNative", "generated: native"),
  JACKSON("jackson", "jackson.JdkAndJackson", "JDK + Jackson by hand"),
  BEFORE("before", "ours.Ours", "an earlier build of it");

  /** The library in each style and on both generations of OkHttp, and all it is measured beside. */
  static final Set<Subject> ALL = EnumSet.complementOf(EnumSet.of(BEFORE));

  /** The library in one style, and those that an engineer would write instead. */
  static final Set<Subject> BY_HAND_AND_OURS = EnumSet.of(FLOOR, BY_HAND, RETROFIT, JACKSON, OURS);

  /** Those that the library is measured beside while many calls are under way. */
  static final Set<Subject> ON_OKHTTP = EnumSet.of(FLOOR, BY_HAND, RETROFIT, OURS);

  /** Those that read a gateway with every field: what the stock generator makes does not. */
  static final Set<Subject> READ_FULL =
      EnumSet.complementOf(EnumSet.of(STOCK_RETROFIT, STOCK_OKHTTP, STOCK_NATIVE, BEFORE));

  /** Its folder, below that of the benchmark. */
  final String folder;

  /** How the table and the chart call it. */
  final String label;

  private final String type;

  Subject(String folder, String type, String label) {
    this.folder = folder;
    this.type = type;
    this.label = label;
  }

  /** The name of its class. */
  String type() {
    return Subject.class.getPackageName() + "." + type;
  }

  /** Its classes and all that it needs, and nothing of another. */
  String classPath(Path root) {
    Path home = root.resolve(folder);
    return root.resolve("harness/classes") + ":" + home.resolve("classes") + ":" + home + "/lib/*";
  }
}
