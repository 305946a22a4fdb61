package virtualthreads;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Notes each virtual thread that waits and cannot leave its carrier, however shortly. */
final class Pinning implements AutoCloseable {

  private final Recording recording = new Recording();

  Pinning() {
    recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO).withStackTrace();
    recording.start();
  }

  /** Stops, and returns what was noted; each as a text with all methods that were under way. */
  List<String> stop() throws IOException {
    recording.stop();
    Path file = Files.createTempFile("pinning", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream().map(RecordedEvent::toString).toList();
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public void close() {
    recording.close();
  }

  /** Pins a virtual thread, to show that this is noticed. */
  static void onPurpose() throws InterruptedException {
    Thread.ofVirtual().start(OnPurpose::begin).join();
  }

  /** What waits in the initializer of a class is pinned in Java 25, too. */
  private static final class OnPurpose {

    static {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }

    static void begin() {
      // Comes after the initializer.
    }
  }
}
